namespace Portal.Domain.Resilience;

/// <summary>
/// The failure rates of the availability model (docs/planner.md, Modelled availability). AWS publishes few; the others are planning estimates, set on the
/// careful side of what the published events suggest, so that designs compare well even where the absolute number is off.
/// </summary>
public sealed record FailureRates
{
    private const string Estimate = "planning estimate";

    /// <summary>How much a surge exceeds the load that the fleet was sized for before scaling follows.</summary>
    public const decimal SurgeFactor = 1.5m;

    public static FailureRates Planning { get; } = new();

    public FailureRate Instance { get; init; } = new(
        "instance", 0.5m, null, "host failures, retirements and crashes of the application together, one in two years", Estimate);

    public FailureRate Zone { get; init; } = new(
        "zone", 0.05m, 10_800, "about one published loss of a zone a year over some hundred zones, five times that for those without a summary; lasts three hours",
        "EU West, August 2011: 3 h 8 min (aws.amazon.com/message/2329B7); Tokyo, August 2019 (message/56489)");

    public FailureRate LoadBalancer { get; init; } = new(
        "load balancer", 0.1m, 1_800, "a regional event of the service once in ten years, half an hour", Estimate);

    public FailureRate DatabaseInstance { get; init; } = new(
        "database instance", 0.1m, null, "a managed host fails less often than a fleet instance, which counts crashes of the application", Estimate);

    /// <summary>A single instance moves to another host in its zone with its volume and recovers; with a partner the failover time counts.</summary>
    public decimal DatabaseRestartSeconds { get; init; } = 900;

    public FailureRate DatabaseVolume { get; init; } = new(
        "database volume", 0.002m, null, "the upper end of the published annual failure rate of 0.1 to 0.2 %; Aurora keeps six copies and has no such volume",
        "AWS Storage Services Overview, EBS, Durability and Availability");

    public FailureRate DatabaseMaintenance { get; init; } = new(
        "database maintenance", 2, 600, "an operating system or engine update each half-year; seconds of an instance without a partner, else the failover time",
        "RDS user guide, Maintaining a DB instance; the rate is a planning estimate");

    public FailureRate CacheNode { get; init; } = new("cache node", 0.1m, null, "as a database instance", Estimate);

    public FailureRate KeyValue { get; init; } = new(
        "DynamoDB", 0.02m, 10_320, "two regional events in ten years were published, over some thirty regions: 0.007, three times that; lasts as the last one did",
        "DynamoDB, October 2025: 2 h 52 min (aws.amazon.com/message/101925); September 2015 (message/5467D2)");

    public FailureRate Waf { get; init; } = new("WAF", 0.1m, 1_800, "as the load balancer it stands in front of", Estimate);

    public FailureRate Cdn { get; init; } = new("CDN", 0.1m, 1_800, "a global event once in ten years, half an hour", Estimate);

    public FailureRate Region { get; init; } = new(
        "region", 0.1m, RegionFloor.MeanRegionOutageSeconds, "once in ten years in a given region; the oldest has had more, most have had less",
        "post-event summaries as named at RegionFloor.MeanRegionOutageSeconds; the rate is a planning estimate");

    public FailureRate Surge { get; init; } = new(
        "overload", 4, null, "load at one and a half times what was sized for, four times a year, until new instances have started", Estimate);

    /// <summary>Counted beside the percent and not in it: it depends on how one releases, not on the design, and would hide what the design does.</summary>
    public FailureRate OwnRelease { get; init; } = new(
        "own release", 0.6m, 1_800, "twelve releases a year, one in twenty goes wrong and is rolled back in half an hour",
        "DORA, Accelerate State of DevOps: change failure rates of 5 % and recovery within an hour among the best; planning estimate");

    /// <summary>
    /// The share of takeovers that do not come to an end before the first region is back: everyone asks for capacity in the same minutes, and it is not reserved.
    /// Planning estimate, as is <see cref="WarmTakeoverFails"/>.
    /// </summary>
    public decimal PilotTakeoverFails { get; init; } = 0.05m;

    /// <summary>Part of the fleet runs already.</summary>
    public decimal WarmTakeoverFails { get; init; } = 0.02m;

    /// <summary>No takeover of capacity is needed where both regions serve.</summary>
    public decimal TakeoverFails(SecondRegionRole role) => role switch
    {
        SecondRegionRole.Pilot => PilotTakeoverFails,
        SecondRegionRole.Warm => WarmTakeoverFails,
        _ => 0,
    };
}
