using Portal.Domain.Costs;
using Portal.Domain.Planning;
using Portal.Domain.Planning.Document;
using Portal.Domain.Planning.Search;
using Portal.Domain.Planning.Search.Databases;
using Portal.Domain.Planning.Search.Topics;
using Portal.Domain.Requests;
using Portal.Domain.Templates;
using Portal.Tests.Domain.Planning.Sheets;

namespace Portal.Tests.Domain.Planning.Tiers;

/// <summary>Outside office hours nothing runs that can be stopped, and nothing is paid for it.</summary>
public sealed class OfficeHoursTests
{
    private const string Path = "budget.officeHoursOnly";
    private const string Database = "sizeGb: 50, readsPerSecond: 200, writesPerSecond: 40, connections: 100";

    // A week of 50 open hours; servers are there 15 minutes before each of five days, the database 45 minutes.
    private const decimal OpenHours = 50m * 730 / 168;
    private const decimal ServerHours = 51.25m * 730 / 168;
    private const decimal DatabaseHours = 53.75m * 730 / 168;

    private static readonly (string, string) NoLimit = ("monthlyUsd: 2000", "monthlyUsd: 90000");
    private static readonly PlanFolder Closed = Designs.Run(ClosingSheets.Of());
    private static readonly PlanFolder Open = Designs.Run(ClosingSheets.Open());

    [Fact]
    public void Servers_AndDatabase_CostWhatTheyRun()
    {
        var (servers, line) = (Closed.Plan.Compute[0], Line(Closed.Plan, "Amazon EC2"));
        var price = Designs.Facts.Instances["eu-central-1"].Single(offer => offer.Type.Name == servers.InstanceType).OnDemand.Usd;

        Assert.Equal(Math.Round(servers.Max * ServerHours, 4), line.Quantity);
        Assert.Equal(price * line.Quantity, line.MonthlyUsd);
        Assert.Equal(("db.t4g.small", 2), (Closed.Plan.Database[0].InstanceClass, Closed.Plan.Database[0].Instances));
        Assert.Equal(233.5565m, Line(Closed.Plan, "Amazon RDS", "db.t4g.small").Quantity);
        Assert.Equal(Money.FromUsd(0.074m * 233.5565m), Line(Closed.Plan, "Amazon RDS", "db.t4g.small").MonthlyUsd);
        Assert.Equal(730, Line(Open.Plan, "Amazon RDS", "db.t4g.small").Quantity);
        Assert.Equal(Line(Open.Plan, "Amazon RDS", "Storage gp3").MonthlyUsd, Line(Closed.Plan, "Amazon RDS", "Storage gp3").MonthlyUsd);
        Assert.Equal(Line(Open.Plan, "Amazon VPC", "NAT gateway").MonthlyUsd, Line(Closed.Plan, "Amazon VPC", "NAT gateway").MonthlyUsd);
        Assert.True(Closed.Plan.Cost!.MonthlyUsd < Open.Plan.Cost!.MonthlyUsd);
    }

    [Fact]
    public void MonthAtPeak_IsOnAtEveryHour()
    {
        var (closed, open) = (Options(ClosingSheets.Of()).First(option => option.Stops), Options(ClosingSheets.Open()).First());

        Assert.Equal((closed.Layout, closed.InstanceClass), (open.Layout, open.InstanceClass));
        Assert.Equal(open.Monthly, closed.Monthly + closed.BeyondMean);
        Assert.Equal(Money.Zero, open.BeyondMean);
    }

    [Fact]
    public void Serverless_IsPaidWhileItRuns_OrIdlesWhereItCannotStop()
    {
        var region = FrontSheets.RegionLoss("{ rpo: 1m, rto: 2h }");

        Assert.Equal(Units(ClosingSheets.Of(), stops: true), Math.Round(DatabaseHours * Serving(ClosingSheets.Open(), least: 0.5m), 2));
        Assert.Equal(Units(ClosingSheets.Of(region, NoLimit), stops: false), Math.Round((ServerHours * Serving(ClosingSheets.Open(region, NoLimit), least: 8)) + ((730 - ServerHours) * 8), 2));

        // What a unit does in an open hour, from a month in which it idles in the others.
        static decimal Serving(RequestSheet sheet, decimal least) => (Units(sheet, stops: false) - ((730 - OpenHours) * least)) / OpenHours;

        static decimal Units(RequestSheet sheet, bool stops) => Math.Round(
            Options(sheet).First(option => option is { IsServerless: true, Instances: 1, MultiAz: false } && option.Stops == stops && option.InstancesElsewhere == (sheet.Recovery.Region is null ? 0 : 1))
                .Lines.First(line => line.Item == "Serverless v2 capacity").Quantity,
            2);
    }

