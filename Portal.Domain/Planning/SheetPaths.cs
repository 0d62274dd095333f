using Portal.Domain.Requests;
using Portal.Domain.Sizing;

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
    public const string OfficeHours = "budget.officeHoursOnly";
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
    public const string Certificate = "dns.certificate";
    public const string ActiveActive = "placement.activeActive";
    public const string PrimaryRegion = "placement.primaryRegion";
    public const string SecondaryRegions = "placement.secondaryRegions";
    public const string Residency = "placement.residency";

    private static readonly string[] PlatformOnly = [Platform];

    public SheetPaths(RequestSheet sheet)
    {
        var traffic = sheet.Traffic;
        string[] growth = traffic.AnnualGrowthPercent > 0 ? [Growth] : [];
        string[] rate = traffic.PeakRps is not null ? ["traffic.peakRps"] : traffic.ConcurrentUsers is not null ? ["traffic.concurrentUsers"] : Workload.PeakIsAssumed(traffic) ? ["traffic.meanRps"] : [];
        string[] connections = traffic.PeakConnections is not null ? ["traffic.peakConnections"] : [];
        Peak = [.. rate, .. connections, .. growth];
        Mean = traffic.MeanRps is not null ? ["traffic.meanRps", .. connections, .. growth] : Peak;
        Hours = Sizing.OfficeHours.Of(sheet) is null ? [Pattern] : [Pattern, OfficeHours];
        Fleet = traffic.Pattern == TrafficPattern.Steady ? Mean : [.. Mean.Union(Peak), .. Hours];
        Servers = [.. Fleet.Union(Peak)];
        string[] programmes = sheet.Compliance.Count > 0 && sheet.Metadata.Stage == Stage.Development ? [Compliance] : [];
        Watched = programmes.Length > 0 ? programmes : PlatformOnly;
        Kept = [.. sheet.Data.Relational is null ? [] : new[] { Relational }, .. sheet.Data.KeyValue is null ? [] : new[] { KeyValue }, .. programmes];
        Entry = traffic.Exposure == Requests.Exposure.Public ? [Exposure] : PlatformOnly;
        Guard = sheet.Compliance.Count > 0 && sheet.Metadata.Stage != Stage.Production ? [Exposure, Compliance] : [Exposure];
        Encryption = sheet.Dns switch { { Domain: not null } => [Domain], { Certificate: not null } => [Certificate], _ => PlatformOnly };
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

    /// <summary>What the hours of the day follow from in which more or fewer servers run.</summary>
    public IReadOnlyList<string> Hours { get; }

    /// <summary>What the instance-hours follow from.</summary>
    public IReadOnlyList<string> Fleet { get; }

    /// <summary>What type and number of the servers follow from, at every load.</summary>
    public IReadOnlyList<string> Servers { get; }

    /// <summary>What alarms and dashboard exist for: from staging on every environment is watched, before it those that a programme asks for.</summary>
    public IReadOnlyList<string> Watched { get; }

    /// <summary>What the vault exists for: the data that it keeps, and a programme where the stage alone would keep none.</summary>
    public IReadOnlyList<string> Kept { get; }

    /// <summary>What the load balancer stands in public for; an internal one every environment has.</summary>
    public IReadOnlyList<string> Entry { get; }

    /// <summary>What the firewall exists for: public production has one, before it those that a programme asks for.</summary>
    public IReadOnlyList<string> Guard { get; }

    /// <summary>What HTTPS exists for.</summary>
    public IReadOnlyList<string> Encryption { get; }

    /// <summary>What instances that answer only reads exist for.</summary>
    public IReadOnlyList<string> Readers { get; }
    /// <summary>What asks for static content; empty where nothing does.</summary>
    public IReadOnlyList<string> StaticContent { get; }

    /// <summary>What its traffic follows from.</summary>
    public IReadOnlyList<string> StaticTraffic { get; }
}
