using Portal.Domain.Sizing;

namespace Portal.Domain.Planning.Places;

/// <summary>Which of several active regions the users of each place are led to: the one with the shortest round trip.</summary>
internal static class NearestRegion
{
    /// <summary>
    /// The part of the requests that each region answers, in the order of <paramref name="regions"/>; together 1. Equal parts where the sheet names no audience, or where some region would be nobody's nearest:
    /// then names still lead users to all of them, and nobody knows how many.
    /// </summary>
    public static IReadOnlyList<decimal> Shares(PlanningInput input, IReadOnlyList<string> regions)
    {
        var audience = input.Sheet.Traffic.Audience;
        var near = regions.Select(region => audience.Where(place => Of(place.Key, regions) == region).Sum(place => place.Value) / 100).ToList();
        if (AllAreNearest(near))
        {
            return near;
        }

        var equal = 1m / regions.Count;
        return [1 - (equal * (regions.Count - 1)), .. Enumerable.Repeat(equal, regions.Count - 1)];
    }

    /// <summary>Whose requests each region answers: its places with their parts of its own requests, each region's together 1. Where parts are equal, everybody is anywhere.</summary>
    public static IEnumerable<(string Region, string Place, decimal Share)> Places(PlanningInput input, IReadOnlyList<string> regions)
    {
        var places = AudienceAreas.Places(input).ToList();
        var near = regions.Select(region => (Region: region, Places: places.Where(place => Of(place.Place, regions) == region).ToList())).ToList();
        return AllAreNearest([.. near.Select(each => each.Places.Sum(place => place.Share))])
            ? near.SelectMany(each => each.Places.Select(place => (each.Region, place.Place, place.Share / each.Places.Sum(every => every.Share))))
            : regions.SelectMany(region => places.Select(place => (region, place.Place, place.Share)));
    }

    private static bool AllAreNearest(IReadOnlyList<decimal> shares) => shares.All(share => share > 0) && shares.Sum() == 1;

    /// <summary>The first of equally near ones.</summary>
    public static string Of(string place, IReadOnlyList<string> regions) => regions.MinBy(region => RoundTrip.Of(place, [region]) ?? decimal.MaxValue)!;
}
