using Portal.Domain.Controls;
using Portal.Domain.Facts;
using Portal.Domain.Planning.Composing;
using Portal.Domain.Planning.Search.Regions;

namespace Portal.Domain.Planning.Document;

/// <summary>The controls of the sheet's compliance programmes, judged on the very stacks that would be deployed.</summary>
internal static class ControlParts
{
    /// <summary>Nothing where no programme is named, or where nothing was composed.</summary>
    public static IReadOnlyList<Finding> Of(PlanningInput input, Reach reach, IReadOnlyList<ComposedStack> stacks)
    {
        if (input.Sheet.Compliance.Count == 0 || stacks.Count == 0)
        {
            return [];
        }

        var (sheet, residency) = (input.Sheet, input.Sheet.Placement.Residency);
        return ControlEvaluator.Evaluate(
            sheet.Compliance,
            new ControlledEnvironment
            {
                Name = $"{sheet.Metadata.Team}/{sheet.Metadata.Name}",
                Stage = sheet.Metadata.Stage,
                Exposure = sheet.Traffic.Exposure,
                Stacks = [.. stacks.Select(Controlled)],
                StandbyRegions = reach.Sites.Where(site => site.StandsBy).Select(site => site.Region).ToHashSet(StringComparer.Ordinal),
                AllowedRegions = residency.Count == 0 ? null : input.Facts.Regions.Values.Where(region => RegionFacts.Allows(residency, region)).Select(region => region.Code).ToHashSet(StringComparer.Ordinal),
            });
    }

    /// <summary>One warning for each control that nothing waives: a request with it cannot be submitted.</summary>
    public static IEnumerable<PlanWarning> Warnings(IEnumerable<Finding> findings) =>
        findings.Where(finding => finding.Status == FindingStatus.Failed).Select(finding => new PlanWarning(SheetPaths.Compliance, $"{finding.Id} fails ({finding.Title}): {finding.Action}{Where(finding)}"));

    private static string Where(Finding finding) => finding.Evidence.Count == 0 ? "" : $" At {string.Join(", ", finding.Evidence.Select(evidence => $"{evidence.Stack}/{evidence.Resource}"))}.";

    private static ControlledStack Controlled(ComposedStack stack) => new(stack.Plan.Name, stack.Plan.Region, stack.Template.Root, stack.Template.Parameters)
    {
        TerminationProtection = stack.Plan.TerminationProtection,
        StackPolicy = stack.Plan.StackPolicy,
    };
}
