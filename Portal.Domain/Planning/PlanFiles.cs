using System.Net;
using System.Text.Json;
using Portal.Domain.Planning.Composing;
using Portal.Domain.Requests;

namespace Portal.Domain.Planning;

/// <summary>The files of a plan, and the digest over what is signed (contract, section 2, Digest).</summary>
internal static class PlanFiles
{
    public static PlanFolder Of(PlanningInput input, IPNetwork vpc, Plan plan, IReadOnlyList<ComposedStack> stacks)
    {
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            [PlanFolder.ParametersPath] = Json(plan.Stacks.ToDictionary(stack => stack.Name, stack => stack.Parameters, StringComparer.Ordinal)),
            [PlanFolder.ControlsPath] = Json(plan.Controls),
        };
        foreach (var stack in stacks)
        {
            files[stack.Plan.Template] = stack.Template.Body;
        }

        plan = plan with { Digest = Digest.Of([.. files, .. Inputs(input, vpc)]) };
        files[PlanFolder.PlanPath] = PlanJson.Write(plan);
        files[PlanFolder.SummaryPath] = Summary.Of(input.Sheet, plan);
        return new PlanFolder(plan, files);
    }

    /// <summary>What is signed without being a file of the folder.</summary>
    private static IEnumerable<KeyValuePair<string, string>> Inputs(PlanningInput input, IPNetwork vpc) =>
    [
        new("sheet.json", CanonicalSheet.Write(input.Sheet)),
        new("vpc-cidrs", $"{input.Region} {vpc}"),
        new("price-version", input.Facts.PriceVersion),
        new("facts-version", input.Facts.FactsVersion),
    ];

    private static string Json<T>(T value) => JsonSerializer.Serialize(value, PlanJson.Options) + "\n";
}
