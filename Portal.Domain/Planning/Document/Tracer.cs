using Portal.Domain.Costs;
using Portal.Domain.Planning.Composing;
using Portal.Domain.Planning.Search;
using Portal.Domain.Planning.Search.Topics;
using Portal.Domain.Requests;

namespace Portal.Domain.Planning.Document;

/// <summary>Every resource and every dollar back to the requirement that caused it (contract, section 2, Trace).</summary>
internal sealed class Tracer(PlanningInput input, SearchSpace space, Design chosen, Causes causes)
{
    /// <summary>One entry for each requirement that causes a resource or a line; "platform" holds what none of them causes.</summary>
    public IReadOnlyList<TraceEntry> Entries(IReadOnlyList<ComposedStack> stacks, IReadOnlyList<CostLine> lines)
    {
        var resources = stacks
            .SelectMany(stack => stack.Template.ResourceTypes.Keys.SelectMany(id => causes.Of(stack.Plan.Module, stack.Plan.Region, id).Select(path => (Path: path, Resource: $"{stack.Plan.Name}/{id}"))))
            .ToLookup(cause => cause.Path, cause => cause.Resource, StringComparer.Ordinal);
        var paths = resources.Select(group => group.Key).Union(lines.SelectMany(line => line.Because), StringComparer.Ordinal).Order(StringComparer.Ordinal);
        return [.. paths.Select(path => Entry(path, [.. resources[path].Order(StringComparer.Ordinal)], lines))];
    }

    /// <summary>What the trace cannot tell, each by the field.</summary>
    public static IEnumerable<PlanWarning> Warnings(IEnumerable<TraceEntry> entries) =>
        from entry in entries
        where entry.Missed is not null
        let why = entry.Missed!.Count == 0 ? "is left" : $"meets {string.Join(", ", entry.Missed)}"
        select new PlanWarning(entry.Requirement, $"Without {entry.Requirement} no design {why}, so what it costs cannot be told: the trace counts it as nothing.");

    private TraceEntry Entry(string path, IReadOnlyList<string> resources, IReadOnlyList<CostLine> lines)
    {
        if (Without(input.Sheet, path) is not { } sheet)
        {
            return new TraceEntry(path, resources, lines.Where(line => line.Because is [SheetPaths.Platform]).Sum(line => line.MonthlyUsd));
        }

        var without = PlanningInput.Of(sheet, input.Facts);
        var chooser = Unpaid(without);
        if ((chooser.Best() ?? Unpaid(without.Everywhere).Best()) is { } cheapest)
        {
            return new TraceEntry(path, resources, chosen.Monthly - cheapest.Monthly);
        }

        return new TraceEntry(path, resources, Money.Zero) { Missed = chooser.Fewest(Choice.Free) is { } nearest ? [.. chooser.Missed(nearest).Select(requirement => requirement.Path)] : [] };
    }

    /// <summary>The budget is no reason to build anything, so it does not bind here.</summary>
    private Chooser Unpaid(PlanningInput without) =>
        new(IsOfferedTheSame(without) ? space : SearchSpace.Of(without), [.. Requirement.Of(without.Sheet).Where(requirement => !requirement.IsBudget)]);

    /// <summary>Objectives choose among designs and price none, so where only they differ, and no other second region comes of it, what was searched once is searched again.</summary>
    private bool IsOfferedTheSame(PlanningInput without) =>
        without.Sheet with { Availability = input.Sheet.Availability, Recovery = input.Sheet.Recovery } == input.Sheet && without.SecondRegions.SequenceEqual(input.SecondRegions, StringComparer.Ordinal);

    /// <summary>The sheet with that requirement taken out, or at the least it can be; null for "platform".</summary>
    private static RequestSheet? Without(RequestSheet sheet, string path) => path switch
    {
        SheetPaths.Sla => sheet with { Availability = new Availability { SlaPercent = 0 } },
        SheetPaths.ZoneLoss => sheet with { Recovery = sheet.Recovery with { Zone = null } },
        SheetPaths.RegionLoss => sheet with { Recovery = sheet.Recovery with { Region = null } },
        SheetPaths.Latency => sheet with { Traffic = sheet.Traffic with { LatencyMs = null } },
        SheetPaths.Corruption => sheet with { Recovery = sheet.Recovery with { Corruption = null } },
        SheetPaths.Relational => sheet with { Data = sheet.Data with { Relational = null } },
        SheetPaths.ReadReplicas => sheet with { Data = sheet.Data with { Relational = sheet.Data.Relational! with { ReadReplicas = null } } },
        SheetPaths.KeyValue => sheet with { Data = sheet.Data with { KeyValue = null } },
        SheetPaths.Cache => sheet with { Data = sheet.Data with { Cache = null } },
        SheetPaths.Objects => sheet with { Data = sheet.Data with { Objects = null } },
        SheetPaths.Exposure => Internal(sheet),
        SheetPaths.Growth => sheet with { Traffic = sheet.Traffic with { AnnualGrowthPercent = 0 } },
        SheetPaths.Compliance => sheet with { Compliance = [] },
        SheetPaths.Pattern => sheet with { Traffic = sheet.Traffic with { Pattern = TrafficPattern.Steady } },
        "traffic.peakRps" => sheet with { Traffic = sheet.Traffic with { PeakRps = 0, MeanRps = 0, ConcurrentUsers = null } },
        "traffic.concurrentUsers" => sheet with { Traffic = sheet.Traffic with { ConcurrentUsers = 0, MeanRps = 0 } },
        "traffic.peakConnections" => sheet with { Traffic = sheet.Traffic with { PeakConnections = null } },
        "traffic.meanRps" => sheet with { Traffic = sheet.Traffic with { MeanRps = 0 } },
        SheetPaths.Spot => sheet with { Budget = sheet.Budget with { AllowSpot = false } },
        SheetPaths.OfficeHours => sheet with { Budget = sheet.Budget with { OfficeHoursOnly = false } },
        SheetPaths.Purchase => sheet with { Budget = sheet.Budget with { Purchase = Purchase.OnDemand } },
        SheetPaths.StaticGb => sheet with { Traffic = sheet.Traffic with { StaticGbPerMonth = 0 } },
        SheetPaths.EdgeMean => sheet with { Traffic = sheet.Traffic with { EdgeMeanRps = 0 } },
        SheetPaths.EdgePeak => sheet with { Traffic = sheet.Traffic with { EdgePeakRps = 0 } },
        SheetPaths.PublicStatic => sheet with { Data = sheet.Data with { Objects = sheet.Data.Objects! with { PublicStatic = false } } },
        SheetPaths.Audience => sheet with { Traffic = sheet.Traffic with { Audience = new Dictionary<string, decimal>() } },
        SheetPaths.ActiveActive => sheet with { Placement = sheet.Placement with { ActiveActive = false } },
        SheetPaths.Domain => sheet with { Dns = null },
        SheetPaths.Certificate => sheet with { Dns = null },
        SheetPaths.Platform => null,
        _ => throw new InvalidOperationException($"No sheet without {path}."),
    };

    /// <summary>What is internal serves no static content (<see cref="Scope"/>), so that goes with it.</summary>
    private static RequestSheet Internal(RequestSheet sheet) => sheet with
    {
        Traffic = sheet.Traffic with { Exposure = Exposure.Internal, StaticGbPerMonth = 0, EdgeMeanRps = 0, EdgePeakRps = 0 },
        Data = sheet.Data with { Objects = sheet.Data.Objects is { } objects ? objects with { PublicStatic = false } : null },
    };
}
