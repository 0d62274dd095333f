using Portal.Domain.Requests;

namespace Portal.Tests.Domain.Planning.Search;

/// <summary>A sheet with one requirement taken out, or at the least that it can be.</summary>
internal static class WithoutRequirement
{
    public static RequestSheet Of(RequestSheet sheet, string path) => path switch
    {
        "availability.slaPercent" => sheet with { Availability = new Availability { SlaPercent = 0 } },
        "recovery.zone" => sheet with { Recovery = sheet.Recovery with { Zone = null } },
        "recovery.corruption" => sheet with { Recovery = sheet.Recovery with { Corruption = null } },
        "recovery.region" => sheet with { Recovery = sheet.Recovery with { Region = null } },
        "compliance" => sheet with { Compliance = [] },
        "placement.activeActive" => sheet with { Placement = sheet.Placement with { ActiveActive = false } },
        "dns.domain" or "dns.certificate" => sheet with { Dns = null },
        _ when path.StartsWith("traffic.", StringComparison.Ordinal) => WithoutTraffic(sheet, path),
        _ when path.StartsWith("data.", StringComparison.Ordinal) => sheet with { Data = WithoutData(sheet.Data, path) },
        "budget.purchase" => sheet with { Budget = sheet.Budget with { Purchase = Purchase.OnDemand } },
        "budget.allowSpot" => sheet with { Budget = sheet.Budget with { AllowSpot = false } },
        "budget.officeHoursOnly" => sheet with { Budget = sheet.Budget with { OfficeHoursOnly = false } },
        _ => throw new ArgumentException(path),
    };

    /// <summary>What is internal serves no static content, and where there are no users there is no load.</summary>
    private static RequestSheet WithoutTraffic(RequestSheet sheet, string path)
    {
        var traffic = sheet.Traffic;
        return path switch
        {
            "traffic.exposure" => sheet with
            {
                Traffic = traffic with { Exposure = Exposure.Internal, StaticGbPerMonth = 0, EdgeMeanRps = 0, EdgePeakRps = 0 },
                Data = sheet.Data.Objects is { } objects ? sheet.Data with { Objects = objects with { PublicStatic = false } } : sheet.Data,
            },
            _ => sheet with { Traffic = WithoutTraffic(traffic, path) },
        };
    }

    private static Traffic WithoutTraffic(Traffic traffic, string path) => path switch
    {
        "traffic.latencyMs" => traffic with { LatencyMs = null },
        "traffic.peakRps" => traffic with { PeakRps = 0, MeanRps = 0, ConcurrentUsers = null, ThinkTimeSeconds = null },
        "traffic.meanRps" => traffic with { MeanRps = 0 },
        "traffic.concurrentUsers" => traffic with { ConcurrentUsers = 0, MeanRps = 0 },
        "traffic.peakConnections" => traffic with { PeakConnections = null },
        "traffic.annualGrowthPercent" => traffic with { AnnualGrowthPercent = 0 },
        "traffic.pattern" => traffic with { Pattern = TrafficPattern.Steady, BusinessHours = null },
        "traffic.audience" => traffic with { Audience = new Dictionary<string, decimal>() },
        "traffic.staticGbPerMonth" => traffic with { StaticGbPerMonth = 0 },
        "traffic.edgePeakRps" => traffic with { EdgePeakRps = 0 },
        "traffic.edgeMeanRps" => traffic with { EdgeMeanRps = 0 },
        _ => throw new ArgumentException(path),
    };

    private static DataNeeds WithoutData(DataNeeds data, string path) => path switch
    {
        "data.relational" => data with { Relational = null },
        "data.relational.readReplicas" => data with { Relational = data.Relational! with { ReadReplicas = null } },
        "data.keyValue" => data with { KeyValue = null },
        "data.cache" => data with { Cache = null },
        "data.objects" => data with { Objects = null },
        "data.objects.publicStatic" => data with { Objects = data.Objects! with { PublicStatic = false } },
        _ => throw new ArgumentException(path),
    };
}
