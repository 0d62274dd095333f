using Portal.Domain.Planning.Document;
using Portal.Tests.Domain.Planning;
using Portal.Tests.Domain.Planning.Sheets;

namespace Portal.Tests.Domain.Templates.Judges;

/// <summary>A plan and what the judges say of it.</summary>
/// <param name="Choices">What its sheet asked and the plan chose, in the words of <see cref="PlanChoices"/>.</param>
/// <param name="Modules">Of its stacks.</param>
/// <param name="Asked">How many rules of each pack looked at a resource.</param>
/// <param name="Findings">On resources without their region: what one template does in several regions is one finding.</param>
internal sealed record JudgedPlan(
    string Name, IReadOnlySet<string> Choices, IReadOnlySet<string> Modules, IReadOnlyDictionary<string, int> Asked, IReadOnlyList<JudgeFinding> Findings)
{
    public static JudgedPlan Of(VariedPlan plan, Judgement judgement) => new(
        plan.Name,
        PlanChoices.Of(plan.Sheet, plan.Plan).ToHashSet(),
        plan.Plan.Stacks.Select(stack => stack.Module).ToHashSet(),
        judgement.Asked,
        [.. judgement.Findings.Select(finding => finding with { Resource = LinkedEnvironment.WithoutRegion(finding.Resource, plan.Plan) }).Distinct()]);

    /// <summary>Findings of a pack as they are held against the floor: rules and resources, but controls alone of Control Tower, and no warnings of AwsSolutions.</summary>
    public int Count(string pack, Func<JudgeFinding, bool> counts) => Findings
        .Where(finding => finding.Pack == pack && (pack != "AwsSolutions" || finding.Level != "warning") && counts(finding))
        .Select(finding => pack == "ControlTower" ? finding.Rule : $"{finding.Rule} {finding.Resource}").Distinct().Count();
}
