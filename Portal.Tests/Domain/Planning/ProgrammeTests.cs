using Portal.Domain.Controls;
using Portal.Domain.Planning;
using Portal.Domain.Planning.Document;
using Portal.Domain.Planning.Search.Topics;
using Portal.Domain.Requests;
using Portal.Tests.Domain.Planning.Sheets;

namespace Portal.Tests.Domain.Planning;

/// <summary>A compliance programme changes the plan, and its controls are judged on what is composed.</summary>
public sealed class ProgrammeTests
{
    private static readonly PlanFolder Hipaa = Bound(Stage.Production, "hipaa");

    [Fact]
    public void Controls_AreJudged_AndSigned()
    {
        Assert.Equal(ControlCatalogue.Of(ComplianceProgram.Hipaa).Select(control => control.Id), Hipaa.Plan.Controls.Select(finding => finding.Id));
        Assert.Contains("hipaa/164.312(b)", Hipaa.Files[PlanFolder.ControlsPath], StringComparison.Ordinal);
        Assert.NotEqual(Designs.Run(Make.ProductionSheet()).Plan.Digest, Hipaa.Plan.Digest);
    }

    [Fact]
    public void Failed_IsAWarning_ThatNamesWhatBreaksIt()
    {
        var failed = Hipaa.Plan.Controls.Where(finding => finding.Status == FindingStatus.Failed).ToList();
        var warnings = Hipaa.Plan.Warnings.Where(warning => warning.Requirement == "compliance" && warning.Text.StartsWith("hipaa/", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(failed);
        Assert.Equal(failed.Count, warnings.Count);
        Assert.All(failed.Zip(warnings), pair =>
        {
            Assert.StartsWith(pair.First.Id, pair.Second.Text, StringComparison.Ordinal);
            Assert.All(pair.First.Evidence, evidence => Assert.Contains($"{evidence.Stack}/{evidence.Resource}", pair.Second.Text, StringComparison.Ordinal));
        });
    }

    [Theory]
    [InlineData("pci-dss", Stage.Development, 400, 1)]
    [InlineData("hipaa", Stage.Development, 400, 7)]
    [InlineData("soc2", Stage.Staging, 400, 7)]
    public void Programme_KeepsLogsForAYear_AndBackupsForAWeek_WhereItAsks(string programme, Stage stage, int logs, int backups)
    {
        var (bound, plain) = (Bound(stage, programme), Designs.Run(Make.Sheet(stage)));

        Assert.All(bound.Plan.Stacks.Where(stack => stack.Parameters.ContainsKey("LogRetentionDays")), stack => Assert.Equal(new StackParameter.Text($"{logs}"), stack.Parameters["LogRetentionDays"]));
        Assert.Equal(new StackParameter.Text($"{backups}"), bound.Plan.Stacks.Single(stack => stack.Module == "relational").Parameters["BackupRetentionDays"]);
        Assert.True(Kept(bound) > Kept(plain));
    }

    [Fact]
    public void Programme_ThatAsksForCopies_GetsASecondVault_AndPaysForIt()
    {
        var plain = Designs.Run(Make.ProductionSheet()).Plan;

        Assert.Contains(Hipaa.Plan.Stacks, stack => stack.Module == "vault-copy");
        Assert.DoesNotContain(plain.Stacks, stack => stack.Module == "vault-copy");
        var copies = Hipaa.Plan.Cost!.Lines.Single(line => line.Item == "Copies of backups of the database");
        Assert.Contains("compliance", copies.Because);
        Assert.Contains("every 24 h", Hipaa.Plan.Decisions.Single(decision => decision.Topic == "regions").Chosen, StringComparison.Ordinal);
        Assert.True(Hipaa.Plan.Trace.Single(entry => entry.Requirement == "compliance").MonthlyUsd >= copies.MonthlyUsd);
    }

    [Fact]
    public void Programme_ThatAsksForRedundancy_GetsTwoZonesAndAStandby()
    {
        (string, string)[] modest = [("slaPercent: 99.9", "slaPercent: 98"), ("zone: { rpo: 5m, rto: 30m }\n  ", "")];

        Assert.Equal(1, Designs.Of(modest).Decisions.Count(decision => decision.Chosen == "1 zone"));
        var bound = Designs.Of([.. modest, ("budget:", "compliance: [soc2]\nbudget:")]);
        Assert.Equal("2 zones", bound.Decisions.Single(decision => decision.Topic == "zones").Chosen);
        Assert.True(bound.Database[0].MultiAz);
    }

    [Fact]
    public void WhereResidencyLeavesNoOtherRegion_TheControlFailsInstead()
    {
        var plan = Bound(Stage.Production, "hipaa", ("primaryRegion: eu-central-1", "primaryRegion: eu-central-1\n  residency: [DE]")).Plan;

        Assert.True(plan.Feasible);
        Assert.Contains(plan.Controls, finding => finding is { Id: "hipaa/164.308(a)(7)(ii)(A)", Status: FindingStatus.Failed });
    }

    [Fact]
    public void Residency_IsWhereDataMayStand()
    {
        var bound = Bound(Stage.Production, "gdpr", ("primaryRegion: eu-central-1", "primaryRegion: eu-central-1\n  residency: [EU]")).Plan;
        var free = Bound(Stage.Production, "gdpr").Plan;

        FindingStatus Status(Plan plan) => plan.Controls.Single(finding => finding.Id == ResidencyControl).Status;
        Assert.Equal((FindingStatus.Satisfied, FindingStatus.Failed), (Status(bound), Status(free)));
    }

    private static string ResidencyControl => ControlCatalogue.Of(ComplianceProgram.Gdpr).Single(control => control.Checks.SequenceEqual(["residency"])).Id;

    private static decimal Kept(PlanFolder folder) => folder.Plan.Cost!.Lines.Where(line => line.Item.EndsWith(", kept", StringComparison.Ordinal)).Sum(line => line.Quantity);

    private static PlanFolder Bound(Stage stage, string programme, params (string, string)[] edits) =>
        Designs.Run(Make.Sheet(stage, [("budget:", $"compliance: [{programme}]\nbudget:"), .. edits]));
}
