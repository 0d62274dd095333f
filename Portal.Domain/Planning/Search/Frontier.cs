namespace Portal.Domain.Planning.Search;

/// <summary>What each further nine costs: designs that meet everything but SLA and budget, undominated in (price, floor).</summary>
internal static class Frontier
{
    private const int Most = 8;

    /// <summary>Floors have four decimals.</summary>
    private const decimal Least = 0.0001m;

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

    /// <summary>Past eight the ends stay, what was chosen, and of the rest those that differ most: again and again goes one of the two neighbours that are nearest in what they are missing, the dearer where it may.</summary>
    private static IEnumerable<Design> Shortened(List<Design> designs, int chosen)
    {
        var left = designs.Select((design, at) => (Design: design, IsKept: at == 0 || at == chosen || at == designs.Count - 1)).ToList();
        while (left.Count > Most)
        {
            var nearest = Enumerable.Range(1, left.Count - 1).Where(at => !left[at - 1].IsKept || !left[at].IsKept).MinBy(at => Missing(left[at - 1].Design) / Missing(left[at].Design));
            left.RemoveAt(left[nearest].IsKept ? nearest - 1 : nearest);
        }

        return left.Select(each => each.Design);
    }

    /// <summary>Percent that nobody signs for; the quotient of two says by how many nines they differ.</summary>
    private static decimal Missing(Design design) => Math.Max(Least, 100 - design.FloorPercent);
}
