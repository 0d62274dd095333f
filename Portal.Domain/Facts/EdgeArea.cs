using System.Collections.Frozen;

namespace Portal.Domain.Facts;

/// <summary>
/// The geographic groups by which CloudFront and Global Accelerator charge, for the countries and data-residency groups that an audience can name.
/// Sources: https://aws.amazon.com/cloudfront/pricing/ and https://aws.amazon.com/global-accelerator/pricing/
/// </summary>
public static class EdgeArea
{
    private const string Europe = "geo:europe-israel";
    private const string NorthAmerica = "geo:us-mexico-canada";
    private const string AsiaPacific = "geo:hong-kong-philippines-asia-pacific";
    private const string SouthAmerica = "geo:south-america";
    private const string Oceania = "geo:australia-new-zealand";
    private const string MiddleEast = "geo:south-africa-kenya-middle-east";

    private static readonly FrozenDictionary<string, Area> ByPlace = new Dictionary<string, Area>
    {
        ["EU"] = new(Europe, "europe"), ["UK"] = new(Europe, "europe"), ["GB"] = new(Europe, "europe"), ["CH"] = new(Europe, "europe"), ["DE"] = new(Europe, "europe"),
        ["ES"] = new(Europe, "europe"), ["FR"] = new(Europe, "europe"), ["IE"] = new(Europe, "europe"), ["IT"] = new(Europe, "europe"), ["SE"] = new(Europe, "europe"),
        ["IL"] = new(Europe, null), // which group of Global Accelerator Israel belongs to was not read
        ["US"] = new(NorthAmerica, "us-mexico-canada"), ["CA"] = new(NorthAmerica, "us-mexico-canada"), ["MX"] = new(NorthAmerica, "us-mexico-canada"),
        ["BR"] = new(SouthAmerica, "south-america"),
        ["JP"] = new("geo:japan", "asia-pacific"),
        ["HK"] = new(AsiaPacific, "asia-pacific"), ["MY"] = new(AsiaPacific, "asia-pacific"), ["SG"] = new(AsiaPacific, "asia-pacific"), ["TW"] = new(AsiaPacific, "asia-pacific"),
        ["KR"] = new(AsiaPacific, "south-korea"),
        ["ID"] = new(AsiaPacific, "india-indonesia-philippines-thailand"), ["TH"] = new(AsiaPacific, "india-indonesia-philippines-thailand"),
        ["IN"] = new("geo:india", "india-indonesia-philippines-thailand"),
        ["AU"] = new(Oceania, "australia-new-zealand"), ["NZ"] = new(Oceania, "australia-new-zealand"),
        ["AE"] = new(MiddleEast, "middle-east"), ["BH"] = new(MiddleEast, "middle-east"),
        ["ZA"] = new(MiddleEast, "south-africa-kenya"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>CloudFront's group in the price book (<c>geo:europe-israel</c>) for a country or a data-residency group; null where it is not known.</summary>
    public static string? Of(string place) => ByPlace.GetValueOrDefault(place)?.Edge;

    /// <summary>The same for users near an AWS region.</summary>
    public static string? OfRegion(string region) => RegionFacts.Find(region) is { } known ? Of(known.Country) : null;

    /// <summary>What Global Accelerator adds to a GB that goes from the region to those users (DT-Premium); null where no price was read, and then it cannot be offered.</summary>
    public static UnitPrice? AcceleratorOutbound(AwsFacts facts, string region, string place) =>
        ByPlace.GetValueOrDefault(place)?.Accelerator is { } area ? facts.FindPrice("global-accelerator", "dt-premium-outbound-" + area, region) : null;

    /// <param name="Accelerator">As the price book ends its items: <c>dt-premium-outbound-europe</c>.</param>
    private sealed record Area(string Edge, string? Accelerator);
}
