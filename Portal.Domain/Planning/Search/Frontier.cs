namespace Portal.Domain.Planning.Search;

/// <summary>What each further nine costs: designs that meet everything but SLA and budget, undominated in (price, floor).</summary>
internal static class Frontier
{
    private const int Most = 8;

    public static IReadOnlyList<Design> Of(Chooser chooser, Design chosen)
    {
        var undominated = Undominated(chooser).GroupBy(design => design.Monthly).Select(same => same.FirstOrDefault(design => IsSame(design, chosen)) ?? same.Last()).ToList();
        return [.. Shortened(undominated, undominated.FindIndex(design => design.Monthly == chosen.Monthly && design.FloorPercent == chosen.FloorPercent)).Select(design => IsSame(design, chosen) ? chosen : design)];
    }

    private static bool IsSame(Design design, Design chosen) => design.Monthly == chosen.Monthly && design.FloorPercent == chosen.FloorPercent;

    /// <summary>The cheapest of all, then again and again the cheapest that is more available; of equal prices the last is the most available.</summary>
    private static IEnumerable<Design> Undominated(Chooser chooser)
    {
        var hard = chooser.Hard.Where(requirement => requirement.Path != SheetPaths.Sla).ToList();
        for (var next = chooser.Best(Choice.Free, hard); next is not null; next = chooser.Best(Choice.Free, [Requirement.Above(next.FloorPercent), .. hard]))
        {
            yield return next;
        }
    }

    /// <summary>Past eight the ends matter less than the neighbours of what was chosen.</summary>
    private static IEnumerable<Design> Shortened(List<Design> designs, int at)
    {
        var first = Math.Clamp(at - (Most / 2), 0, Math.Max(0, designs.Count - Most));
        return designs.Skip(first).Take(Most);
    }
}
