using Portal.Domain.Facts;
using Portal.Domain.Planning.Document;
using Portal.Domain.Requests;

namespace Portal.Domain.Resilience;

/// <summary>
/// What the loss of a zone and corruption cost in data and time (contract, section 2, Recovery), restores by size; <see cref="Region"/> has the loss of a region.
/// Sources: <c>slas.json</c> failover_times and <c>capacity.json</c> formulas.
/// </summary>
public sealed class RecoveryRules(AwsFacts facts, RecoveryBasis basis = RecoveryBasis.Promised)
{
    /// <summary>
    /// Point-in-time recovery of a table reaches to five minutes before now: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/PointInTimeRecovery_Howitworks.html
    /// </summary>
    private const long TableRestoreRpo = 300;

    /// <summary>How much of the sessions a node without a replica takes along: all of a working day and night, beyond which few are kept. Assumed.</summary>
    private const long SessionSeconds = 86_400;

    private readonly FailoverSeconds times = new(facts, basis);

    /// <summary>What the loss of a region takes, on the same basis.</summary>
    public RegionRecovery Region { get; } = new(facts, basis);

    /// <summary>A person decides.</summary>
    public long Decision => times.Formula("human-decision-seconds");

    /// <summary>The application reads from the restored copy.</summary>
    public long Repoint => times.Formula("repoint-seconds");

    /// <summary>The load balancer stands in two zones or more and stops asking the lost one.</summary>
    public RecoveryTime LoadBalancer => new(0, times.Of("alb", "unhealthy target removed (30 s x 2 default)"));

    /// <summary>Over zones the rest carries the load at once; in one zone a person decides and the fleet starts again in another.</summary>
    public RecoveryTime Fleet(int zones) => zones > 1 ? LoadBalancer : new(0, Decision + Region.ScaleOut);

    /// <summary>A fleet of which nothing runs yet.</summary>
    public RecoveryTime ScaleOut => new(0, Region.ScaleOut);

    /// <summary>A gateway for each zone is lost with its users; a shared one has to be replaced by a route.</summary>
    public RecoveryTime Nat(bool shared, int zones) => new(0, shared && zones > 1 ? times.Of("nat-gateway", "AZ failure: route change to another gateway") : 0);

    /// <summary>A standby takes over without loss; a single instance is restored in another zone.</summary>
    public RecoveryTime Rds(bool multiAz, decimal sizeGb) => multiAz ? times.Loss("rds", "multi-AZ DB instance failover") : RdsRestore(sizeGb);

    /// <summary>Point-in-time restore: decision, restore by size, repointing of the application.</summary>
    public RecoveryTime RdsRestore(decimal sizeGb) => new(
        times.Loss("rds", "snapshot or point-in-time restore").RpoSeconds,
        Decision + RestoreSeconds(sizeGb) + Repoint);

    /// <summary>The volume lies in three zones, so nothing is lost: a replica takes over, or Aurora makes the only instance anew.</summary>
    public RecoveryTime Aurora(int instances) => times.Loss("aurora", instances > 1 ? "failover to a replica in the region" : "no replica: instance re-created");

    /// <summary>As for RDS: the formula of the facts holds for both.</summary>
    public RecoveryTime AuroraRestore(decimal sizeGb) => RdsRestore(sizeGb);

    /// <summary>DynamoDB keeps three copies in three zones and answers from the others.</summary>
    public static RecoveryTime TableZone { get; } = new(0, 0);

    /// <summary>Point-in-time restore into a new table.</summary>
    public RecoveryTime TableRestore(decimal sizeGb) => new(TableRestoreRpo, Decision + TableRestoreSeconds(sizeGb) + Repoint);

    /// <summary>
    /// A replica takes over, or the node is replaced and fills again; Memcached has no replicas. A cache holds copies of what other tiers own, so what it forgets is no lost data and counts with RPO 0.
    /// Sessions are owned by nobody else: replicas follow by a second, which RPO 0 does not admit, and without one all are lost.
    /// </summary>
    public RecoveryTime Cache(CacheEngine engine, int nodes, bool holdsSessions)
    {
        var isReplicated = nodes > 1 && engine != CacheEngine.Memcached;
        var loss = times.Loss("elasticache", isReplicated ? "automatic failover to a replica" : "no replica: node replaced");
        return loss with { RpoSeconds = !holdsSessions ? 0 : isReplicated ? loss.RpoSeconds : SessionSeconds };
    }

    /// <summary>S3 Standard stores each object in three zones or more before it answers.</summary>
    public static RecoveryTime ObjectsZone { get; } = new(0, 0);

    /// <summary>
    /// Versions stay beside what overwrote or deleted them, so nothing is lost and nothing is copied: restore by size is nothing, decision and repointing (older versions become current) remain.
    /// </summary>
    public RecoveryTime ObjectsCorruption => new(0, Decision + Repoint);

    /// <summary>Restore of a relational database until it is available, without decision and repointing.</summary>
    public long RestoreSeconds(decimal sizeGb) => times.Formula("rds-restore-seconds", ("size_gb", sizeGb));

    /// <summary>Restore of a table until it is active, without decision and repointing.</summary>
    public long TableRestoreSeconds(decimal sizeGb) => times.Formula("ddb-restore-seconds", ("size_gb", sizeGb));

    /// <summary>The slowest part and the largest loss count.</summary>
    public static RecoveryTime Slowest(IEnumerable<RecoveryTime> parts) =>
        parts.Aggregate((a, b) => new RecoveryTime(Math.Max(a.RpoSeconds, b.RpoSeconds), Math.Max(a.RtoSeconds, b.RtoSeconds)));
}
