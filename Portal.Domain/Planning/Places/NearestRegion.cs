using Portal.Domain.Sizing;

namespace Portal.Domain.Planning.Places;

/// <summary>Which of several active regions the users of each place are led to: the one with the shortest round trip.</summary>
internal static class NearestRegion
{
    /// <summary>
    /// The part of the requests that each region answers, in the order of <paramref name="regions"/>; together 1. A region that is nobody's nearest answers nobody until another is lost. Equal parts where the sheet names no audience:
    /// then names lead users to all of them, and nobody knows how many.
    /// </summary>
    public static IReadOnlyList<decimal> Shares(PlanningInput input, IReadOnlyList<string> regions)
    {
        var audience = input.Sheet.Traffic.Audience;
        if (audience.Count > 0)
        {
            return [.. regions.Select(region => audience.Where(place => Of(place.Key, regions) == region).Sum(place => place.Value) / 100)];
        }

        var equal = 1m / regions.Count;
        return [1 - (equal * (regions.Count - 1)), .. Enumerable.Repeat(equal, regions.Count - 1)];
    }

    /// <summary>Whose requests each region answers: its places with their parts of its own requests, each region's together 1. Where parts are equal, everybody is anywhere.</summary>
    public static IEnumerable<(string Region, string Place, decimal Share)> Places(PlanningInput input, IReadOnlyList<string> regions)
    {
        var places = AudienceAreas.Places(input).ToList();
        return input.Sheet.Traffic.Audience.Count == 0
            ? regions.SelectMany(region => places.Select(place => (region, place.Place, place.Share)))
            : regions.Select(region => (Region: region, Places: places.Where(place => Of(place.Place, regions) == region).ToList()))
                .SelectMany(near => near.Places.Select(place => (near.Region, place.Place, place.Share / near.Places.Sum(every => every.Share))));
    }

    /// <summary>The first of equally near ones.</summary>
    public static string Of(string place, IReadOnlyList<string> regions) => regions.MinBy(region => RoundTrip.Of(place, [region]) ?? decimal.MaxValue)!;
}
