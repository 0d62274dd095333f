using Portal.Domain.Costs;
using Portal.Domain.Planning.Document;
using Portal.Domain.Planning.Search.Regions;
using Portal.Domain.Planning.Search.Tiers;

namespace Portal.Domain.Planning.Search.Refusals;

/// <summary>Why no design meets everything: the smallest sets of requirements that cannot be met together, each with proof and with the nearest designs.</summary>
internal static class Conflicts
{
    private const int MostRelaxations = 6;

    public static IReadOnlyList<Refusal> Of(PlanningInput input, Chooser chooser)
    {
        var conflicts = Smallest(chooser);
        var bounds = new Bounds(input);
        var ways = bounds.Ways().Concat(WaysOut(chooser, conflicts).Select(way => WayOut.Of(chooser, way))).Take(MostRelaxations).ToList();
        return [.. conflicts.Select(conflict => Of(input, chooser, conflict, bounds, ways))];
    }

    private static Refusal Of(PlanningInput input, Chooser chooser, IReadOnlyList<Requirement> conflict, Bounds bounds, IReadOnlyList<Relaxation> ways)
    {
        var inTheWay = bounds.Of(conflict);
        var regions = inTheWay.Count == 0 && conflict is [{ Path: SheetPaths.Latency }] ? FarUsers.Regions(input) : [];
        return new Refusal
        {
            Kind = regions.Count > 0 ? RefusalKind.Unsupported : RefusalKind.Infeasible,
            Requirements = [.. conflict.Select(requirement => requirement.Path), .. inTheWay, .. regions.Count > 0 ? new[] { SheetPaths.Domain } : []],
            Why = Why(conflict) + Spent(chooser, conflict) + (inTheWay.Contains(SheetPaths.Domain) ? Nameless(input, conflict, bounds.BestNamed) : "") + Uncertified(input, conflict) + TooMany(regions),
            Proof = string.Join("; ", conflict.Select(requirement => Proof(chooser, conflict, requirement))),
            RelaxTo = ways,
        };
    }

    /// <summary>Sets that no design meets, without those that hold a smaller such set.</summary>
    private static List<IReadOnlyList<Requirement>> Smallest(Chooser chooser)
    {
        var found = new List<IReadOnlyList<Requirement>>();
        foreach (var subset in Subsets.Growing(chooser.Requirements))
        {
            if (!found.Exists(smaller => smaller.All(subset.Contains)) && chooser.Best(Choice.Free, subset) is null)
            {
                found.Add(subset);
            }
        }

        return found;
    }

    private static string Why(IReadOnlyList<Requirement> conflict) => conflict.Count == 1
        ? $"No design reaches {conflict[0].Path}."
        : $"No design meets {string.Join(", ", conflict.SkipLast(1).Select(requirement => requirement.Path))} and {conflict[^1].Path} together.";

    /// <summary>Without a name of the environment's own nothing can lead users to another region but people.</summary>
    private static string Nameless(PlanningInput input, IReadOnlyList<Requirement> conflict, Design? named)
    {
        var (leads, would) = conflict.Any(requirement => requirement.Path == SheetPaths.Latency)
            ? ($"all requests go to {input.Region}", "names lead each to the nearest of several regions")
            : ("people have to lead users to the other region", "health checks do");
        return $" No domain is given ({SheetPaths.Domain}), so {leads}; with one, {would}{(named is null ? "" : $", from {named.Monthly} a month")}.";
    }

    /// <summary>Where a programme asks for TLS, the one certificate that the sheet names keeps every second region out.</summary>
    private static string Uncertified(PlanningInput input, IReadOnlyList<Requirement> conflict) =>
        conflict.Any(requirement => requirement.Path == SheetPaths.Compliance) && input.Policy.EncryptsEntries && FrontOption.Names.Of(input) is null && input.Sheet.Dns?.Certificate is not null
            ? $" The certificate serves {input.Region} only ({SheetPaths.Certificate}), and a programme asks for TLS; with a domain ({SheetPaths.Domain}) another region gets a certificate of its own."
            : "";

    /// <summary>It is the portal's limit that is in the way, and not the distances.</summary>
    private static string TooMany(IReadOnlyList<string> regions) => regions.Count == 0 ? "" : $" Near enough to everybody are only {string.Join(", ", regions)} together, and a domain leads to at most {FrontAxis.MostRegions} regions.";

