using Portal.Domain.Planning.Places;
using Portal.Domain.Sizing;

namespace Portal.Domain.Planning.Search.Refusals;

/// <summary>Users who are too far apart for as many regions as a domain leads to.</summary>
internal static class FarUsers
{
    /// <summary>Regions that would be near enough to everybody, where no two are; empty where two are, or where all that the sheet allows are not.</summary>
    public static IReadOnlyList<string> Regions(PlanningInput input)
    {
        var traffic = input.Sheet.Traffic;
        IReadOnlyList<string> allowed = [input.Region, .. input.Everywhere.SecondRegions];
        bool AreNear(IReadOnlyCollection<string> regions) => traffic.Audience.Keys.All(place => RoundTrip.Of(place, regions) <= traffic.LatencyMs);

        IReadOnlyList<string> near = [input.Region, .. traffic.Audience.Keys.Order(StringComparer.Ordinal).Select(place => NearestRegion.Of(place, allowed)).Except([input.Region])];
        if (!AreNear(near) || allowed.Any(other => AreNear([input.Region, other])))
        {
            return [];
        }

        foreach (var region in near.Skip(1))
        {
            IReadOnlyList<string> fewer = [.. near.Where(other => other != region)];
            near = AreNear(fewer) ? fewer : near;
        }

        return near;
    }
}
