using Portal.Domain.Costs;
using Portal.Domain.Requests;


namespace Portal.Tests.Domain.Planning.Sheets;

/// <summary>Every way of asking a sheet for less, one requirement at a time; null where the sheet does not ask for it.</summary>
/// <remarks>
/// Not here, since they ask for something else and not for less: a single region that answers everybody where several did (it may be the dearest of them), objects that the application reads where
/// the content delivery network did, and another way to pay (the price book has commitments for some instance types only). A lower peak alone stands here for sheets without data only: what is stored
/// names its rates at peak, and what a month uses of them follows the traffic's mean over its peak, which rises.
/// </remarks>
internal static class LessAsked
{
    public static readonly Dictionary<string, Func<RequestSheet, RequestSheet?>> Ways = new Dictionary<string, Func<RequestSheet, RequestSheet?>>
    {
        ["no objective for a zone"] = sheet => sheet.Recovery.Zone is null ? null : sheet with { Recovery = sheet.Recovery with { Zone = null } },
        ["no objective for a corruption"] = sheet => sheet.Recovery.Corruption is null ? null : sheet with { Recovery = sheet.Recovery with { Corruption = null } },
        ["no objective for a region"] = sheet => sheet.Recovery.Region is null ? null : sheet with { Recovery = sheet.Recovery with { Region = null } },
        ["slower after a zone"] = sheet => sheet.Recovery.Zone is not { } zone ? null : sheet with { Recovery = sheet.Recovery with { Zone = Longer(zone) } },
        ["slower after a corruption"] = sheet => sheet.Recovery.Corruption is not { } loss ? null : sheet with { Recovery = sheet.Recovery with { Corruption = Longer(loss) } },
        ["slower after a region"] = sheet => sheet.Recovery.Region is not { } loss ? null : sheet with { Recovery = sheet.Recovery with { Region = Longer(loss) } },
        ["a lower SLA"] = sheet => sheet with { Availability = new Availability { SlaPercent = sheet.Availability.SlaPercent - 0.06m } },
        ["hardly an SLA"] = sheet => sheet with { Availability = new Availability { SlaPercent = 90 } },
        ["no programme"] = sheet => sheet.Compliance.Count == 0 ? null : sheet with { Compliance = [] },
        ["one programme fewer"] = sheet => sheet.Compliance.Count < 2 ? null : sheet with { Compliance = [.. sheet.Compliance.Skip(1)] },
        ["no residency"] = sheet => sheet.Placement.Residency.Count == 0 ? null : sheet with { Placement = sheet.Placement with { Residency = [] } },
        ["no named second region"] = sheet => sheet.Placement.SecondaryRegions.Count == 0 ? null : sheet with { Placement = sheet.Placement with { SecondaryRegions = [] } },
        ["no latency"] = sheet => sheet.Traffic.LatencyMs is null ? null : sheet with { Traffic = sheet.Traffic with { LatencyMs = null } },
        ["more latency"] = sheet => sheet.Traffic.LatencyMs is null ? null : sheet with { Traffic = sheet.Traffic with { LatencyMs = sheet.Traffic.LatencyMs * 2 } },
        ["no growth"] = sheet => sheet.Traffic.AnnualGrowthPercent == 0 ? null : sheet with { Traffic = sheet.Traffic with { AnnualGrowthPercent = 0 } },
        ["less growth"] = sheet => sheet.Traffic.AnnualGrowthPercent == 0 ? null : sheet with { Traffic = sheet.Traffic with { AnnualGrowthPercent = sheet.Traffic.AnnualGrowthPercent / 2 } },
        ["half the traffic"] = sheet => Traffic(sheet, 0.5m, 0.5m),
        ["nine tenths of the traffic"] = sheet => Traffic(sheet, 0.9m, 0.9m),
        ["a lower peak"] = sheet => sheet.Data == new DataNeeds() ? Traffic(sheet, 0.7m, 1) : null,
        ["a lower mean"] = sheet => Traffic(sheet, 1, 0.7m),
        ["smaller answers"] = sheet => sheet with { Traffic = sheet.Traffic with { DynamicResponseKb = sheet.Traffic.DynamicResponseKb / 2 } },
        ["less static content"] = sheet => sheet.Traffic.StaticGbPerMonth == 0 ? null : sheet with { Traffic = sheet.Traffic with { StaticGbPerMonth = sheet.Traffic.StaticGbPerMonth / 2 } },
        ["no bytes of static content"] = sheet => sheet.Traffic.StaticGbPerMonth == 0 ? null : sheet with { Traffic = sheet.Traffic with { StaticGbPerMonth = 0 } },
        ["fewer requests at the edge"] = sheet => sheet.Traffic.EdgeMeanRps == 0 ? null : sheet with { Traffic = sheet.Traffic with { EdgeMeanRps = sheet.Traffic.EdgeMeanRps / 2 } },
        ["no mean at the edge"] = sheet => sheet.Traffic.EdgeMeanRps == 0 ? null : sheet with { Traffic = sheet.Traffic with { EdgeMeanRps = 0 } },
        ["no rates at the edge"] = sheet => sheet.Traffic.EdgePeakRps == 0 ? null : sheet with { Traffic = sheet.Traffic with { EdgePeakRps = 0, EdgeMeanRps = 0 } },
        ["no static content"] = sheet => sheet.Traffic is { StaticGbPerMonth: 0, EdgePeakRps: 0 } ? null : sheet with { Traffic = sheet.Traffic with { StaticGbPerMonth = 0, EdgePeakRps = 0, EdgeMeanRps = 0 } },
        ["steady"] = sheet => sheet.Traffic.Pattern is TrafficPattern.Steady or TrafficPattern.BusinessHours ? null : sheet with { Traffic = sheet.Traffic with { Pattern = TrafficPattern.Steady } },
        ["internal"] = sheet => sheet.Traffic.Exposure == Exposure.Internal || sheet.Traffic is { StaticGbPerMonth: > 0 } or { EdgePeakRps: > 0 } || sheet.Data.Objects is { PublicStatic: true } ? null : sheet with { Traffic = sheet.Traffic with { Exposure = Exposure.Internal } },
        ["a faster application"] = sheet => sheet with { Application = sheet.Application with { RpsPerVcpu = sheet.Application.RpsPerVcpu * 1.5m } },
        ["less memory"] = sheet => sheet with { Application = sheet.Application with { MemoryGbPerVcpu = sheet.Application.MemoryGbPerVcpu / 2 } },
        ["every architecture"] = sheet => sheet with { Application = sheet.Application with { Architectures = [Portal.Domain.Requests.Architecture.Arm64, Portal.Domain.Requests.Architecture.X86] } },
        ["stateless"] = sheet => sheet.Application.Stateless ? null : sheet with { Application = sheet.Application with { Stateless = true } },
        ["Spot allowed"] = sheet => sheet.Budget.AllowSpot ? null : sheet with { Budget = sheet.Budget with { AllowSpot = true } },
        ["closed outside office hours"] = Closed,
        ["a larger budget"] = sheet => sheet with { Budget = sheet.Budget with { MonthlyUsd = Money.FromUsd(10_000_000) } },
        ["no relational data"] = sheet => sheet.Data.Relational is null ? null : sheet with { Data = sheet.Data with { Relational = null } },
        ["less relational data"] = sheet => Relational(sheet, database => database with { SizeGb = database.SizeGb / 2 }),
        ["fewer reads"] = sheet => Relational(sheet, database => database with { ReadsPerSecond = database.ReadsPerSecond * 0.6m }),
        ["fewer writes"] = sheet => Relational(sheet, database => database with { WritesPerSecond = database.WritesPerSecond * 0.6m }),
        ["fewer connections"] = sheet => Relational(sheet, database => database with { Connections = database.Connections / 2 }),
        ["replicas as needed"] = sheet => Relational(sheet, database => database with { ReadReplicas = null }),
        ["any service"] = sheet => Relational(sheet, database => database with { Service = RelationalService.Auto }),
        ["no table"] = sheet => sheet.Data.KeyValue is null ? null : sheet with { Data = sheet.Data with { KeyValue = null } },
        ["a smaller table"] = sheet => Table(sheet, table => table with { SizeGb = table.SizeGb / 2 }),
        ["fewer reads of the table"] = sheet => Table(sheet, table => table with { ReadsPerSecond = table.ReadsPerSecond * 0.6m }),
        ["fewer writes of the table"] = sheet => Table(sheet, table => table with { WritesPerSecond = table.WritesPerSecond * 0.6m }),
        ["smaller items"] = sheet => Table(sheet, table => table with { ItemKb = table.ItemKb / 2 }),
        ["eventual reads"] = sheet => Table(sheet, table => table with { Consistency = ReadConsistency.Eventual }),
        ["no cache"] = sheet => sheet.Data.Cache is null ? null : sheet with { Data = sheet.Data with { Cache = null } },
        ["a smaller cache"] = sheet => sheet.Data.Cache is not { } cache ? null : sheet with { Data = sheet.Data with { Cache = cache with { SizeGb = cache.SizeGb / 2 } } },
        ["fewer operations"] = sheet => sheet.Data.Cache is not { } cache ? null : sheet with { Data = sheet.Data with { Cache = cache with { OpsPerSecond = cache.OpsPerSecond * 0.6m } } },
        ["no objects"] = sheet => sheet.Data.Objects is null ? null : sheet with { Data = sheet.Data with { Objects = null } },
        ["fewer objects"] = sheet => sheet.Data.Objects is not { } objects ? null : sheet with { Data = sheet.Data with { Objects = objects with { SizeGb = objects.SizeGb / 2 } } },
    };

