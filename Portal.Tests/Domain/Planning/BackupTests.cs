using System.Globalization;
using System.Text.RegularExpressions;
using Portal.Domain.Planning;
using Portal.Domain.Planning.Document;
using Portal.Domain.Planning.Search;
using Portal.Domain.Planning.Search.Regions;
using Portal.Domain.Requests;
using Portal.Domain.Templates;
using Portal.Tests.Domain.Planning.Sheets;
using Portal.Tests.Domain.Templates.Judges;

namespace Portal.Tests.Domain.Planning;

/// <summary>Vaults, copies and restore tests: by stage, by reach, by programme.</summary>
public sealed class BackupTests
{
    [Theory]
    [InlineData(Stage.Production, "", "7", "none")]
    [InlineData(Stage.Staging, "", "7", "none")]
    [InlineData(Stage.Production, "compliance: [hipaa]\n", "35", "monthly")]
    [InlineData(Stage.Staging, "compliance: [hipaa]\n", "14", "monthly")]
    public void Vault_KeepsAWeek_AndMoreWhereAProgrammeAsks(Stage stage, string programme, string retention, string tests)
    {
        var plan = Designs.Run(Make.Sheet(stage, ("placement:\n", "placement:\n  residency: [DE]\n"), ("budget:", programme + "budget:"))).Plan;
        var parameters = plan.Stacks.Single(stack => stack.Module == "backup").Parameters;

        Assert.Equal(new StackParameter.Text(retention), parameters["RetentionDays"]);
        Assert.Equal(new StackParameter.FromStack("storefront-shop-eu-central-1-relational", "DbArn"), parameters["DbArn"]);
        Assert.Equal(tests == "monthly", plan.Cost!.Lines.Any(line => line.Item == "Restore test, trial instance"));
        Assert.Equal(tests == "monthly", parameters.TryGetValue("DbSubnetGroup", out var group) && group is StackParameter.FromStack);
        Assert.DoesNotContain(plan.Stacks, stack => stack.Module == "vault-copy");
    }

    /// <summary>https://docs.aws.amazon.com/aws-backup/latest/devguide/API_BackupPlanInput.html</summary>
    [Fact]
    public void BackupPlan_HasANameThatAwsTakes()
    {
        var plan = LinkedEnvironment.Of(Designs.Run(Make.ProductionSheet())).Section("Resources").Section("BackupPlan").Section("Properties").Section("BackupPlan");

        Assert.Matches(@"^[A-Za-z0-9_.-]{1,50}\z", plan.Text("BackupPlanName"));
    }

    /// <summary>
    /// A backup by the hour may not begin within an hour before the windows of 2:00 and 2:45, nor in them, to 3:15: on that day none comes between 0:00 and 4:00. A table knows no windows.
    /// </summary>
    [Theory]
    [InlineData(24, 86_400, 86_400)]
    [InlineData(4, 14_400, 14_400)]
    [InlineData(1, 14_400, 3600)]
    public void Copies_AreNoYoungerThanTheWindowsOfADatabaseLetThem(int hours, long database, long table)
    {
        Assert.Equal(database, Lost(Make.ProductionSheet()));
        Assert.Equal(table, Lost(DataSheets.Of(DataSheets.Table)));

        long Lost(RequestSheet sheet) => new Chooser(SearchSpace.Of(PlanningInput.Of(sheet, Designs.Facts)), [])
            .Best(new Choice { Reach = reach => reach.Strategy == Strategy.BackupCopy && reach.CopyHours == hours }, [])!.Promise.Region!.RpoSeconds;
    }

    [Fact]
    public void NothingStored_NeedsNoVault()
    {
        var plan = Designs.Run(Make.ProductionSheet(
            ("data:\n  relational: { engine: postgresql, sizeGb: 50, readsPerSecond: 200, writesPerSecond: 40, connections: 100 }\n", ""), ("  corruption: { rpo: 5m, rto: 1h }\n", ""))).Plan;

        Assert.DoesNotContain(plan.Stacks, stack => stack.Module == "backup");
        Assert.DoesNotContain(plan.Cost!.Lines, line => line.Service == "AWS Backup");
    }

    [Theory]
    [InlineData("", 7, 0)]
    [InlineData("compliance: [hipaa]\n", 35, 1)]
    public void VaultOfATable_HoldsWholeBackups_ForTheDataAndTheProgramme_NeverForACorruption(string programme, int backups, int trials)
    {
        var plan = Designs.Of(DataSheets.Of(DataSheets.Table, ("placement:\n", "placement:\n  residency: [DE]\n"), ("budget:", programme + "budget:")));
        var lines = plan.Cost!.Lines.Where(line => line.Service == "AWS Backup").ToList();

        Assert.Equal(backups * 40, lines.Single(line => line.Item == "Backups of the table").Quantity);
        Assert.Equal(trials, lines.Count(line => line.Item.StartsWith("Restore test", StringComparison.Ordinal)));
        Assert.All(lines, line => Assert.Equal(["data.keyValue", .. programme.Length > 0 ? new[] { "compliance" } : []], line.Because));
        Assert.Contains("recovery.corruption", plan.Cost.Lines.Single(line => line.Item == "Point-in-time recovery").Because);
    }

