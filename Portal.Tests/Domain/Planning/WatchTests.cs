using Portal.Domain.Planning.Document;
using Portal.Domain.Requests;
using Portal.Domain.Templates;
using Portal.Tests.Domain.Planning.Sheets;

namespace Portal.Tests.Domain.Planning;

/// <summary>Alarms, dashboard and budget: what is billed is what is composed.</summary>
public sealed class WatchTests
{
    private static readonly PlanFolder Shop = Designs.Run(Make.ProductionSheet());

    [Theory]
    [InlineData("slaPercent: 99.9", "slaPercent: 99.9")]
    [InlineData("zone: { rpo: 5m, rto: 30m }\n  ", "")]
    [InlineData("zone: { rpo: 5m, rto: 30m }", "zone: { rpo: 0, rto: 2m }")]
    public void Alarms_AreBilledOneByOne(string find, string write)
    {
        var folder = Designs.Run(Make.ProductionSheet((find, write), ("slaPercent: 99.9", write.Length == 0 ? "slaPercent: 98" : "slaPercent: 99.9")));
        var types = Types(folder, "monitoring");

        Assert.Equal(types.Concat(Types(folder, "monitoring-data")).Count(type => type == "AWS::CloudWatch::Alarm"), Lines(folder, "Alarms,").Sum(line => line.Quantity));
        Assert.Equal(types.Count(type => type == "AWS::CloudWatch::Dashboard"), Lines(folder, "Dashboard").Sum(line => line.Quantity));
    }

    /// <summary>A pilot light runs no server: two alarms ask its group too whether it wants any, and each of them is paid as two.</summary>
    [Fact]
    public void PilotLight_HasEveryAlarmOfTheEntry_AndPaysForWhatTwoOfThemAskBeside()
    {
        var (first, second) = (Alarms(PilotLight, RegionRole.Primary), Alarms(PilotLight, RegionRole.Secondary));

        Assert.Equal(0, PilotLight.Plan.Compute[1].Min);
        Assert.Equal(OfTheEntry, OfTheEntry.Where(first.Contains));
        Assert.Equal(OfTheEntry, OfTheEntry.Where(second.Contains));
        Assert.Equal(second.Count + 2, Lines(PilotLight, "Alarms,").Where(line => line.Region == PilotLight.Plan.Regions[1].Region).Sum(line => line.Quantity));
    }

    /// <summary>What a minute says of errors, of healthy servers (null: nothing) and of those that the group wants, and which alarms that counts for.</summary>
    [Theory]
    [InlineData(4000, null, 0, "")]
    [InlineData(4000, null, null, "")]
    [InlineData(null, null, 4, "TooFewHosts")]
    [InlineData(4000, 0, 4, "BalancerErrors TooFewHosts")]
    [InlineData(0, 0, 4, "TooFewHosts")]
    [InlineData(null, 4, 4, "")]
    public void PilotLight_RingsFromTheMinuteInWhichServersAreWanted(int? errors, int? healthy, int? wanted, string rings)
    {
        var stack = PilotLight.Plan.Stacks.Single(each => each.Module == "monitoring" && each.Region == PilotLight.Plan.Regions[1].Region);
        var resources = ModuleReader.Read("monitoring", PilotLight.Template(stack)).Root.Section("Resources");
        var minute = new Dictionary<string, int?> { ["errors"] = errors, ["healthy"] = healthy, ["wanted"] = wanted };

        Assert.Equal(Least(PilotLight.Plan.Stacks.First(each => each.Module == "monitoring")), Least(stack));
        Assert.Equal(rings, string.Join(' ', new[] { "BalancerErrors", "TooFewHosts" }.Where(name => Breaches(resources.Section(name).Section("Properties"), stack, minute))));
    }

    private static readonly PlanFolder PilotLight = Designs.Run(RelationalSheets.With("{ engine: postgresql, sizeGb: 50, service: rds }", "zone: { rpo: 5m, rto: 30m }\n  region: { rpo: 5m, rto: 2h }"));

    private static readonly string[] OfTheEntry = ["BalancerErrors", "Latency", "RejectedConnections", "TargetErrors", "TooFewHosts", "UnhealthyHostsA", "UnhealthyHostsB"];

