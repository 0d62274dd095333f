using Portal.Domain.Controls;
using Portal.Domain.Planning.Document;
using Portal.Domain.Planning.Search.Topics;
using Portal.Domain.Requests;
using Portal.Tests.Domain.Planning.Sheets;

namespace Portal.Tests.Domain.Planning;

/// <summary>A compliance programme changes the plan, and its controls are judged on what is composed.</summary>
public sealed class ProgrammeTests
{
    private static readonly PlanFolder Hipaa = Bound(Stage.Production, "hipaa");

    /// <summary>Where no other region is, so that what asks for copies fails.</summary>
    private static readonly (string, string) InGermany = FrontSheets.In("eu-central-1\n  residency: [DE]");

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
        var plan = Bound(Stage.Production, "hipaa", InGermany).Plan;
        var failed = plan.Controls.Where(finding => finding.Status == FindingStatus.Failed).ToList();
        var warnings = plan.Warnings.Where(warning => warning.Requirement == "compliance" && warning.Text.StartsWith("hipaa/", StringComparison.Ordinal)).ToList();

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
        var folder = Bound(Stage.Production, "hipaa", InGermany);
        var (plan, letter) = (folder.Plan, folder.Files["summary.md"]);

        Assert.True(plan.Feasible);
        Assert.Contains(plan.Controls, finding => finding is { Id: "hipaa/164.308(a)(7)(ii)(A)", Status: FindingStatus.Failed });
        Assert.Contains("Compliance asks for copies of what is stored in another region, and placement.residency ([DE]) leaves none, so the controls that look for them fail.", letter, StringComparison.Ordinal);
        Assert.DoesNotContain("needs a second region", letter, StringComparison.Ordinal);
    }

    /// <summary>Nothing can speak TLS where there is neither a domain nor a certificate, so no other design would do: the plan is made, the control fails, and the letter says what that means.</summary>
    [Fact]
    public void Letter_SaysThatAPlanWithAFailedControlCannotBeSubmitted()
    {
        var folder = Bound(Stage.Development, "pci-dss");
        var failed = folder.Plan.Controls.Where(finding => finding.Status == FindingStatus.Failed).Select(finding => finding.Id).ToList();

        Assert.True(folder.Plan.Feasible);
        Assert.Equal(["pci-dss/4.2.1"], failed);
        Assert.Contains("**It cannot be submitted yet:** one control of your compliance programmes fails on it (pci-dss/4.2.1).", folder.Files["summary.md"], StringComparison.Ordinal);
        Assert.DoesNotContain("cannot be submitted", Designs.Run(Make.ProductionSheet()).Files["summary.md"], StringComparison.Ordinal);
    }

    [Fact]
    public void Residency_IsWhereDataMayStand()
    {
        var bound = Bound(Stage.Production, "gdpr", ("primaryRegion: eu-central-1", "primaryRegion: eu-central-1\n  residency: [EU]")).Plan;
        var free = Bound(Stage.Production, "gdpr").Plan;

        FindingStatus Status(Plan plan) => plan.Controls.Single(finding => finding.Id == ResidencyControl).Status;
        Assert.Equal((FindingStatus.Satisfied, FindingStatus.Failed), (Status(bound), Status(free)));
    }

    /// <summary>What is asked, and by which regions and databases it is answered.</summary>
    public static TheoryData<string, string, string, string> Reaches => new()
    {
        { "rds with readers", ", service: rds, readReplicas: 2", "", "one region, backups copied to eu-west-1 every 24 h; RDS PostgreSQL Multi-AZ; nothing" },
        { "pilot light of rds", ", service: rds", "region: { rpo: 5m, rto: 2h }", "pilot light; RDS PostgreSQL Multi-AZ; RDS read replica that people promote" },
        { "pilot light of aurora", ", service: aurora", "region: { rpo: 1m, rto: 2h }", "pilot light; Aurora PostgreSQL, two instances; Aurora global database without an instance" },
        { "warm standby", "", "region: { rpo: 1m, rto: 15m }", "warm standby; Aurora PostgreSQL, two instances; Aurora global database with one instance" },
        { "two active regions of rds", ", service: rds", "active", "active; RDS PostgreSQL Multi-AZ; RDS read replica with a standby, which people promote" },
        { "two active regions of aurora", ", service: aurora", "active", "active; Aurora PostgreSQL, two instances; Aurora global database with two instances" },
    };

    [Theory]
    [MemberData(nameof(Reaches))]
    public void Plan_UnderFourProgrammes_FailsNoControl(string what, string database, string region, string answer)
    {
        var folder = Designs.Run(OfFourProgrammes(database, region));
        var (plan, text) = (folder.Plan, Answer(folder.Plan));

        Assert.True(plan.Feasible, what);
        Assert.DoesNotContain(plan.Controls, finding => finding.Status == FindingStatus.Failed);
        Assert.DoesNotContain("cannot be submitted", folder.Files["summary.md"], StringComparison.Ordinal);
        Assert.True(answer.Split("; ").All(part => text.Contains(part, StringComparison.Ordinal)), $"{what}: {text}");
    }

    [Fact]
    public void StandbyRegion_ThatKeepsOneOfSomething_IsNamedByTheFinding()
    {
        var plan = Designs.Run(OfFourProgrammes(", service: aurora", "region: { rpo: 1m, rto: 2h }")).Plan;

        var finding = plan.Controls.Single(each => each.Id == "hipaa/164.308(a)(7)(ii)(C)");
        var other = plan.Regions.Single(region => region.Role == RegionRole.Secondary).Region;
        Assert.Equal(FindingStatus.Satisfied, finding.Status);
        Assert.EndsWith(
            $"{other} serves nobody until it takes over; until then one zone or none carries {string.Join(", ", new[] { "aurora-secondary/Cluster", "cache/Cache", "compute/AutoScalingGroup" }.Select(what => $"storefront-shop-{other}-{what}"))}.",
            finding.Action,
            StringComparison.Ordinal);
        Assert.DoesNotContain(finding.Evidence, evidence => evidence.Stack.EndsWith("-cache", StringComparison.Ordinal) && evidence.Stack.Contains(other, StringComparison.Ordinal));
    }

    /// <summary>Two active regions with a replica: without the programme it stands alone, with it it has a standby and is paid as such.</summary>
    [Fact]
    public void ActiveReplica_HasAStandbyWhereAProgrammeAsks_AndIsPaidAsMade()
    {
        var asked = OfFourProgrammes(", service: rds", "active");
        var sheet = asked with { Availability = new Availability { SlaPercent = 99 }, Placement = asked.Placement with { SecondaryRegions = ["eu-west-1"] } };
        var (bound, free) = (Designs.Run(sheet).Plan, Designs.Run(sheet with { Compliance = [] }).Plan);

        Assert.Equal((2, true), (bound.Database[1].Instances, bound.Database[1].MultiAz));
        Assert.Equal((1, false), (free.Database[1].Instances, free.Database[1].MultiAz));
        var (paired, alone) = (Replica(bound), Replica(free));
        Assert.EndsWith(", Multi-AZ", paired.Item, StringComparison.Ordinal);
        Assert.Equal(2, Math.Round(paired.MonthlyUsd.Usd / alone.MonthlyUsd.Usd, 1));
        Assert.Equal((new StackParameter.Text("true"), new StackParameter.Text("false")), (MultiAz(bound), MultiAz(free)));

        Portal.Domain.Costs.CostLine Replica(Plan plan) => plan.Cost!.Lines.Single(line => line.Item.Contains("read replica of another region", StringComparison.Ordinal));
        StackParameter MultiAz(Plan plan) => plan.Stacks.Single(stack => stack.Module == "relational-replica").Parameters["MultiAz"];
    }

    [Fact]
    public void FirewallThatMayNotLog_IsNoEvidenceOfLogs_AndTheFindingSaysSo()
    {
        var plan = Designs.Run(FrontSheets.Sheet(
            FrontSheets.Traffic("staticGbPerMonth: 500"), FrontSheets.Domain, FrontSheets.In("eu-central-1\n  residency: [EU]"), ("budget:", "compliance: [pci-dss]\nbudget:"))).Plan;

        var finding = plan.Controls.Single(each => each.Id == "pci-dss/10.2.1");
        Assert.Contains(plan.Stacks, stack => stack.Module == "edge");
        Assert.Equal(FindingStatus.Satisfied, finding.Status);
        Assert.DoesNotContain(finding.Evidence, evidence => evidence.Stack.EndsWith("-edge", StringComparison.Ordinal));
        Assert.Contains("storefront-shop-us-east-1-edge/WebAcl keeps no log", finding.Action, StringComparison.Ordinal);
    }

    /// <summary>The sheet's certificate serves one region, and without a domain none can be made for another.</summary>
    [Theory]
    [InlineData("hipaa")]
    [InlineData("nist-800-53")]
    public void SecondRegion_ThatCouldOnlySpeakPlainHttp_IsRefusedUnderAProgramme(string programme)
    {
        var plan = Designs.Of(OneCertificate(programme));

        var refusal = Assert.Single(plan.Refusals);
        Assert.Equal(["compliance", "dns.domain", "recovery.region"], refusal.Requirements.Order(StringComparer.Ordinal));
        Assert.Contains("a second region speaks plain HTTP", refusal.Proof, StringComparison.Ordinal);
        Assert.Contains("with a domain (dns.domain) another region gets a certificate of its own", refusal.Why, StringComparison.Ordinal);
        Assert.All(refusal.RelaxTo, way => Assert.NotEmpty(way.Change));
        Assert.NotEmpty(refusal.RelaxTo);
    }

    [Fact]
    public void SecondRegion_WithoutACertificate_IsAWarningWhereNoProgrammeAsks_AndGetsOneWithADomain()
    {
        var free = Designs.Of(OneCertificate("hipaa") with { Compliance = [] });
        var named = Designs.Run(OneCertificate("hipaa") with { Dns = new Dns { Domain = "shop.example.com", HostedZone = Dns.Create, Certificate = Dns.Create } }).Plan;

        Assert.Contains(free.Warnings, warning => warning.Requirement == "dns.certificate" && warning.Text.Contains("speaks plain HTTP until it is given one", StringComparison.Ordinal));
        Assert.Equal(2, named.Stacks.Count(stack => stack.Module == "certificate"));
        Assert.All(["hipaa/164.312(e)(1)", "hipaa/164.312(e)(2)(ii)"], id => Assert.Equal(FindingStatus.Satisfied, named.Controls.Single(finding => finding.Id == id).Status));
    }

    /// <summary>Where copies of backups are enough, the second region serves nobody and needs no certificate.</summary>
    [Fact]
    public void OneCertificate_IsEnoughForOneRegionWithCopies()
    {
        var plan = Designs.Run(Make.ProductionSheet(("budget:", "compliance: [hipaa]\nbudget:"), ("recovery:\n", "recovery:\n  region: { rpo: 24h, rto: 24h }\n"))).Plan;

        Assert.True(plan.Feasible);
        Assert.Equal(RegionRole.Backup, plan.Regions[1].Role);
        Assert.Equal(FindingStatus.Satisfied, plan.Controls.Single(finding => finding.Id == "hipaa/164.312(e)(1)").Status);
    }

    private static RequestSheet OneCertificate(string programme) => Make.ProductionSheet(
        ("budget:", $"compliance: [{programme}]\nbudget:"),
        FrontSheets.RegionLoss("{ rpo: 1m, rto: 20m }"),
        FrontSheets.In("eu-central-1\n  residency: [EU]"),
        ("monthlyUsd: 2000", "monthlyUsd: 90000"));

    private static string Answer(Plan plan) =>
        string.Join("; ", plan.Decisions.Where(decision => decision.Topic is "regions" or "relational database" or "database in the second region").Select(decision => decision.Chosen).Append("nothing"));

    /// <summary>The shop with a cache and a name of its own, over one region or two.</summary>
    private static RequestSheet OfFourProgrammes(string database, string region) => Make.ProductionSheet(
        ("budget:", "compliance: [pci-dss, hipaa, soc2, nist-800-53]\nbudget:"),
        ("connections: 100 }", $"connections: 100{database} }}\n  cache: {{ engine: valkey, sizeGb: 2, opsPerSecond: 1000 }}"),
        ("recovery:\n", region.Length == 0 || region == "active" ? "recovery:\n" : $"recovery:\n  {region}\n"),
        FrontSheets.In($"eu-central-1\n  residency: [EU]{(region == "active" ? "\n  activeActive: true" : "")}"),
        FrontSheets.Domain,
        ("monthlyUsd: 2000", "monthlyUsd: 90000"));

    private static string ResidencyControl => ControlCatalogue.Of(ComplianceProgram.Gdpr).Single(control => control.Checks.SequenceEqual(["residency"])).Id;

    private static decimal Kept(PlanFolder folder) => folder.Plan.Cost!.Lines.Where(line => line.Item.EndsWith(", kept", StringComparison.Ordinal)).Sum(line => line.Quantity);

    private static PlanFolder Bound(Stage stage, string programme, params (string, string)[] edits) =>
        Designs.Run(Make.Sheet(stage, [("budget:", $"compliance: [{programme}]\nbudget:"), .. edits]));
}
