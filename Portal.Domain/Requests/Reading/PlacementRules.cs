using Portal.Domain.Facts;

namespace Portal.Domain.Requests.Reading;

internal static class PlacementRules
{
    public static IEnumerable<Problem> Check(SheetView sheet)
    {
        var residency = sheet.Texts("placement.residency").Select(item => item.Value).ToList();
        var primary = sheet.Text("placement.primaryRegion");
        if (primary is not null && Outside(primary, residency) is { } fault) yield return new("placement.primaryRegion", fault);
        foreach (var (path, region) in sheet.Texts("placement.secondaryRegions"))
        {
            if (region == primary) yield return new(path, "is the primary region: name another one");
            else if (Outside(region, residency) is { } outside) yield return new(path, outside);
        }
    }

    private static string? Outside(string code, List<string> residency) =>
        RegionFacts.Find(code) is { } region && !RegionFacts.Allows(residency, region)
            ? $"is {code} in {region.Country} ({region.DataResidency}), which residency [{string.Join(", ", residency)}] does not allow: {Way(residency)}"
            : null;

    private static string Way(List<string> residency) =>
        "choose one of " + string.Join(", ", RegionFacts.All.Where(region => RegionFacts.Allows(residency, region)).Select(region => region.Code)) + ", or widen the residency";
}
