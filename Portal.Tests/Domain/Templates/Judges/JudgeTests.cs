using Portal.Domain.Planning;
using Portal.Tests.Architecture;
using Portal.Tests.Domain.Planning;

namespace Portal.Tests.Domain.Templates.Judges;

/// <summary>What cdk-nag, cfn-guard and cfn-lint, all written by others, say of whole plans.</summary>
public sealed class JudgeTests
{
    /// <summary>Plans under the names that failures show; each is judged once.</summary>
    private static readonly Dictionary<string, Lazy<JudgedPlan>> Plans = new()
    {
        ["production"] = new(() => JudgedPlan.Of(Designs.Run(Make.ProductionSheet()))),
    };

    private static readonly AcceptedFindings Accepted = AcceptedFindings.Read();

    public static TheoryData<string> PlanNames => [.. Plans.Keys];

    [Theory]
    [MemberData(nameof(PlanNames))]
    public async Task Plan_HasOnlyFindingsThatAreAcceptedForAReason(string plan)
    {
        var judgement = await Plans[plan].Value.Judgement;

        Assert.All(judgement.Findings, finding => Assert.True(Accepted.Findings.Any(each => each.Covers(finding)), $"{finding} is neither mended nor accepted in tools/judges/accepted.json"));
    }

    [Theory]
    [MemberData(nameof(PlanNames))]
    public async Task Plan_StaysAtOrBelowTheFloor(string plan)
    {
        var judgement = await Plans[plan].Value.Judgement;

        Assert.All(Accepted.Floor, pack => Assert.InRange(Count(judgement, pack.Key), 0, pack.Value));
        Assert.All(Accepted.Floor, pack => Assert.True(judgement.Asked[pack.Key] > 30, $"{pack.Key} asked only {judgement.Asked[pack.Key]} rules"));
    }

    [Theory]
    [MemberData(nameof(PlanNames))]
    public async Task LinkedPlan_IsAValidTemplate(string plan)
    {
        var (_, report) = await CfnLint.RunAsync(new() { [plan] = Plans[plan].Value.Json });

        Assert.DoesNotMatch(@"(?m):E\d{4}:", report);
    }

    [Fact]
    public async Task AcceptedFindings_AreStillFound()
    {
        var found = new List<JudgeFinding>();
        foreach (var plan in Plans.Values)
            found.AddRange((await plan.Value.Judgement).Findings);

        Assert.All(Accepted.Findings, accepted => Assert.True(found.Exists(accepted.Covers), $"{accepted.Rule} is found nowhere any more: take it off tools/judges/accepted.json and docs/controls.md"));
    }

    [Fact]
    public void AcceptedFindings_AreExplainedInTheDocument()
    {
        var rows = File.ReadAllLines(Path.Combine(Repository.Root, "docs", "controls.md"));

        Assert.All(Accepted.Findings, accepted => Assert.Contains(rows, row => row.StartsWith($"| {accepted.Rule} |", StringComparison.Ordinal) && row.Contains(accepted.Reason, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Judges_FindWhatIsBroken_ThoughItsMetadataSaysOtherwise()
    {
        const string open = """
            {"Resources": {"Open": {"Type": "AWS::S3::Bucket",
              "Metadata": {"cdk_nag": {"rules_to_suppress": [{"id": "AwsSolutions-S10", "reason": "silenced by the template itself"}]}},
              "Properties": {"PublicAccessBlockConfiguration": {"BlockPublicAcls": "false"}}}}}
            """;

        var judgement = await TemplateJudges.AskAsync(open);

        Assert.Equal(["AwsSolutions", "ControlTower", "HIPAA", "NIST", "PCI"], judgement.Findings.Select(finding => finding.Pack).Distinct().Order(StringComparer.Ordinal));
        Assert.Contains(judgement.Findings, finding => finding is { Pack: "AwsSolutions", Rule: "S10", Resource: "Open", Level: "error" });
        Assert.Contains(judgement.Findings, finding => finding is { Pack: "ControlTower", Rule: "S3.1", Resource: "Open" });
    }

    private static int Count(Judgement judgement, string pack) => judgement.Findings
        .Where(finding => finding.Pack == pack && (pack != "AwsSolutions" || finding.Level != "warning"))
        .Select(finding => pack == "ControlTower" ? finding.Rule : $"{finding.Rule} {finding.Resource}").Distinct().Count();

    /// <summary>The linked document and what came of asking; one call of the judges takes half a minute.</summary>
    private sealed record JudgedPlan(string Json, Task<Judgement> Judgement)
    {
        public static JudgedPlan Of(PlanFolder folder)
        {
            Assert.True(folder.Plan.Feasible, "a refused plan has nothing to judge");
            var json = TemplateJson.Write(LinkedEnvironment.Of(folder));
            return new(json, TemplateJudges.AskAsync(json));
        }
    }
}
