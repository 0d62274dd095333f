using Portal.Domain.Facts;
using Portal.Domain.Resilience;

namespace Portal.Tests.Domain.Resilience;

/// <summary>Seconds of slas.json, failover_times: promised the high ones, in the model the typical ones.</summary>
public sealed class RegionRecoveryTests
{
    private readonly RegionRecovery promised = new RecoveryRules(AwsFacts.Embedded).Region;
    private readonly RegionRecovery typical = new RecoveryRules(AwsFacts.Embedded, RecoveryBasis.Typical).Region;

    [Fact]
    public void Promotions_LoseWhatReplicationLagged()
    {
        Assert.Equal((new RecoveryTime(1, 600), new RecoveryTime(1, 120)), (promised.AuroraGlobal, typical.AuroraGlobal));
        Assert.Equal((new RecoveryTime(60, 1800), new RecoveryTime(60, 600)), (promised.RdsReplica, typical.RdsReplica));
    }

    /// <summary>provisioning-times.csv, create-aurora-instance: 6.4 minutes typical, 12 high.</summary>
    [Fact]
    public void AuroraHeadless_MakesAnInstanceFirst()
    {
        Assert.Equal(new RecoveryTime(1, (12 * 60) + 600), promised.AuroraHeadless);
        Assert.Equal(new RecoveryTime(1, 384 + 120), typical.AuroraHeadless);
    }

    [Fact]
    public void Table_WithStrongConsistency_LosesNothing()
    {
        Assert.Equal(new RecoveryTime(1, 5), promised.Table(strong: false));
        Assert.Equal(new RecoveryTime(0, 5), promised.Table(strong: true));
        Assert.Equal(new RecoveryTime(1, 1), typical.Table(strong: false));
    }

    /// <summary>https://aws.amazon.com/s3/sla-rtc/: 15 minutes.</summary>
    [Fact]
    public void Objects_LoseWhatWasNotReplicated() =>
        Assert.Equal((new RecoveryTime(900, 0), new RecoveryTime(60, 0)), (promised.Objects, typical.Objects));

    [Theory]
    [InlineData(RegionDetection.Standard, 120, 90)]
    [InlineData(RegionDetection.Fast, 60, 30)]
    [InlineData(RegionDetection.Accelerator, 90, 60)]
    public void Detection_FollowsTheHealthCheck(RegionDetection detection, int high, int middle) =>
        Assert.Equal((high, middle), (promised.Detection(detection), typical.Detection(detection)));

    [Fact]
    public void ScaleOut_BootsFromNothing() => Assert.Equal((900, 420), (promised.ScaleOut, typical.ScaleOut));

    [Fact]
    public void Whole_OfAWarmStandby_IsDetectionDecisionPromotionAndTtl()
    {
        RecoveryTime[] pieces = [promised.AuroraGlobal, promised.Objects, RegionRecovery.Cache];

        Assert.Equal(new RecoveryTime(900, 60 + 300 + 600 + 60), promised.Whole(RegionDetection.Fast, automatic: false, pieces));
        Assert.Equal(new RecoveryTime(900, 60 + 600 + 60), promised.Whole(RegionDetection.Fast, automatic: true, pieces));
    }

    [Fact]
    public void Whole_OfAPilotLight_WaitsForTheSlowerOfPromotionAndScaleOut() =>
        Assert.Equal(new RecoveryTime(1, 120 + 300 + 900 + 60), promised.Whole(RegionDetection.Standard, false, [promised.AuroraGlobal, new(0, promised.ScaleOut)]));

    [Fact]
    public void Whole_BehindAnAccelerator_WaitsForNoDns() => Assert.Equal(new RecoveryTime(0, 90), promised.Whole(RegionDetection.Accelerator, true, []));

    [Fact]
    public void Backup_IsDeployedAndRestored()
    {
        var restore = new RecoveryRules(AwsFacts.Embedded).RestoreSeconds(120);

        // A daily copy; 600 + 4 x 120 s of restore after half an hour of deployment.
        Assert.Equal(new RecoveryTime(86_400, 1080 + 1800), RegionRecovery.Backup(TimeSpan.FromDays(1), restore, 1800));
    }
}
