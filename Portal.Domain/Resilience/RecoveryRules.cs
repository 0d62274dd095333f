using Portal.Domain.Facts;

namespace Portal.Domain.Resilience;

/// <summary>
/// What a loss costs in data and time (contract, section 2, Recovery): high values of the failover times, restores by size.
/// Sources: <c>slas.json</c> failover_times and <c>capacity.json</c> formulas.
/// </summary>
public sealed class RecoveryRules(AwsFacts facts)
{
    private readonly long decision = (long)facts.Formulas["human-decision-seconds"].Evaluate();
    private readonly long repoint = (long)facts.Formulas["repoint-seconds"].Evaluate();

    /// <summary>The load balancer stands in two zones or more and stops asking the lost one.</summary>
    public RecoveryTime LoadBalancer => new(0, High("alb", "unhealthy target removed (30 s x 2 default)"));

    /// <summary>Over zones the rest carries the load at once; in one zone a person decides and the fleet starts again in another.</summary>
    public RecoveryTime Fleet(int zones) => zones > 1 ? LoadBalancer : new(0, decision + High("autoscaling", "instance replacement, bootstrap on start"));

    /// <summary>A fleet of which nothing runs yet.</summary>
    public RecoveryTime ScaleOut => new(0, High("autoscaling", "instance replacement, bootstrap on start"));

    /// <summary>A gateway for each zone is lost with its users; a shared one has to be replaced by a route.</summary>
    public RecoveryTime Nat(bool shared, int zones) => new(0, shared && zones > 1 ? High("nat-gateway", "AZ failure: route change to another gateway") : 0);

    /// <summary>A standby takes over without loss; a single instance is restored in another zone.</summary>
    public RecoveryTime Rds(bool multiAz, decimal sizeGb) => multiAz ? Of(facts.FailoverTimes[("rds", "multi-AZ DB instance failover")]) : RdsRestore(sizeGb);

    /// <summary>Point-in-time restore: decision, restore by size, repointing of the application.</summary>
    public RecoveryTime RdsRestore(decimal sizeGb) => new(
        facts.FailoverTimes[("rds", "snapshot or point-in-time restore")].RpoSeconds ?? 0,
        decision + (long)Math.Ceiling(facts.Formulas["rds-restore-seconds"].Evaluate(("size_gb", sizeGb))) + repoint);

    /// <summary>The slowest part and the largest loss count.</summary>
    public static RecoveryTime Slowest(IEnumerable<RecoveryTime> parts) =>
        parts.Aggregate((a, b) => new RecoveryTime(Math.Max(a.RpoSeconds, b.RpoSeconds), Math.Max(a.RtoSeconds, b.RtoSeconds)));

    private static RecoveryTime Of(FailoverTime time) => new(time.RpoSeconds ?? 0, time.High);

    private long High(string service, string scenario) => facts.FailoverTimes[(service, scenario)].High;
}
