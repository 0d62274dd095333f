using System.Text.Json.Nodes;
using Portal.Domain.Planning.Search;

namespace Portal.Domain.Planning;

/// <summary>Whether the primary region is where the data may lie; else the nearest regions that are, each with its price.</summary>
internal static class Residency
{
    private const int MostNeighbours = 3;

    public static IReadOnlyList<Refusal> Refusals(PlanningInput input)
    {
        var residency = input.Sheet.Placement.Residency;
        if (!input.Facts.Regions.TryGetValue(input.Region, out var region) || region.Allows(residency))
        {
            return [];
        }

        return
        [
            new Refusal
            {
                Kind = RefusalKind.Infeasible,
                Requirements = ["placement.primaryRegion", "placement.residency"],
                Why = $"{region.Name} is not where the data may lie.",
                Proof = $"{region.Code} is in {region.Country} ({region.Residency}), allowed: {string.Join(", ", residency)}",
                RelaxTo = [.. input.Facts.Regions.Values
                    .Where(other => other.Allows(residency) && input.Facts.Instances.ContainsKey(other.Code))
                    .OrderBy(region.DistanceKm).ThenBy(other => other.Code, StringComparer.Ordinal)
                    .Select(other => (other.Code, Design: Best(input, other.Code)))
                    .Where(other => other.Design is not null)
                    .Take(MostNeighbours)
                    .Select(other => new Relaxation(new Dictionary<string, JsonNode?> { ["placement.primaryRegion"] = other.Code }, other.Design!.Monthly, other.Design.FloorPercent))],
            },
        ];
    }

    private static Design? Best(PlanningInput input, string region)
    {
        var moved = PlanningInput.Of(input.Sheet with { Placement = input.Sheet.Placement with { PrimaryRegion = region } }, input.Facts);
        return Scope.Refusals(moved).Count > 0 ? null : new Chooser(SearchSpace.Of(moved), Requirement.Of(moved.Sheet)).Best();
    }
}