    private static int Least(StackPlan stack) => int.Parse(((StackParameter.Text)stack.Parameters["MinHealthyHosts"]).Value, System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>As CloudWatch reads it: FILL puts 0 where a metric says nothing.</summary>
    private static bool Breaches(TemplateMap alarm, StackPlan stack, Dictionary<string, int?> minute)
    {
        Assert.Equal("notBreaching", alarm.Text("TreatMissingData"));
        var queries = ((TemplateList)alarm["Metrics"]!).Items.Cast<TemplateMap>().ToList();
        var node = queries.Single(query => query["Expression"] is not null)["Expression"]!;
        var text = node is TemplateScalar scalar ? scalar.Text : ((TemplateScalar)((TemplateMap)node)["Fn::Sub"]!).Text;
        var parts = System.Text.RegularExpressions.Regex.Match(text, @"^IF\(FILL\((\w+), 0\) > 0, FILL\((\w+), 0\), (\$\{MinHealthyHosts\}|0)\)$");
        Assert.True(parts.Success, text);
        Assert.All([parts.Groups[1].Value, parts.Groups[2].Value], id => Assert.Contains(queries, query => query.Text("Id") == id));

        var value = (minute[parts.Groups[1].Value] ?? 0) > 0 ? minute[parts.Groups[2].Value] ?? 0 : parts.Groups[3].Value == "0" ? 0 : Least(stack);
        return alarm.Text("ComparisonOperator") == "LessThanThreshold" ? value < Least(stack) : value >= int.Parse(((StackParameter.Text)stack.Parameters["ErrorsPerMinute"]).Value, System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>No server stands where only copies lie, and yet somebody hears there that they are late.</summary>
    [Fact]
    public void CopiesOfObjects_AreWatchedWhereNoServerStands()
    {
        var folder = Designs.Run(DataSheets.InEurope(DataSheets.Objects + "\n  " + DataSheets.Table, DataSheets.RegionLoss("24h", "24h")));
        var copy = folder.Plan.Regions.Single(region => region.Role == RegionRole.Backup).Region;

        Assert.Equal(["BucketCopyLag"], Alarms(folder, RegionRole.Backup));
        Assert.Contains("BucketCopyFails", Alarms(folder, RegionRole.Primary));
        Assert.Equal(new StackParameter.FromStack($"storefront-shop-{copy}-foundation", "TopicArn"), folder.Plan.Stacks.Single(stack => stack.Module == "monitoring-data" && stack.Region == copy).Parameters["TopicArn"]);
        Assert.Equal(1, Lines(folder, "Alarms,").Where(line => line.Region == copy).Sum(line => line.Quantity));
    }

    [Fact]
    public void ReadReplicas_AreWatchedLikeTheirInstance_ButForStorage()
    {
        var alarms = Alarms(Designs.Run(RelationalSheets.With("{ engine: mysql, sizeGb: 50, service: rds, readReplicas: 3 }")), RegionRole.Primary);

        Assert.All("ABC", letter => Assert.Equal([$"ReplicaConnections{letter}", $"ReplicaCpu{letter}", $"ReplicaLag{letter}", $"ReplicaMemory{letter}"], alarms.Where(name => name.StartsWith("Replica", StringComparison.Ordinal) && name.EndsWith(letter)).Order(StringComparer.Ordinal)));
    }

    private static List<string> Alarms(PlanFolder folder, RegionRole role)
    {
        var region = folder.Plan.Regions.Single(each => each.Role == role).Region;
        return [.. folder.Plan.Stacks.Where(stack => (stack.Module is "monitoring" or "monitoring-data") && stack.Region == region).SelectMany(stack => Alarms(stack.Module, folder.Template(stack)))];
    }

    private static IEnumerable<string> Alarms(string module, string template) =>
        ModuleReader.Read(module, template).Root.Section("Resources").Entries.Where(entry => ((TemplateMap)entry.Value).Text("Type") == "AWS::CloudWatch::Alarm").Select(entry => entry.Key);

    [Theory]
    [InlineData(Stage.Production, "", "", 4)]
    [InlineData(Stage.Development, "", "", 4)]
    [InlineData(Stage.Production, "rpsPerVcpu: 50", "rpsPerVcpu: 50\n  connectionsPerInstance: 1000", 2)]
    [InlineData(Stage.Production, "peakRps: 200\n  meanRps: 50", "peakRps: 3\n  meanRps: 2", 0)]
    [InlineData(Stage.Production, "peakRps: 200\n  meanRps: 50", "peakRps: 200\n  meanRps: 200\n  pattern: business-hours\n  businessHours: { days: mon-fri, from: \"08:00\", to: \"18:00\", timeZone: Europe/Berlin }", 4)]
    public void ScalingAlarms_AreBilledTwoForEachPolicyThatTracksATarget(Stage stage, string find, string write, int alarms)
    {
        (string, string)[] held = write.Contains("connections", StringComparison.Ordinal) ? [("meanRps: 50", "meanRps: 50\n  peakConnections: 6000")] : [];
        var folder = Designs.Run(Make.Sheet(stage, [.. find.Length == 0 ? [] : new[] { (find, write) }, .. held]));
        var policies = Resources(folder, "compute").Count(resource => resource.Section("Properties").Text("PolicyType") == "TargetTrackingScaling");

        Assert.Equal(alarms, 2 * policies);
        Assert.Equal(alarms, Lines(folder, "Scaling of the servers, alarms").Sum(line => line.Quantity));
    }

    [Fact]
    public void ScalingAlarms_AreBilledInEachRegionWithServers()
    {
        var folder = Designs.Run(DataSheets.InEurope(DataSheets.Objects, DataSheets.RegionLoss("15m", "30m")));

        Assert.Equal(folder.Plan.Compute.Select(fleet => (fleet.Region, 4m)), Lines(folder, "Scaling of the servers, alarms").Select(line => (line.Region, line.Quantity)));
        Assert.Equal(2, folder.Plan.Compute.Count);
    }

    /// <summary>It has no price, so no plan may hold one.</summary>
    [Fact]
    public void AlarmOfAlarms_IsInNoPlan()
    {
        Assert.Contains("AWS::CloudWatch::Alarm", Types(Shop, "monitoring"));
        Assert.DoesNotContain("AWS::CloudWatch::CompositeAlarm", Types(Shop, "monitoring"));
    }

    [Fact]
    public void Development_IsNotWatched_UnlessAProgrammeAsks()
    {
        var plain = Designs.Run(Make.Sheet(Stage.Development)).Plan;
        var bound = Designs.Run(Make.Sheet(Stage.Development, ("budget:", "compliance: [pci-dss]\nbudget:"))).Plan;

        Assert.DoesNotContain(plain.Stacks, stack => stack.Module is "monitoring" or "monitoring-global" or "backup");
        Assert.DoesNotContain(plain.Cost!.Lines, line => line.Item.StartsWith("Alarm", StringComparison.Ordinal));
        Assert.Contains(bound.Stacks, stack => stack.Module == "monitoring");
        Assert.True(bound.Cost!.MonthlyUsd > plain.Cost.MonthlyUsd);
    }

    [Fact]
    public void MemoryOfTheServers_IsReportedAndBilled_OnlyWhereItIsWatched()
    {
        var plain = Designs.Run(Make.Sheet(Stage.Development));

        Assert.Equal(2, Lines(Shop, "Memory and disk of the servers").Single().Quantity);
        Assert.Equal(new StackParameter.Text("true"), Shop.Plan.Stacks.Single(stack => stack.Module == "compute").Parameters["AgentMetrics"]);
        Assert.Contains("GroupMemory", Shop.Template(Shop.Plan.Stacks.Single(stack => stack.Module == "monitoring")), StringComparison.Ordinal);
        Assert.Empty(Lines(plain, "Memory and disk of the servers"));
        Assert.Equal(new StackParameter.Text("false"), plain.Plan.Stacks.Single(stack => stack.Module == "compute").Parameters["AgentMetrics"]);
    }

    /// <summary>Eight servers at most, of which the mean load needs one; a db.t4g.small takes 225 connections in its 2 GiB and has 60 GB.</summary>
    [Theory]
    [InlineData("monitoring", "MaxSize", "8")]
    [InlineData("monitoring", "MinHealthyHosts", "1")]
    [InlineData("monitoring", "ErrorsPerMinute", "5")]
    [InlineData("monitoring", "BlockedPerMinute", "300")]
    [InlineData("monitoring-data", "MaxConnections", "180")]
    [InlineData("monitoring-data", "FreeMemoryBytes", "214748364")]
    [InlineData("monitoring-data", "FreeStorageBytes", "6442450944")]
    public void Thresholds_AreThoseOfThePlan(string module, string name, string value) => Assert.Equal(value, Threshold(Shop, module, name));

    /// <summary>500 requests a second are 30,000 a minute.</summary>
    [Fact]
    public void Thresholds_FollowTheMeanLoad_AndWhatALostRegionMayLose()
    {
        var folder = Designs.Run(Make.ProductionSheet(
            ("peakRps: 200", "peakRps: 2000"), ("meanRps: 50", "meanRps: 500"), ("connections: 100", "connections: 100, service: aurora"), ("recovery:\n", "recovery:\n  region: { rpo: 1m, rto: 1h }\n"), ("monthlyUsd: 2000", "monthlyUsd: 20000")));

        Assert.Equal(("30", "3000"), (Threshold(folder, "monitoring", "ErrorsPerMinute"), Threshold(folder, "monitoring", "BlockedPerMinute")));
        Assert.Equal("60", ((StackParameter.Text)folder.Plan.Stacks.Last(stack => stack.Module == "monitoring-data").Parameters["ReplicaLagSeconds"]).Value);
    }

    /// <summary>A day may be lost with a region, but who reads from a replica beside the writer does not want yesterday's answers: there the module's own half minute counts.</summary>
    [Theory]
    [InlineData("24h", "45m", "86400")]
    [InlineData("10m", "1h", "600")]
    public void ReadersOfTheFirstRegion_MayNotLagAsLongAsALostRegionMayLose(string rpo, string rto, string seconds)
    {
        var folder = Designs.Run(Make.ProductionSheet(
            ("connections: 100", "connections: 100, service: rds, readReplicas: 1"), ("recovery:\n", $"recovery:\n  region: {{ rpo: {rpo}, rto: {rto} }}\n"), ("monthlyUsd: 2000", "monthlyUsd: 20000")));
        var watched = folder.Plan.Stacks.Where(stack => stack.Module == "monitoring-data").ToLookup(stack => stack.Region == "eu-central-1");
        var (first, second) = (Assert.Single(watched[true]), Assert.Single(watched[false]));

        Assert.All([first, second], stack => Assert.Contains("ReplicaLagA", folder.Template(stack), StringComparison.Ordinal));
        Assert.Equal((new StackParameter.Text("30"), new StackParameter.Text(seconds)), (first.Parameters["ReplicaLagSeconds"], second.Parameters["ReplicaLagSeconds"]));
    }

    /// <summary>Where backups are what outlives the region, no copy lags, and every alarm keeps the module's seconds.</summary>
    [Fact]
    public void Backups_ThatOutliveARegion_SetNoLag()
    {
        var folder = Designs.Run(Make.ProductionSheet(
            ("connections: 100", "connections: 100, service: rds, readReplicas: 1"), ("recovery:\n", "recovery:\n  region: { rpo: 24h, rto: 72h }\n"), ("monthlyUsd: 2000", "monthlyUsd: 20000")));

        var watched = Assert.Single(folder.Plan.Stacks, stack => stack.Module == "monitoring-data");
        Assert.Equal(new StackParameter.Text("30"), watched.Parameters["ReplicaLagSeconds"]);
    }

    private static string Threshold(PlanFolder folder, string module, string name) => ((StackParameter.Text)folder.Plan.Stacks.First(stack => stack.Module == module).Parameters[name]).Value;

    [Fact]
    public void Budget_IsTheSheets_AndFindsItsTopic()
    {
        var stack = Shop.Plan.Stacks.Single(each => each.Module == "cost");

        Assert.Equal("us-east-1", stack.Region);
        Assert.Equal(new StackParameter.Text("2000"), stack.Parameters["MonthlyAmount"]);
        Assert.Equal(new StackParameter.FromStack("storefront-shop-us-east-1-monitoring-global", "GlobalTopicArn"), stack.Parameters["GlobalTopicArn"]);
    }

    /// <summary>It costs nothing, so it does not wait for alarms; without their topic somebody has to look at it.</summary>
    [Fact]
    public void Development_HasABudgetToo_AndPaysNothingForIt()
    {
        var folder = Designs.Run(Make.Sheet(Stage.Development));
        var stack = folder.Plan.Stacks.Single(each => each.Module == "cost");

        Assert.Equal(["AWS::Budgets::Budget"], Types(folder, "cost"));
        Assert.Equal((new StackParameter.Text("2000"), false), (stack.Parameters["MonthlyAmount"], stack.Parameters.ContainsKey("GlobalTopicArn")));
        Assert.DoesNotContain("NotificationsWithSubscribers", folder.Template(stack), StringComparison.Ordinal);
        Assert.DoesNotContain(folder.Plan.Cost!.Lines, line => line.Region == stack.Region);
        Assert.Contains(folder.Plan.Warnings, warning => warning.Requirement == "budget.monthlyUsd" && warning.Text.Contains(stack.Name, StringComparison.Ordinal));
        Assert.DoesNotContain(Shop.Plan.Warnings, warning => warning.Requirement == "budget.monthlyUsd");
    }

    private static IEnumerable<Portal.Domain.Costs.CostLine> Lines(PlanFolder folder, string item) =>
        folder.Plan.Cost!.Lines.Where(line => line.Item.StartsWith(item, StringComparison.Ordinal));

    private static List<string> Types(PlanFolder folder, string module) => [.. Resources(folder, module).Select(resource => resource.Text("Type")!)];

    private static IEnumerable<TemplateMap> Resources(PlanFolder folder, string module) =>
        ModuleReader.Read(module, folder.Template(folder.Plan.Stacks.Single(stack => stack.Module == module))).Root.Section("Resources").Entries.Select(entry => (TemplateMap)entry.Value);
}
