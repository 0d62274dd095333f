using Portal.Domain.Facts;

namespace Portal.Web.Components.Requests;

/// <summary>The regions and the groups of countries that the facts know.</summary>
internal static class PlaceChoices
{
    public static readonly IReadOnlyList<FieldOption> Regions = [.. RegionFacts.All.OrderBy(r => r.Name, StringComparer.Ordinal).Select(r => new FieldOption(r.Code, $"{r.Name}, {r.Code}"))];

    public static readonly IReadOnlyList<FieldOption> Residencies = [.. RegionFacts.All.Select(r => r.DataResidency).Distinct().Order(StringComparer.Ordinal).Select(g => new FieldOption(g, g))];
}
