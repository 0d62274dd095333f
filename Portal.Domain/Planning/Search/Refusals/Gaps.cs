using Portal.Domain.Planning.Document;

namespace Portal.Domain.Planning.Search.Refusals;

/// <summary>Refusals where a tier has no option at all: what is asked is larger than anything on sale.</summary>
internal static class Gaps
{
    private const int MostRelaxations = 6;

    public static IReadOnlyList<Refusal> Of(PlanningInput input, SearchSpace space)
    {
        var gaps = All(input, space).ToList();
        return [.. gaps.Select(gap => gap.Refusal with { RelaxTo = Ways(input, gap, gaps) })];
    }

    private static IEnumerable<Gap> All(PlanningInput input, SearchSpace space)
    {
        if (!space.Reaches.Any())
        {
            yield return new Gap(input.Sheet.Dns?.Domain is null ? NoName(input) : NoSecondRegion(input));
            yield break;
        }

        if (space.Lacks(Tier.Front))
        {
            yield return new Gap(FrontGaps.Of(input));
        }

        if (space.Lacks(Tier.Fleet))
        {
            yield return FleetGap.Of(input);
        }

        if (space.Lacks(Tier.Relational))
        {
            yield return DatabaseGap.Of(input, input.Sheet.Data.Relational!);
        }

        foreach (var gap in DataGaps.Of(input, space))
        {
            yield return gap;
        }
    }

    /// <summary>What each change, or the loss of each bound, makes possible by itself; else together with what closes the other gaps.</summary>
    private static IReadOnlyList<Relaxation> Ways(PlanningInput input, Gap gap, IReadOnlyList<Gap> gaps)
    {
        var others = gaps.Where(other => other != gap).SelectMany(other => other.Edits.Take(1)).ToList();
        return [.. gap.Edits.Concat(Bounds.Of(input.Sheet))
            .Select(edit => WayOut.Of(input.Sheet, input.Facts, edit) ?? (others.Count == 0 ? null : WayOut.Of(input.Sheet, input.Facts, [edit, .. others])))
            .OfType<Relaxation>().Take(MostRelaxations)];
    }

    /// <summary>Several active regions are asked for, and nothing would lead users to any but the first. An accelerator could, but the other regions would have no certificate.</summary>
    private static Refusal NoName(PlanningInput input) => new()
    {
        Kind = RefusalKind.Infeasible,
        Requirements = [SheetPaths.ActiveActive, SheetPaths.Domain],
        Why = $"Several active regions are asked for and no domain, so nothing leads users to any region but {input.Region}.{(Chooser.Of(PlanningInput.Of(Bounds.Named(input.Sheet), input.Facts)).Best() is { } named ? $" With a domain it costs {named.Monthly} a month or more." : "")}",
        Proof = "a load balancer's own name leads to 1 region < 2",
    };

    /// <summary>Several active regions are asked for, and there is only one to have.</summary>
    private static Refusal NoSecondRegion(PlanningInput input) => new()
    {
        Kind = RefusalKind.Infeasible,
        Requirements = [SheetPaths.ActiveActive, SheetPaths.Residency],
        Why = $"Several active regions are asked for, and beside {input.Region} the residency allows none that has prices and enough zones.",
        Proof = $"1 region of {string.Join(", ", input.Sheet.Placement.Residency.DefaultIfEmpty("anywhere"))} < 2",
    };
}
