using Portal.Domain.Planning.Document;
using Portal.Domain.Planning.Search.Topics;
using Portal.Tests.Architecture;
using Portal.Tests.Domain.Planning;
using Portal.Tests.Domain.Planning.Sheets;

namespace Portal.Tests.Domain.Templates.Judges;

/// <summary>What cdk-nag and cfn-guard, written by others, say of varied plans; cfn-lint is asked by <see cref="HundredLintTests"/>.</summary>
public sealed class JudgeTests
{
    /// <summary>So many plans stay within the floor with everything counted, whatever their sheets ask.</summary>
    private const int WithinTheFloor = 30;

    private static readonly AcceptedFindings Accepted = AcceptedFindings.Read();

    [Fact]
    public async Task Plans_HaveOnlyFindingsThatAreAcceptedForAReason() => Assert.All(await JudgedPlans.All, plan =>
        Assert.All(plan.Findings, finding => Assert.True(Accepted.Findings.Any(each => each.Covers(plan, finding)), $"{plan.Name}: {finding} is neither mended nor accepted in tools/judges/accepted.json")));

    [Fact]
    public async Task Plans_StayAtOrBelowTheFloor_ButForWhatFollowsFromTheirChoices() => Assert.All(await JudgedPlans.All, plan =>
        Assert.All(Accepted.Floor, pack => Assert.True(plan.Count(pack.Key, finding => IsOfEveryPlan(plan, finding)) <= pack.Value, $"{plan.Name} is above the floor of {pack.Key}")));

    [Fact]
    public async Task ThirtyPlans_StayAtOrBelowTheFloor_WithEverythingCounted()
    {
        var within = (await JudgedPlans.All).Where(plan => Accepted.Floor.All(pack => plan.Count(pack.Key, _ => true) <= pack.Value)).ToList();

        Assert.True(within.Count >= WithinTheFloor, $"only {within.Count} plans are");
    }

    [Fact]
    public async Task Plans_AreAskedByManyRulesOfEachPack() => Assert.All(await JudgedPlans.All, plan =>
        Assert.All(Accepted.Floor, pack => Assert.True(plan.Asked[pack.Key] > 30, $"{pack.Key} asked only {plan.Asked[pack.Key]} rules about {plan.Name}")));

    [Fact]
    public async Task Plans_UseEveryModule_AndMakeEveryChoice()
    {
        var plans = await JudgedPlans.All;

        Assert.Equal(HundredPlans.All.SelectMany(plan => plan.Plan.Stacks).Select(stack => stack.Module).Distinct().Order(StringComparer.Ordinal), plans.SelectMany(plan => plan.Modules).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(PlanChoices.Expected.Order(StringComparer.Ordinal), plans.SelectMany(plan => plan.Choices).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task AcceptedFindings_AreStillFound()
    {
        var plans = await JudgedPlans.All;
        Assert.All(Accepted.Findings, accepted =>
        {
            var found = plans.SelectMany(plan => plan.Findings.Where(finding => accepted.Covers(plan, finding)).Select(finding => (Plan: plan, Finding: finding))).ToList();
            Assert.All(accepted.Rules, rule => Assert.True(found.Exists(each => each.Finding.Rule == rule), Unmet(rule, accepted)));
            Assert.All(accepted.Resources, resource => Assert.True(found.Exists(each => AcceptedFinding.Names(resource, each.Finding)), Unmet(resource, accepted)));
            Assert.All(accepted.Where ?? [], choice => Assert.True(found.Exists(each => each.Plan.Choices.Contains(choice)), Unmet(choice, accepted)));
        });
    }

    [Fact]
    public void AcceptedFindings_AreExplainedInTheDocument()
    {
        var rows = File.ReadAllLines(Path.Combine(Repository.Root, "docs", "controls.md"));

        Assert.All(Accepted.Findings, accepted => Assert.Contains($"| {accepted} | {string.Join(", ", accepted.Resources)} | {string.Join(", ", accepted.Where ?? [])} | {accepted.Reason} |", rows));
    }

    [Fact]
    public async Task Judges_FindWhatIsBroken_ThoughItsMetadataSaysOtherwise()
    {
        const string open = """
            {"Resources": {"Open": {"Type": "AWS::S3::Bucket",
              "Metadata": {"cdk_nag": {"rules_to_suppress": [{"id": "AwsSolutions-S10", "reason": "silenced by the template itself"}]}},
              "Properties": {"PublicAccessBlockConfiguration": {"BlockPublicAcls": "false"}}}}}
            """;
        const string topic = """{"Resources": {"Topic": {"Type": "AWS::SNS::Topic"}}}""";

        var judgements = await TemplateJudges.AskAsync([topic, open, topic]);

        Assert.Equal(3, judgements.Count);
        Assert.Equal(["AwsSolutions", "ControlTower", "HIPAA", "NIST", "PCI"], judgements[1].Findings.Select(finding => finding.Pack).Distinct().Order(StringComparer.Ordinal));
        Assert.Contains(judgements[1].Findings, finding => finding is { Pack: "AwsSolutions", Rule: "S10", Resource: "Open", Level: "error" });
        Assert.Contains(judgements[1].Findings, finding => finding is { Pack: "ControlTower", Rule: "S3.1", Resource: "Open" });
        Assert.All(judgements[0].Findings.Concat(judgements[2].Findings), finding => Assert.Equal("Topic", finding.Resource));
        Assert.NotEmpty(judgements[0].Findings);
    }

    /// <summary>Whether it is accepted of plans as such, and not for what this one's sheet asked.</summary>
    private static bool IsOfEveryPlan(JudgedPlan plan, JudgeFinding finding) => !Accepted.Findings.Any(each => each.Where is not null && each.Covers(plan, finding));

    private static string Unmet(string what, AcceptedFinding accepted) => $"{what} is found nowhere any more: take it out of {accepted} in tools/judges/accepted.json and docs/controls.md";
}
