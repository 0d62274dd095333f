namespace Portal.Domain.Planning.Search;

/// <summary>What each further nine costs: designs that meet everything but SLA and budget, undominated in (price, floor).</summary>
internal static class Frontier
{
    private const int Most = 8;

    public static IReadOnlyList<FrontierPoint> Of(Chooser chooser, Design chosen)
    {
        var hard = chooser.Requirements.Where(requirement => requirement.Path is not (SheetPaths.Sla or SheetPaths.BudgetLimit)).ToList();
        var undominated = new List<Design>();
        foreach (var design in chooser.Candidates.Where(design => hard.TrueForAll(requirement => requirement.IsMetBy(design))))
        {
            // Cheapest first, so what comes later has to be more available to be worth a place.
            if (undominated.Count == 0 || design.FloorPercent > undominated[^1].FloorPercent)
            {
                undominated.Add(design);
            }
        }

        return [.. Shortened(undominated, chosen).Select(design => new FrontierPoint(design == chosen ? "as asked" : design.Label(), design.Monthly, design.FloorPercent, null, design == chosen))];
    }

    /// <summary>Past eight the ends matter less than the neighbours of what was chosen.</summary>
    private static IEnumerable<Design> Shortened(List<Design> designs, Design chosen)
    {
        var at = designs.IndexOf(chosen);
        var first = Math.Clamp(at - (Most / 2), 0, Math.Max(0, designs.Count - Most));
        return designs.Skip(first).Take(Most);
    }
}
