using System.Text.Json.Nodes;

namespace Portal.Domain.Planning.Search;

/// <summary>Why no design meets everything: the smallest sets of requirements that cannot be met together, each with proof and with the nearest designs.</summary>
internal static class Conflicts
{
    private const int MostRelaxations = 3;

    public static IReadOnlyList<Refusal> Of(Chooser chooser) =>
        [.. Smallest(chooser).Select(conflict => new Refusal
        {
            Kind = RefusalKind.Infeasible,
            Requirements = [.. conflict.Select(requirement => requirement.Path)],
            Why = Why(conflict),
            Proof = string.Join("; ", conflict.Select(requirement => Proof(chooser, conflict, requirement))),
            RelaxTo = Relaxations(chooser),
        })];

    /// <summary>Sets that no design meets, without those that hold a smaller such set.</summary>
    private static List<IReadOnlyList<Requirement>> Smallest(Chooser chooser)
    {
        var found = new List<IReadOnlyList<Requirement>>();
        foreach (var subset in Subsets(chooser.Requirements).OrderBy(subset => subset.Count))
        {
            if (!found.Exists(smaller => smaller.All(subset.Contains)) && !chooser.Candidates.Any(design => subset.All(requirement => requirement.IsMetBy(design))))
            {
                found.Add(subset);
            }
        }

        return found;
    }

    private static IEnumerable<IReadOnlyList<Requirement>> Subsets(IReadOnlyList<Requirement> all) =>
        Enumerable.Range(1, (1 << all.Count) - 1).Select(bits => (IReadOnlyList<Requirement>)[.. all.Where((_, index) => (bits & (1 << index)) != 0)]);

    private static string Why(IReadOnlyList<Requirement> conflict) => conflict.Count == 1
        ? $"No design reaches {conflict[0].Path}."
        : $"No design meets {string.Join(", ", conflict.SkipLast(1).Select(requirement => requirement.Path))} and {conflict[^1].Path} together.";

    /// <summary>The best that can be had of one requirement while the rest of the conflict is met.</summary>
    private static string Proof(Chooser chooser, IReadOnlyList<Requirement> conflict, Requirement requirement)
    {
        var others = conflict.Where(other => other != requirement).ToList();
        var best = chooser.Candidates.Where(design => others.TrueForAll(other => other.IsMetBy(design))).MinBy(requirement.Distance);
        return best is null ? "" : requirement.Missed(best) ?? "";
    }

    /// <summary>Designs by what would have to change: fewest fields first; for each set of fields the nearest design and the cheapest.</summary>
    private static IReadOnlyList<Relaxation> Relaxations(Chooser chooser) =>
        [.. chooser.Candidates
            .Select(design => (Design: design, Change: Change(chooser, design)))
            .GroupBy(near => string.Join(",", near.Change.Keys), StringComparer.Ordinal)
            .OrderBy(group => group.First().Change.Count).ThenBy(group => group.First().Design.Monthly)
            .SelectMany(group => new[] { group.MinBy(near => chooser.Distance(near.Design)), group.First() }.Distinct())
            .Take(MostRelaxations)
            .Select(near => new Relaxation(near.Change, near.Design.Monthly, near.Design.FloorPercent))];

    private static SortedDictionary<string, JsonNode?> Change(Chooser chooser, Design design) =>
        new(chooser.Missed(design).SelectMany(requirement => requirement.Relaxed(design)).ToDictionary(change => change.Key, change => change.Value), StringComparer.Ordinal);
}
