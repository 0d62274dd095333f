using System.Text.Json;
using Portal.Domain.Requests;

namespace Portal.Domain.Planning.Document;

/// <summary>
/// What is signed (contract, section 2, Digest), from the very things that are deployed: sheet, addresses, templates, parameters, controls
/// and versions. The planner computes it once; whoever deploys computes it again.
/// </summary>
public static class PlanDigest
{
    public static Digest Of(RequestSheet sheet, Plan plan, IReadOnlyDictionary<string, string> files) => Digest.Of(Parts(sheet, plan, files));

    /// <summary>What goes into it, by name: a template under its path, everything else under a name that is no template's.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Parts(RequestSheet sheet, Plan plan, IReadOnlyDictionary<string, string> files) =>
        Parts(sheet, plan, files, Vpcs(plan), plan.Cost?.PriceVersion ?? "");

    internal static IEnumerable<string> Vpcs(Plan plan) => plan.Regions.Where(region => region.VpcCidr is not null).Select(region => $"{region.Region} {region.VpcCidr}");

    /// <summary>A refused plan has neither region nor price, but its address and price book are signed all the same.</summary>
    internal static Digest Of(RequestSheet sheet, Plan plan, IReadOnlyDictionary<string, string> files, IEnumerable<string> vpcs, string priceVersion) =>
        Digest.Of(Parts(sheet, plan, files, vpcs, priceVersion));

    private static IReadOnlyList<KeyValuePair<string, string>> Parts(RequestSheet sheet, Plan plan, IReadOnlyDictionary<string, string> files, IEnumerable<string> vpcs, string priceVersion) =>
    [
        .. plan.Stacks.Select(stack => KeyValuePair.Create(stack.Template, files[stack.Template])),
        new(PlanFolder.ParametersPath, Parameters(plan)),
        new(PlanFolder.ControlsPath, Controls(plan)),
        new("sheet.json", CanonicalSheet.Write(sheet)),
        new("vpc-cidrs", string.Join('\n', vpcs.Order(StringComparer.Ordinal))),
        new("price-version", priceVersion),
        new("facts-version", plan.FactsVersion),
    ];

    /// <summary>The text of <c>parameters.json</c>.</summary>
    internal static string Parameters(Plan plan) => Json(plan.Stacks.ToDictionary(stack => stack.Name, stack => stack.Parameters, StringComparer.Ordinal));

    /// <summary>The text of <c>controls.json</c>.</summary>
    internal static string Controls(Plan plan) => Json(plan.Controls);

    private static string Json<T>(T value) => JsonSerializer.Serialize(value, PlanJson.Options) + "\n";
}
