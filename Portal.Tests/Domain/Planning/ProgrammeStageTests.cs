using Portal.Domain;
using Portal.Domain.Controls;
using Portal.Domain.Planning.Document;
using Portal.Domain.Requests;
using Portal.Tests.Domain.Planning.Sheets;

namespace Portal.Tests.Domain.Planning;

/// <summary>Whoever binds staging or development to a programme gets what its controls look for, as in production.</summary>
public sealed class ProgrammeStageTests
{
    private const string Relational = "relational: { engine: postgresql, sizeGb: 50, readsPerSecond: 200, writesPerSecond: 40, connections: 100 }";

    private static readonly IReadOnlyDictionary<string, (string, string)[]> Shapes = new Dictionary<string, (string, string)[]>
    {
        ["nothing"] = [FrontSheets.NoData, ("  corruption: { rpo: 5m, rto: 1h }\n", "")],
        ["rds"] = [("connections: 100", "connections: 100, service: rds")],
        ["aurora"] = [("connections: 100", "connections: 100, service: aurora")],
        ["table and cache"] = [(Relational, DataSheets.Table + "\n  " + DataSheets.Cache)],
    };

    public static TheoryData<Stage, ComplianceProgram> Bound =>
        new(new[] { Stage.Development, Stage.Staging }.SelectMany(stage => Enum.GetValues<ComplianceProgram>().Select(programme => (stage, programme))));

    [Theory]
    [MemberData(nameof(Bound))]
    public void Stage_UnderAProgramme_FailsNoControl(Stage stage, ComplianceProgram programme)
    {
        foreach (var (shape, edits) in Shapes)
        {
            var plan = Designs.Run(Sheet(stage, programme, edits)).Plan;

            Assert.True(plan.Feasible, $"{shape}: {string.Join(' ', plan.Refusals)}");
            Assert.Empty(plan.Controls.Where(finding => finding.Status == FindingStatus.Failed).Select(finding => $"{shape}: {finding.Id} {finding.Action}"));
        }
    }

    /// <summary>Only what a check asks for is raised: gdpr asks for deletion protection and for logs that stay, not for a stack policy or a lock.</summary>
    [Theory]
    [InlineData("", false, false, false, "Delete", false)]
    [InlineData("gdpr", true, true, false, "Snapshot", false)]
    [InlineData("pci-dss", true, false, true, "Snapshot", false)]
    [InlineData("iso-27001", true, true, true, "Snapshot", true)]
    public void Development_IsRaisedToWhatTheProgrammeAsks(string programme, bool database, bool balancer, bool guarded, string kept, bool locked)
    {
        var folder = Designs.Run(programme.Length == 0 ? Make.Sheet() : Sheet(Stage.Development, Enum.GetValues<ComplianceProgram>().Single(each => Wire.Name(each) == programme), []));
        var stack = folder.Plan.Stacks.Single(each => each.Module == "relational");
        var backups = folder.Plan.Stacks.FirstOrDefault(each => each.Module == "backup");

        Assert.Equal((database, balancer), (IsProtected("relational"), IsProtected("balancer")));
        Assert.Equal((database, guarded), (stack.TerminationProtection, stack.StackPolicy));
        Assert.Contains($"DeletionPolicy: {kept}", folder.Files[stack.Template], StringComparison.Ordinal);
        Assert.Equal(locked, backups is not null && folder.Files[backups.Template].Contains("LockConfiguration", StringComparison.Ordinal));
        Assert.Equal(programme.Length > 0, folder.Plan.Warnings.Any(warning => warning.Requirement == "compliance" && warning.Text.Contains("outlive their stacks", StringComparison.Ordinal)));

        bool IsProtected(string module) => folder.Plan.Stacks.Single(each => each.Module == module).Parameters["DeletionProtection"] == new StackParameter.Text("true");
    }

    private static RequestSheet Sheet(Stage stage, ComplianceProgram programme, (string, string)[] edits) => FrontSheets.Named(Make.Sheet(stage,
    [
        .. edits, FrontSheets.In("eu-central-1\n  residency: [EU]"), ("budget:", $"compliance: [{Wire.Name(programme)}]\nbudget:"), ("monthlyUsd: 2000", "monthlyUsd: 90000"),
    ]));
}
