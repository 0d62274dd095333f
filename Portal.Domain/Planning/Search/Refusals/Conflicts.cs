using Portal.Domain.Costs;
using Portal.Domain.Planning.Document;

namespace Portal.Domain.Planning.Search.Refusals;

/// <summary>Why no design meets everything: the smallest sets of requirements that cannot be met together, each with proof and with the nearest designs.</summary>
internal static class Conflicts
{
    private const int MostRelaxations = 6;

    public static IReadOnlyList<Refusal> Of(PlanningInput input, Chooser chooser)
    {
        var conflicts = Smallest(chooser);
        var bounds = new Bounds(input);
        var without = bounds.WaysWithout(conflicts);
        var ways = bounds.Ways().Concat(WaysOut.Of(chooser, conflicts).Select(way => Way(input, chooser, way)).OfType<Relaxation>()).Take(MostRelaxations - without.Count);
        IReadOnlyList<Relaxation> all = [.. ways, .. without];
        return [.. conflicts.Select(conflict => Of(input, chooser, conflict, bounds, all))];
    }

    /// <summary>What is not bought on demand has other prices, so that sheet is planned anew.</summary>
    private static Relaxation? Way(PlanningInput input, Chooser chooser, Design way) => chooser.Missed(way).Any(requirement => requirement.Path == SheetPaths.Purchase)
        ? WayOut.Of(input.Sheet, input.Facts, Edit.Commit)
        : WayOut.Of(chooser, way);

    private static Refusal Of(PlanningInput input, Chooser chooser, IReadOnlyList<Requirement> conflict, Bounds bounds, IReadOnlyList<Relaxation> ways)
    {
        var inTheWay = bounds.Of(conflict);
        var regions = inTheWay.Count == 0 && conflict is [{ Path: SheetPaths.Latency }] ? FarUsers.Regions(input) : [];
        return new Refusal
        {
            Kind = regions.Count > 0 ? RefusalKind.Unsupported : RefusalKind.Infeasible,
            Requirements = [.. conflict.Select(requirement => requirement.Path), .. inTheWay, .. regions.Count > 0 ? new[] { SheetPaths.Domain } : []],
            Why = new ConflictText(input, chooser, conflict).Of(inTheWay, bounds.BestNamed, regions),
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

    /// <summary>The best that can be had of one requirement while the rest of the conflict is met, and the stores that set it; of the budget, which design that is.</summary>
    private static string Proof(Chooser chooser, IReadOnlyList<Requirement> conflict, Requirement requirement)
    {
        var nearest = DesignSearch.Nearest(chooser.Space, Choice.Free, [.. conflict.Where(other => other != requirement)], [requirement]);
        return nearest is null || requirement.Missed(nearest.Promise) is not { } missed ? ""
            : missed + (requirement.IsBudget ? $" (the cheapest {ConflictText.Rest(conflict)})" : SlowestStores.Of(requirement, nearest));
    }
}