    /// <summary>Where the money of the cheapest design goes that meets everything but the budget; where nothing does, of the cheapest that meets the rest of the conflict.</summary>
    private static string Spent(Chooser chooser, IReadOnlyList<Requirement> conflict)
    {
        const int MostServices = 4;
        if (!conflict.Any(requirement => requirement.IsBudget))
        {
            return "";
        }

        var rest = conflict.Where(requirement => !requirement.IsBudget).ToList();
        var asked = chooser.Best(Choice.Free, chooser.Hard);
        if ((asked ?? chooser.Best(Choice.Free, rest)) is not { } cheapest)
        {
            return "";
        }

        var which = asked is not null ? "that meets everything else" : rest.Count == 0 ? "of all" : $"that meets {string.Join(", ", rest.Select(requirement => requirement.Path))}";

        var services = cheapest.Lines.GroupBy(line => line.Service).Select(group => (Service: group.Key, Monthly: group.Sum(line => line.MonthlyUsd))).OrderByDescending(service => service.Monthly).ToList();
        return $" The cheapest {which}, {cheapest.Label()}, costs {cheapest.Monthly}, which goes to {string.Join(", ", services.Take(MostServices).Select(service => $"{service.Service} {service.Monthly}"))}{(services.Count > MostServices ? $" and {services.Count - MostServices} more services" : "")}.";
    }

    /// <summary>The best that can be had of one requirement while the rest of the conflict is met.</summary>
    private static string Proof(Chooser chooser, IReadOnlyList<Requirement> conflict, Requirement requirement)
    {
        var nearest = DesignSearch.Nearest(chooser.Space, Choice.Free, [.. conflict.Where(other => other != requirement)], [requirement]);
        return nearest is null ? "" : requirement.Missed(nearest.Promise) ?? "";
    }

    /// <summary>For each smallest set of requirements whose loss makes the rest possible, the designs that are worth a thought (<see cref="Ways"/>); the fewer are missed and the nearer, the earlier.</summary>
    private static IEnumerable<Design> WaysOut(Chooser chooser, List<IReadOnlyList<Requirement>> conflicts)
    {
        var given = new List<IReadOnlyList<Requirement>>();
        foreach (var subset in Subsets.Growing([.. chooser.Requirements.Where(requirement => conflicts.Exists(conflict => conflict.Contains(requirement)))]))
        {
            if (conflicts.TrueForAll(conflict => conflict.Any(subset.Contains)) && !given.Exists(smaller => smaller.All(subset.Contains)))
            {
                given.Add(subset);
            }
        }

        // Of each set the nearest comes first, so that no set is crowded out by another's.
        return given
            .SelectMany(relaxed => Ways(chooser, relaxed).Select((design, index) => (Design: design, IsLater: index > 0)))
            .OrderBy(way => way.IsLater).ThenBy(way => chooser.Missed(way.Design).Count).ThenBy(way => chooser.Distance(way.Design)).ThenBy(way => way.Design, Design.Cheapest)
            .Select(way => way.Design)
            .DistinctBy(design => (design.Monthly, design.FloorPercent, design.Promise.Region));
    }

    /// <summary>The nearest to what is relaxed; the nearest if money were no matter; the nearest in one region, where the loss of one is relaxed; the cheapest.</summary>
    private static IEnumerable<Design> Ways(Chooser chooser, IReadOnlyList<Requirement> relaxed)
    {
        var kept = chooser.Requirements.Where(requirement => !relaxed.Contains(requirement)).ToList();
        var unpaid = kept.Where(requirement => !requirement.IsBudget).ToList();
        var others = relaxed.Where(requirement => requirement.Path != SheetPaths.RegionLoss).ToList();
        return new[]
        {
            DesignSearch.Nearest(chooser.Space, Choice.Free, kept, relaxed),
            DesignSearch.Nearest(chooser.Space, Choice.Free, unpaid, relaxed),
            others.Count < relaxed.Count ? DesignSearch.Nearest(chooser.Space, new Choice { Reach = reach => reach.Strategy == Strategy.OneRegion }, kept, others) : null,
            chooser.Best(Choice.Free, kept),
        }.OfType<Design>();
    }
}
