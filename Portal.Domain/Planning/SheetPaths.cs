using Portal.Domain.Requests;

namespace Portal.Domain.Planning;

/// <summary>Which fields of this sheet cause what: the words of every <c>because</c>.</summary>
public sealed class SheetPaths
{
    public const string Platform = "platform";
    public const string Sla = "availability.slaPercent";
    public const string ZoneLoss = "recovery.zone";
    public const string Corruption = "recovery.corruption";
    public const string RegionLoss = "recovery.region";
    public const string Latency = "traffic.latencyMs";
    public const string BudgetLimit = "budget.monthlyUsd";
    public const string Relational = "data.relational";
    public const string ReadReplicas = "data.relational.readReplicas";
    public const string Purchase = "budget.purchase";
    public const string Spot = "budget.allowSpot";
    public const string Pattern = "traffic.pattern";
    public const string KeyValue = "data.keyValue";
    public const string Cache = "data.cache";
    public const string Objects = "data.objects";
    public const string Compliance = "compliance";
    public const string Growth = "traffic.annualGrowthPercent";
    public const string Exposure = "traffic.exposure";

    public const string Domain = "dns.domain";
    public const string Audience = "traffic.audience";
    public const string StaticGb = "traffic.staticGbPerMonth";
    public const string EdgePeak = "traffic.edgePeakRps";
    public const string EdgeMean = "traffic.edgeMeanRps";
    public const string PublicStatic = "data.objects.publicStatic";

    private static readonly string[] PlatformOnly = [Platform];

    public SheetPaths(RequestSheet sheet)
    {
        var traffic = sheet.Traffic;
        string[] growth = traffic.AnnualGrowthPercent > 0 ? [Growth] : [];
        string[] rate = traffic.PeakRps is not null ? ["traffic.peakRps"] : traffic.ConcurrentUsers is not null ? ["traffic.concurrentUsers"] : [];
        string[] connections = traffic.PeakConnections is not null ? ["traffic.peakConnections"] : [];
        Peak = [.. rate, .. connections, .. growth];
        Mean = traffic.MeanRps is not null ? ["traffic.meanRps", .. connections, .. growth] : Peak;
        Fleet = traffic.Pattern == TrafficPattern.Steady ? Mean : [.. Mean.Union(Peak), Pattern];
        Entry = [Exposure];
        Readers = sheet.Data.Relational?.ReadReplicas > 0 ? [Relational, ReadReplicas] : [Relational];
        StaticContent =
        [
            .. traffic.StaticGbPerMonth > 0 ? [StaticGb] : Array.Empty<string>(),
            .. traffic.EdgeMeanRps > 0 ? [EdgeMean] : Array.Empty<string>(),
            .. traffic.EdgePeakRps > 0 ? [EdgePeak] : Array.Empty<string>(),
            .. sheet.Data.Objects is { PublicStatic: true } ? [PublicStatic] : Array.Empty<string>(),
        ];
        StaticTraffic = [.. StaticContent, .. growth];
    }

    public static IReadOnlyList<string> None => PlatformOnly;

    /// <summary>What the fleet's peak follows from.</summary>
    public IReadOnlyList<string> Peak { get; }

    /// <summary>What an average month's traffic follows from.</summary>
    public IReadOnlyList<string> Mean { get; }

    /// <summary>What the instance-hours follow from.</summary>
    public IReadOnlyList<string> Fleet { get; }

    /// <summary>What the load balancer exists for.</summary>
    public IReadOnlyList<string> Entry { get; }

    /// <summary>What instances that answer only reads exist for.</summary>
    public IReadOnlyList<string> Readers { get; }
    /// <summary>What asks for static content; empty where nothing does.</summary>
    public IReadOnlyList<string> StaticContent { get; }

    /// <summary>What its traffic follows from.</summary>
    public IReadOnlyList<string> StaticTraffic { get; }
}
