using Portal.Domain.Planning.Composing;
using Portal.Domain.Planning.Letter;
using Portal.Domain.Planning.Places;

namespace Portal.Domain.Planning.Document;

/// <summary>The files of a plan.</summary>
internal static class PlanFiles
{
    public static PlanFolder Of(PlanningInput input, VpcAddresses addresses, Plan plan, IReadOnlyList<ComposedStack> stacks)
    {
        plan = plan with { FactsVersion = input.Facts.FactsVersion };
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            [PlanFolder.ParametersPath] = PlanDigest.Parameters(plan),
            [PlanFolder.ControlsPath] = PlanDigest.Controls(plan),
        };
        foreach (var stack in stacks)
        {
            files[stack.Plan.Template] = stack.Template.Body;
        }

        plan = plan with { Digest = PlanDigest.Of(input.Sheet, plan, files, plan.Feasible ? PlanDigest.Vpcs(plan) : [$"{input.Region} {addresses.First}"], input.Facts.PriceVersion) };
        files[PlanFolder.PlanPath] = PlanJson.Write(plan);
        files[PlanFolder.SummaryPath] = Summary.Of(input.Sheet, plan);
        return new PlanFolder(plan, files);
    }
}
