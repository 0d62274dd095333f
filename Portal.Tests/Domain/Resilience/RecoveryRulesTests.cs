using Portal.Domain.Facts;
using Portal.Domain.Requests;
using Portal.Domain.Resilience;

namespace Portal.Tests.Domain.Resilience;

public sealed class RecoveryRulesTests
{
    private readonly RecoveryRules rules = new(AwsFacts.Embedded);

    [Fact]
    public void RdsRestore_IsDecisionAndRestoreBySizeAndRepointing() =>
        Assert.Equal(new RecoveryTime(300, 300 + 600 + (4 * 120) + 100), rules.RdsRestore(120));

    [Fact]
    public void Rds_WithAStandby_LosesNothing() => Assert.Equal(new RecoveryTime(0, 120), rules.Rds(multiAz: true, 120));

    [Fact]
    public void Rds_WithoutAStandby_IsRestored() => Assert.Equal(rules.RdsRestore(120), rules.Rds(multiAz: false, 120));

    [Theory]
    [InlineData(1, 300 + 900)]
    [InlineData(2, 90)]
    [InlineData(3, 90)]
    public void Fleet_InOneZone_WaitsForPeopleAndBoot(int zones, int expected) => Assert.Equal(new RecoveryTime(0, expected), rules.Fleet(zones));

    [Theory]
    [InlineData(true, 2, 300)]
    [InlineData(false, 2, 0)]
    [InlineData(true, 1, 0)]
    public void Nat_WhenShared_WaitsForARoute(bool shared, int zones, int expected) => Assert.Equal(new RecoveryTime(0, expected), rules.Nat(shared, zones));

    /// <summary>https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Concepts.AuroraHighAvailability.html</summary>
    [Theory]
    [InlineData(1, 900)]
    [InlineData(2, 60)]
    [InlineData(3, 60)]
    public void Aurora_LosesNothing_AndWaitsForAReplicaOrANewInstance(int instances, int expected) => Assert.Equal(new RecoveryTime(0, expected), rules.Aurora(instances));

    [Fact]
    public void AuroraRestore_IsThatOfRds() => Assert.Equal(new RecoveryTime(300, 300 + 600 + (4 * 500) + 100), rules.AuroraRestore(500));

    [Fact]
    public void Table_InAZone_IsNotLost() => Assert.Equal(new RecoveryTime(0, 0), RecoveryRules.TableZone);

    [Fact]
    public void TableRestore_IsDecisionAndRestoreBySizeAndRepointing() =>
        Assert.Equal(new RecoveryTime(300, 300 + 1200 + (5 * 400) + 100), rules.TableRestore(400));

    [Theory]
    [InlineData(CacheEngine.Valkey, 1, 900)]
    [InlineData(CacheEngine.Valkey, 2, 60)]
    [InlineData(CacheEngine.Memcached, 3, 900)]
    public void Cache_OwnsNoData_AndWaitsForAReplicaOrANewNode(CacheEngine engine, int nodes, int expected) => Assert.Equal(new RecoveryTime(0, expected), rules.Cache(engine, nodes, holdsSessions: false));

    [Theory]
    [InlineData(CacheEngine.Valkey, 1, 86_400, 900)]
    [InlineData(CacheEngine.Redis, 2, 1, 60)]
    [InlineData(CacheEngine.Memcached, 3, 86_400, 900)]
    public void Cache_OfSessions_LosesWhatNoReplicaHas(CacheEngine engine, int nodes, int lost, int expected) => Assert.Equal(new RecoveryTime(lost, expected), rules.Cache(engine, nodes, holdsSessions: true));

    [Fact]
    public void Objects_StayInOtherZonesAndInOlderVersions()
    {
        Assert.Equal(new RecoveryTime(0, 0), RecoveryRules.ObjectsZone);
        Assert.Equal(new RecoveryTime(0, 300 + 100), rules.ObjectsCorruption);
    }

    [Fact]
    public void Typical_TakesTheMiddleOfTheFailoverTimesAndTheSameFormulas()
    {
        var typical = new RecoveryRules(AwsFacts.Embedded, RecoveryBasis.Typical);

        Assert.Equal(new RecoveryTime(0, 90), typical.Rds(multiAz: true, 120));
        Assert.Equal(new RecoveryTime(0, 30), typical.Aurora(2));
        Assert.Equal(new RecoveryTime(0, 30), typical.Cache(CacheEngine.Redis, 2, holdsSessions: false));
        Assert.Equal(new RecoveryTime(0, 60), typical.LoadBalancer);
        Assert.Equal(new RecoveryTime(0, 300 + 420), typical.Fleet(1));
        Assert.Equal(rules.RdsRestore(120), typical.RdsRestore(120));
    }

    [Fact]
    public void Slowest_TakesTheWorstOfEach() =>
        Assert.Equal(new RecoveryTime(300, 120), RecoveryRules.Slowest([new(0, 120), new(300, 90)]));
}
