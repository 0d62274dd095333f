using System.Collections.Frozen;
using System.Text.Json;

namespace Portal.Domain.Facts;

/// <summary>The regions that the portal knows; where they lie and whose rules hold there.</summary>
public static class RegionFacts
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    private static readonly FrozenDictionary<string, Region> ByCode = Load().ToFrozenDictionary(region => region.Code, StringComparer.Ordinal);

    /// <summary>Every region by its code.</summary>
    public static IReadOnlyList<Region> All { get; } = [.. ByCode.Values.OrderBy(region => region.Code, StringComparer.Ordinal)];

    /// <summary>Every country and data-residency group that has a region, sorted: <c>EU</c>, <c>DE</c>, <c>US</c> …</summary>
    public static IReadOnlyList<string> Places { get; } =
        [.. All.SelectMany(region => new[] { region.Country, region.DataResidency }).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Null for a region that the facts do not hold.</summary>
    public static Region? Find(string code) => ByCode.GetValueOrDefault(code);

    /// <summary>Whether data may lie in the region: its country or its group is listed, or nothing is.</summary>
    public static bool Allows(IReadOnlyCollection<string> residency, Region region) =>
        residency.Count == 0 || residency.Contains(region.Country) || residency.Contains(region.DataResidency);

    private static List<Region> Load()
    {
        using var stream = typeof(RegionFacts).Assembly.GetManifestResourceStream("facts/regions.json")
            ?? throw new InvalidOperationException("facts/regions.json is not embedded.");
        using var document = JsonDocument.Parse(stream);
        return document.RootElement.GetProperty("regions").Deserialize<List<Region>>(Json)!;
    }
}