    [Fact]
    public void Fleet_IsGoneWhileClosed_AndNothingBringsItBack()
    {
        var (resources, parameters) = (Resources(Closed, "compute"), Parameters(Closed.Plan, "compute"));

        Assert.Equal(("45 7 * * 1,2,3,4,5", "0 18 * * 1,2,3,4,5", "Europe/Berlin"), (Text(parameters, "OpenAt"), Text(parameters, "CloseAt"), Text(parameters, "TimeZone")));
        Assert.Equal("0", Text(parameters, "ClosedSize"));
        Assert.Equal(["ClosedSize", "ClosedSize", "ClosedSize"], Sizes(resources, "Closing", "MinSize", "MaxSize", "DesiredCapacity"));
        Assert.Equal(["OpenSize", "MaxSize"], Sizes(resources, "Opening", "MinSize", "MaxSize"));
        Assert.Equal([$"{Closed.Plan.Compute[0].Max}", $"{Closed.Plan.Compute[0].Min}"], [Text(parameters, "OpenSize"), Text(parameters, "MinSize")]);
        Assert.Equal("true", resources.Section("AutoScalingGroup").Section("UpdatePolicy").Section("AutoScalingScheduledAction").Text("IgnoreUnmodifiedGroupSizeProperties"));
        Assert.Null(Resources(Open, "compute").Section("Closing").Section("Properties")["MaxSize"]);
        Assert.Equal(("0 8 * * 1,2,3,4,5", $"{Open.Plan.Regions[0].Zones.Count}"), (Text(Parameters(Open.Plan, "compute"), "OpenAt"), Text(Parameters(Open.Plan, "compute"), "ClosedSize")));
    }

    [Fact]
    public void OneServer_ComesBackByTheClock()
    {
        var folder = Designs.Run(ClosingSheets.Of(("peakRps: 200", "peakRps: 2"), ("meanRps: 50", "meanRps: 1"), ("slaPercent: 99.9", "slaPercent: 98"), ("  zone: { rpo: 5m, rto: 30m }\n", "")));
        var parameters = Parameters(folder.Plan, "compute");

        Assert.Equal((1, 1), (folder.Plan.Compute[0].Min, folder.Plan.Compute[0].Max));
        Assert.Equal(["1", "1", "1", "0"], new[] { "MinSize", "MaxSize", "OpenSize", "ClosedSize" }.Select(name => Text(parameters, name)));
    }

