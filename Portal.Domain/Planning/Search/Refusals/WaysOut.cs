using Portal.Domain.Planning.Search.Regions;

namespace Portal.Domain.Planning.Search.Refusals;

/// <summary>The designs that are possible once a requirement or more of the conflicts is relaxed.</summary>
internal static class WaysOut
{
    /// <summary>For each smallest set of requirements whose loss makes the rest possible, the designs that are worth a thought (<see cref="Ways"/>); the fewer are missed and the nearer, the earlier.</summary>
    public static IEnumerable<Design> Of(Chooser chooser, List<IReadOnlyList<Requirement>> conflicts)
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