    /// <summary>Not where it is refused: by the reader, or since a commitment pays every hour.</summary>
    private static RequestSheet? Closed(RequestSheet sheet) =>
        sheet is { Metadata.Stage: Stage.Development, Traffic.Pattern: TrafficPattern.BusinessHours, Compliance.Count: 0, Budget: { OfficeHoursOnly: false, Purchase: Purchase.OnDemand } }
            ? sheet with { Budget = sheet.Budget with { OfficeHoursOnly = true } }
            : null;

    private static Objective Longer(Objective objective) => new(Twice(objective.Rpo), Twice(objective.Rto));

    private static TimeSpan Twice(TimeSpan time) => (2 * time) + TimeSpan.FromMinutes(1);

    /// <summary>Where no peak of requests is given it follows the mean.</summary>
    private static RequestSheet Traffic(RequestSheet sheet, decimal peak, decimal mean)
    {
        var traffic = sheet.Traffic with { PeakRps = sheet.Traffic.PeakRps * peak, ConcurrentUsers = sheet.Traffic.ConcurrentUsers * peak, PeakConnections = sheet.Traffic.PeakConnections * peak };
        return sheet with { Traffic = traffic with { MeanRps = sheet.Traffic.MeanRps * mean is { } less ? Math.Min(less, traffic.PeakRequests ?? less) : null } };
    }

    private static RequestSheet? Relational(RequestSheet sheet, Func<Relational, Relational> less) =>
        sheet.Data.Relational is not { } database ? null : sheet with { Data = sheet.Data with { Relational = less(database) } };

    private static RequestSheet? Table(RequestSheet sheet, Func<KeyValue, KeyValue> less) =>
        sheet.Data.KeyValue is not { } table ? null : sheet with { Data = sheet.Data with { KeyValue = less(table) } };
}