    [Theory]
    [InlineData("rds", "relational", "DatabaseId", "DBInstance", "DbInstanceIdentifier", "db")]
    [InlineData("aurora", "aurora", "ClusterId", "DBCluster", "DbClusterIdentifier", "cluster")]
    public void Database_IsStopped_AndStartedBeforeTheServers(string service, string module, string id, string kind, string input, string arn)
    {
        var folder = Designs.Run(ClosingSheets.Of((Database, $"{Database}, service: {service}")));
        var (resources, parameters) = (Resources(folder, "office-hours"), Parameters(folder.Plan, "office-hours"));

        Assert.Equal(("15 7 ? * MON,TUE,WED,THU,FRI *", "0 18 ? * MON,TUE,WED,THU,FRI *", "Europe/Berlin"), (Text(parameters, "StartAt"), Text(parameters, "StopAt"), Text(parameters, "TimeZone")));
        Assert.Equal(new StackParameter.FromStack($"storefront-shop-eu-central-1-{module}", id), parameters[id]);
        Assert.Equal("eu-central-1", folder.Plan.Stacks.Single(stack => stack.Module == "office-hours").Region);
        foreach (var verb in new[] { "Start", "Stop" })
        {
            var schedule = resources.Section(verb).Section("Properties");
            Assert.Equal($"cron(${{{verb}At}})", schedule.Section("ScheduleExpression").Text("Fn::Sub"));
            Assert.Equal(("TimeZone", "OFF", "Group"), (schedule.Section("ScheduleExpressionTimezone").Text("Ref"), schedule.Section("FlexibleTimeWindow").Text("Mode"), schedule.Section("GroupName").Text("Ref")));
            Assert.Equal($"arn:${{AWS::Partition}}:scheduler:::aws-sdk:rds:{verb.ToLowerInvariant()}{kind}", schedule.Section("Target").Section("Arn").Text("Fn::Sub"));
            Assert.Equal($$"""{"{{input}}":"${{{id}}}"}""", schedule.Section("Target").Section("Input").Text("Fn::Sub"));
            Assert.Equal("3600", schedule.Section("Target").Section("RetryPolicy").Text("MaximumEventAgeInSeconds"));
        }

        var statement = (TemplateMap)Assert.Single(((TemplateList)resources.Section("Policy").Section("Properties").Section("PolicyDocument")["Statement"]!).Items);
        Assert.Equal([$"rds:Start{kind}", $"rds:Stop{kind}"], ((TemplateList)statement["Action"]!).Items.Select(item => ((TemplateScalar)item).Text));
        Assert.Equal($"arn:${{AWS::Partition}}:rds:${{AWS::Region}}:${{AWS::AccountId}}:{arn}:${{{id}}}", statement.Section("Resource").Text("Fn::Sub"));
    }

    [Fact]
    public void Database_IsBackedUpAndMaintained_WhileItRuns_AndByNightWhereItNeverStops()
    {
        // Berlin is one or two hours ahead of UTC: 08:00 to 09:00 in winter, an hour later in summer.
        Assert.Equal(("07:00-07:30", "mon:07:30-mon:08:00"), (Text(Parameters(Closed.Plan, "relational"), "BackupWindow"), Text(Parameters(Closed.Plan, "relational"), "MaintenanceWindow")));
        Assert.Equal(("02:00-02:30", "sun:02:45-sun:03:15"), (Text(Parameters(Open.Plan, "relational"), "BackupWindow"), Text(Parameters(Open.Plan, "relational"), "MaintenanceWindow")));
    }

    [Theory]
    [InlineData(", service: rds, readReplicas: 1", "", "read replicas")]
    [InlineData(", service: rds", "{ rpo: 24h, rto: 24h }", "another region")]
    [InlineData(", service: rds", "{ rpo: 1h, rto: 4h }", "another region")]
    [InlineData(", service: aurora", "{ rpo: 1m, rto: 2h }", "another region")]
    public void Database_ThatCannotStop_RunsOn(string database, string region, string why)
    {
        (string, string)[] edits = [(Database, Database + database), NoLimit, .. region.Length == 0 ? Array.Empty<(string, string)>() : [FrontSheets.RegionLoss(region)]];

        var plan = Designs.Run(ClosingSheets.Of(edits)).Plan;

        Assert.DoesNotContain(plan.Stacks, stack => stack.Module == "office-hours");
        Assert.Equal(730, plan.Cost!.Lines.First(line => line.Service is "Amazon RDS" or "Amazon Aurora" && line.Unit == "instance-hour").Quantity);
        Assert.Contains(why, Assert.Single(plan.Warnings, warning => warning.Requirement == Path && warning.Text.StartsWith("The database runs", StringComparison.Ordinal)).Text, StringComparison.Ordinal);
        Assert.Equal("servers stop outside them", plan.Decisions.Single(decision => decision.Topic == "office hours").Chosen);
        Assert.Equal("0", Text(Parameters(plan, "compute"), "ClosedSize"));
    }

    [Fact]
    public void AuroraReaders_StopWithTheirCluster()
    {
        var plan = Designs.Of(ClosingSheets.Of((Database, $"{Database}, service: aurora, readReplicas: 2")));

        Assert.Equal([233.5565m, 233.5565m, 233.5565m], plan.Cost!.Lines.Where(line => line is { Service: "Amazon Aurora", Unit: "instance-hour" }).Select(line => line.Quantity));
    }

