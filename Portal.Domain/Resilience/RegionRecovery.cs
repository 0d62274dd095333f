using Portal.Domain.Facts;

namespace Portal.Domain.Resilience;

/// <summary>Who notices that a region is lost.</summary>
public enum RegionDetection
{
    /// <summary>Route 53 health check, every 30 s, three failures.</summary>
    Standard,

    /// <summary>Route 53 health check, every 10 s, three failures.</summary>
    Fast,

    /// <summary>Global Accelerator; users keep its addresses, so no DNS answer has to expire.</summary>
    Accelerator,
}

/// <summary>
/// The pieces of a region's loss: detection + decision + the slowest of what stands up in the other region + DNS TTL (contract, section 2, Recovery).
/// A piece's RTO is the time that it takes by itself. Sources: <c>slas.json</c> failover_times, <c>provisioning-times.csv</c>.
/// </summary>
public sealed class RegionRecovery(AwsFacts facts, RecoveryBasis basis = RecoveryBasis.Promised)
{
    /// <summary>Alias records live 60 s and cannot be told otherwise: https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resource-record-sets-choosing-alias-non-alias.html</summary>
    public const long DnsTtl = 60;

    private const string CrossRegionRead = "cross-region read replica promotion";
    private const string GlobalFailover = "unplanned cross-region failover";
    private const string Replication = "cross-region replication with time control";

    private readonly FailoverSeconds times = new(facts, basis);

    /// <summary>A secondary cluster of an Aurora global database with a running instance becomes the writer.</summary>
    public RecoveryTime AuroraGlobal => times.Loss("aurora-global", GlobalFailover);

    /// <summary>A secondary cluster without instances: one is made, then the cluster is promoted.</summary>
    public RecoveryTime AuroraHeadless => AuroraGlobal with { RtoSeconds = times.Creation("AWS::RDS::DBInstance", "create-aurora-instance") + AuroraGlobal.RtoSeconds };

    /// <summary>A read replica of RDS in the other region becomes a database of its own.</summary>
    public RecoveryTime RdsReplica => times.Loss("rds", CrossRegionRead);

    /// <summary>A global table is written in every region, so nothing is promoted; with strong consistency over regions (three of them) no acknowledged write is lost.</summary>
    public RecoveryTime Table(bool strong) =>
        times.Loss("dynamodb-global", "application redirect to another region") is var redirect && strong ? redirect with { RpoSeconds = 0 } : redirect;

    /// <summary>The other bucket is there already; what replication had not sent yet is lost, at most 15 minutes by the commitment of time control.</summary>
    public RecoveryTime Objects => new(times.Of("s3", Replication), 0);

    /// <summary>A cache in the other region runs by itself and fills as it is asked; it owns no data.</summary>
    public static RecoveryTime Cache { get; } = new(0, 0);

    /// <summary>A fleet from nothing: launch, boot and bootstrap of every instance at once.</summary>
    public long ScaleOut => times.Of("autoscaling", "instance replacement, bootstrap on start");

    /// <summary>Only backup copies are there: the stacks are deployed, then data is restored into them.</summary>
    /// <param name="interval">Time between copies, which is what is lost.</param>
    /// <param name="restoreSeconds">By size: <see cref="RecoveryRules.RestoreSeconds"/>, <see cref="RecoveryRules.TableRestoreSeconds"/>; the longest where there are several.</param>
    /// <param name="deploymentSeconds">The longest path of the stacks in the other region.</param>
    public static RecoveryTime Backup(TimeSpan interval, long restoreSeconds, long deploymentSeconds) => new((long)interval.TotalSeconds, restoreSeconds + deploymentSeconds);

    public long Detection(RegionDetection detection) => detection switch
    {
        RegionDetection.Standard => times.Of("route53", "health check detection, standard (30 s x 3)"),
        RegionDetection.Fast => times.Of("route53", "health check detection, fast (10 s x 3)"),
        RegionDetection.Accelerator => times.Of("global-accelerator", "endpoint health change to traffic shift"),
        _ => throw new ArgumentOutOfRangeException(nameof(detection)),
    };

    /// <summary>The whole: until users are answered from the other region.</summary>
    /// <param name="automatic">Nobody decides; else a person's 300 s count.</param>
    /// <param name="pieces">What happens there at the same time: promotions, scale-out, or restore and deployment. None where all of it runs already.</param>
    public RecoveryTime Whole(RegionDetection detection, bool automatic, IEnumerable<RecoveryTime> pieces)
    {
        var slowest = RecoveryRules.Slowest(pieces.Prepend(new RecoveryTime(0, 0)));
        var decision = automatic ? 0 : times.Formula("human-decision-seconds");
        var dns = detection == RegionDetection.Accelerator ? 0 : DnsTtl;
        return slowest with { RtoSeconds = Detection(detection) + decision + slowest.RtoSeconds + dns };
    }
}
