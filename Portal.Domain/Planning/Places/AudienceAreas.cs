using Portal.Domain.Facts;

namespace Portal.Domain.Planning.Places;

/// <summary>The part of the users that lives where CloudFront charges one price.</summary>
/// <param name="Area">As the price book names it: <c>geo:europe-israel</c>.</param>
/// <param name="Share">0 to 1.</param>
internal sealed record AudienceArea(string Area, decimal Share)
{
    /// <summary>For people.</summary>
    public string Label => Area["geo:".Length..].Replace('-', ' ');
}

/// <summary>Where the users are, by the areas that prices know.</summary>
internal static class AudienceAreas
{
    /// <summary>By share of the audience; without an audience all near the primary region. Null where a place has no price.</summary>
    public static IReadOnlyList<AudienceArea>? Of(PlanningInput input)
    {
        var audience = input.Sheet.Traffic.Audience;
        var areas = audience.Count == 0
            ? [(Area: EdgeArea.OfRegion(input.Region), Share: 1m)]
            : audience.Select(place => (Area: EdgeArea.Of(place.Key), Share: place.Value / 100)).ToList();
        return areas.Exists(area => area.Area is null || input.Facts.FindPrice("cloudfront", "internet-out-first-10tb", area.Area) is null)
            ? null
            : [.. areas.GroupBy(area => area.Area!, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => new AudienceArea(group.Key, group.Sum(area => area.Share)))];
    }

    /// <summary>The places of the audience, or the country of the primary region, with their shares.</summary>
    public static IEnumerable<(string Place, decimal Share)> Places(PlanningInput input) =>
        input.Sheet.Traffic.Audience.Count == 0
            ? [(input.Facts.Regions[input.Region].Country, 1)]
            : input.Sheet.Traffic.Audience.OrderBy(place => place.Key, StringComparer.Ordinal).Select(place => (place.Key, place.Value / 100));
}