    [Fact]
    public void NothingToStop_NeedsNoSchedule()
    {
        var folder = Designs.Run(ClosingSheets.Of(FrontSheets.NoData));

        Assert.DoesNotContain(folder.Plan.Stacks, stack => stack.Module == "office-hours");
        Assert.Equal("0", Text(Parameters(folder.Plan, "compute"), "ClosedSize"));
    }

    [Fact]
    public void RegionThatStandsBy_KeepsItsSize_UntilOfficeHoursAreAllThereIs()
    {
        (string, string)[] edits = [FrontSheets.RegionLoss("{ rpo: 1m, rto: 20m }"), NoLimit];
        var (open, closed) = (Designs.Run(ClosingSheets.Open(edits)).Plan, Designs.Run(ClosingSheets.Of(edits)).Plan);
        var (there, parameters) = (closed.Compute[1], Parameters(closed, "compute", closed.Compute[1].Region));

        Assert.True(there.Min > 0 && there.Min < there.Max);
        Assert.DoesNotContain("OpenAt", Parameters(open, "compute", open.Compute[1].Region).Keys);
        Assert.Equal([$"{there.Min}", "0"], [Text(parameters, "OpenSize"), Text(parameters, "ClosedSize")]);
        Assert.Equal(Math.Round(there.Min * ServerHours, 4), closed.Cost!.Lines.Single(line => line.Service == "Amazon EC2" && line.Region == there.Region).Quantity);
        Assert.Equal(there.Min * 730, open.Cost!.Lines.Single(line => line.Service == "Amazon EC2" && line.Region == there.Region).Quantity);
    }

    [Fact]
    public void Plan_SaysWhatItMeans_AndTracesIt()
    {
        var texts = Closed.Plan.Warnings.Where(warning => warning.Requirement == Path).Select(warning => warning.Text).ToList();
        var entry = Closed.Plan.Trace.Single(each => each.Requirement == Path);

        Assert.Contains(texts, text => text.StartsWith("Outside mon-fri 08:00 to 18:00 (Europe/Berlin) it answers nobody", StringComparison.Ordinal));
        Assert.Contains(texts, text => text.Contains("a database that is stopped cannot be changed", StringComparison.Ordinal));
        Assert.Equal("servers and database stop outside them", Closed.Plan.Decisions.Single(decision => decision.Topic == "office hours").Chosen);
        Assert.Contains("office hours: **servers and database stop", Closed.Files[PlanFolder.SummaryPath], StringComparison.Ordinal);
        Assert.Equal(Closed.Plan.Cost!.MonthlyUsd - Open.Plan.Cost!.MonthlyUsd, entry.MonthlyUsd);
        Assert.Superset(
            new[] { "compute/Closing", "compute/Opening", "office-hours/Start", "office-hours/Stop" }.Select(id => "storefront-shop-eu-central-1-" + id).ToHashSet(),
            entry.Resources.ToHashSet());
        Assert.Contains(Path, Line(Closed.Plan, "Amazon RDS", "db.t4g.small").Because);
        Assert.DoesNotContain(Open.Plan.Trace, each => each.Requirement == Path);
        Assert.DoesNotContain(Open.Plan.Decisions, decision => decision.Topic == "office hours");
    }

    private static IEnumerable<RelationalOption> Options(RequestSheet sheet) =>
        SearchSpace.Of(PlanningInput.Of(sheet, Designs.Facts)).Options(Tier.Relational, Choice.Free).Cast<RelationalOption>();

    private static CostLine Line(Plan plan, string service, string item = "") => plan.Cost!.Lines.First(line => line.Service == service && line.Item.StartsWith(item, StringComparison.Ordinal));

    private static IReadOnlyDictionary<string, StackParameter> Parameters(Plan plan, string module, string region = "eu-central-1") =>
        plan.Stacks.Single(stack => stack.Module == module && stack.Region == region).Parameters;

    private static string Text(IReadOnlyDictionary<string, StackParameter> parameters, string name) => Assert.IsType<StackParameter.Text>(parameters[name]).Value;

    private static TemplateMap Resources(PlanFolder folder, string module) => TemplateReader.Read(folder.Template(folder.Plan.Stacks.Single(stack => stack.Module == module))).Section("Resources");

    private static IEnumerable<string?> Sizes(TemplateMap resources, string action, params string[] names) => names.Select(name => resources.Section(action).Section("Properties").Section(name).Text("Ref"));
}