    /// <summary>A day of 24 hours makes 1, 6 or 24 backups. One of them stays for the daily rule's days, the others for a week: 7; 7 + 5 x 7; 35 + 5 x 7; 7 + 23 x 7.</summary>
    [Theory]
    [InlineData(24, "", 1, 7)]
    [InlineData(4, "", 6, 42)]
    [InlineData(4, "compliance: [hipaa]\n", 6, 70)]
    [InlineData(1, "", 24, 168)]
    public void VaultOfATable_IsPaidForWhatItsRulesMakeAndKeep(int hours, string programme, int aDay, int kept)
    {
        var folder = Designs.Run(DataSheets.InEurope(DataSheets.Table.Replace("sizeGb: 40", "sizeGb: 2", StringComparison.Ordinal), DataSheets.RegionLoss($"{hours}h", "24h"), ("budget:", programme + "budget:")));
        var stack = folder.Plan.Stacks.Single(each => each.Module == "backup");
        var days = Enumerable.Range(0, 24).Select(hour => Rules(folder, stack).Where(rule => rule.Hours.Contains(hour)).Select(rule => rule.Days).DefaultIfEmpty(0).Max()).Where(each => each > 0).ToList();

        Assert.Equal((aDay, kept), (days.Count, days.Sum()));
        Assert.Equal(2m * kept, Line("Backups of the table"));
        Assert.Equal(2m * kept, Line("Copies of backups of the table"));
        Assert.Equal(2m * aDay * 730 / 24, Line($"Copies of backups of the table, sent to {folder.Plan.Regions[1].Region}"), 3);

        decimal Line(string item) => folder.Plan.Cost!.Lines.Single(line => line.Item == item).Quantity;
    }

    /// <summary>Hours at which each rule is due, and the days for which it keeps. Rules that are due at once make one backup, which is kept longer: https://docs.aws.amazon.com/aws-backup/latest/devguide/plan-options-and-configuration.html</summary>
    private static IEnumerable<(IReadOnlyList<int> Hours, int Days)> Rules(PlanFolder folder, StackPlan stack)
    {
        var read = ModuleReader.Read("backup", folder.Template(stack)).Root.Section("Resources").Section("Plan").Section("Properties").Section("BackupPlan");
        return ((TemplateList)read["BackupPlanRule"]!).Items.Cast<TemplateMap>().Select(rule => (Due(Text(rule["ScheduleExpression"]!)), int.Parse(Text(rule.Section("Lifecycle")["DeleteAfterDays"]!), CultureInfo.InvariantCulture)));

        string Text(TemplateNode node) => node is TemplateScalar scalar ? scalar.Text
            : node.IsFunction(out var function, out var argument) && function == "Ref" ? Given(((TemplateScalar)argument).Text)
            : Regex.Replace(((TemplateScalar)((TemplateMap)node)["Fn::Sub"]!).Text, @"\$\{(\w+)\}", match => Given(match.Groups[1].Value));

        string Given(string name) => ((StackParameter.Text)stack.Parameters[name]).Value;
    }

    /// <summary>The hour of <c>cron(0 HOUR * * ? *)</c>: one, all, or every so many from 0 on.</summary>
    private static IReadOnlyList<int> Due(string cron)
    {
        var hour = Regex.Match(cron, @"^cron\(0 (\*|\d+|0/\d+) \* \* \? \*\)$").Groups[1].Value;
        return hour == "*" ? [.. Enumerable.Range(0, 24)]
            : hour.StartsWith("0/", StringComparison.Ordinal) ? [.. Enumerable.Range(0, 24).Where(each => each % int.Parse(hour[2..], CultureInfo.InvariantCulture) == 0)]
            : [int.Parse(hour, CultureInfo.InvariantCulture)];
    }

    [Fact]
    public void Backups_AreAllPremium_AndGrowWithTheDatabase()
    {
        decimal Usd(string gb) => Designs.Of(("sizeGb: 50", $"sizeGb: {gb}")).Cost!.Lines.Where(line => line.Item == "Backups of the database").Sum(line =>
        {
            Assert.Equal(line.MonthlyUsd, line.PremiumUsd);
            return line.MonthlyUsd.Usd;
        });

        Assert.InRange(Usd("200") / Usd("50"), 3.999m, 4.001m);
    }

    [Theory]
    [InlineData(24, "24", 1)]
    [InlineData(1, "1", 1)]
    public void BackupCopy_FillsTheVaultOfTheOtherRegion(int hours, string copyHours, int transfers)
    {
        var input = PlanningInput.Of(Make.ProductionSheet(), Designs.Facts);
        var space = SearchSpace.Of(input);
        var design = new Chooser(space, []).Best(new Choice { Reach = reach => reach.Strategy == Strategy.BackupCopy && reach.CopyHours == hours }, [])!;

        Assert.Equal(copyHours, design.Ground.Backups!.CopyHours.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(transfers, design.Lines.Count(line => line.Item.Contains("sent to", StringComparison.Ordinal)));
        var copies = design.Lines.Single(line => line.Item == "Copies of backups of the database");
        Assert.Equal((design.Reach.Sites[1].Region, copies.MonthlyUsd), (copies.Region, copies.PremiumUsd));
    }
}
