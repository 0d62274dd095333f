using Portal.Domain.Planning.Document;
using Portal.Domain.Requests;
using Portal.Tests.Domain.Planning.Sheets;

namespace Portal.Tests.Domain.Planning;

public sealed class WarningTests
{
    [Fact]
    public void Internal_SaysWhereClientsComeFrom() =>
        Assert.Contains("192.168.0.0/16", Text("traffic.exposure", ("peakRps: 200", "peakRps: 200\n  exposure: internal"), ("budget:", "network: { reserved: [192.168.0.0/16] }\nbudget:")), StringComparison.Ordinal);

    /// <summary>The platform's pool, where the sheet names none, and what the sheet says is in use elsewhere.</summary>
    [Theory]
    [InlineData("{ reserved: [10.64.0.0/10] }", true)]
    [InlineData("{ reserved: [10.0.0.0/8] }", true)]
    [InlineData("{ reserved: [10.0.0.0/12] }", false)]
    [InlineData("{ cidrPool: 10.64.0.0/16, reserved: [10.64.0.0/10] }", false)]
    public void PlatformsPool_InWhatIsReserved_IsAWarning(string network, bool warns) =>
        Assert.Equal(warns, Designs.Of(("budget:", $"network: {network}\nbudget:")).Warnings.Any(warning => warning.Requirement == "network.reserved" && warning.Text.Contains("10.64.0.0/20", StringComparison.Ordinal)));

    [Fact]
    public void DevelopmentWithoutCertificate_WarnsOfHttp() =>
        Assert.Contains(Designs.Of(Make.Sheet(Stage.Development)).Warnings, warning => warning.Requirement == "dns.certificate");

    [Fact]
    public void SlaAsAFraction_IsTakenForASlip()
    {
        Assert.StartsWith("0.999 % is asked for", Text("availability.slaPercent", ("slaPercent: 99.9", "slaPercent: 0.999")), StringComparison.Ordinal);
        Assert.DoesNotContain(Designs.Of(("slaPercent: 99.9", "slaPercent: 50")).Warnings, warning => warning.Text.Contains("is asked for", StringComparison.Ordinal));
    }

    [Fact]
    public void Unmeasured_WarnsOfTheAssumedRate() =>
        Assert.Contains("60 requests a second per vCPU", Text("application.rpsPerVcpu", ("rpsPerVcpu: 50", "workload: standard")), StringComparison.Ordinal);

    [Theory]
    [InlineData("rpsPerVcpu: 50", "rpsPerVcpu: 50\n  stateless: false", "application.stateless")]
    [InlineData("monthlyUsd: 2000", "monthlyUsd: 2000\n  allowSpot: true", "budget.allowSpot")]
    [InlineData("eu-central-1", "eu-central-2", "placement.primaryRegion")]
    public void RisksThatStay_AreNamed(string find, string write, string path) => Assert.NotEqual("", Text(path, (find, write)));

    [Fact]
    public void Spot_ThatIsAllowedAndNotTaken_SaysWhy()
    {
        (string, string) allowed = ("monthlyUsd: 2000", "monthlyUsd: 90000\n  allowSpot: true");

        Assert.Contains("sessions on its servers", Text("budget.allowSpot", allowed, ("rpsPerVcpu: 50", "rpsPerVcpu: 50\n  stateless: false")), StringComparison.Ordinal);
        Assert.Contains("in one zone", Text("budget.allowSpot", allowed, ("slaPercent: 99.9", "slaPercent: 98"), ("zone: { rpo: 5m, rto: 30m }\n  ", ""), ("peakRps: 200\n  meanRps: 50", "peakRps: 3\n  meanRps: 2")), StringComparison.Ordinal);
    }

    [Fact]
    public void SharedWayOut_IsARisk_AndOneForEachZoneIsNot()
    {
        Assert.Contains("One NAT gateway", Text("recovery.zone"), StringComparison.Ordinal);
        Assert.DoesNotContain(Designs.Of(("zone: { rpo: 5m, rto: 30m }", "zone: { rpo: 0, rto: 2m }")).Warnings, warning => warning.Requirement == "recovery.zone");
    }

    [Fact]
    public void Alarms_ThatNobodyHears_AreWarnedOf_WithEveryTopic()
    {
        var regions = Designs.Run(DataSheets.InEurope(DataSheets.Objects, DataSheets.RegionLoss("15m", "30m"))).Plan;

        var topics = regions.Stacks.Where(stack => stack.Module == "monitoring").Select(stack => Assert.IsType<StackParameter.FromStack>(stack.Parameters["TopicArn"])).ToList();
        Assert.Equal(2, topics.Count);
        var text = Assert.Single(regions.Warnings, warning => warning.Requirement == "metadata.team").Text;
        Assert.All(topics, topic => Assert.Contains(topic.Stack, text, StringComparison.Ordinal));
        Assert.Contains("storefront-shop-us-east-1-monitoring-global", text, StringComparison.Ordinal);
        Assert.DoesNotContain(Designs.Of(Make.Sheet(Stage.Development)).Warnings, warning => warning.Requirement == "metadata.team");
    }

    [Fact]
    public void Commitment_ThatCostsMoreThanItSaves_IsWarnedOf_WithTheDifference()
    {
        (string, string) hours = ("peakRps: 200\n  meanRps: 50", "peakRps: 800\n  meanRps: 200\n  pattern: business-hours\n  businessHours: { days: mon-fri, from: \"08:00\", to: \"18:00\", timeZone: Europe/Berlin }");
        (string, string) plan = ("monthlyUsd: 2000", "monthlyUsd: 9000\n  purchase: savings-plan-1y");
        var (committed, onDemand) = (Designs.Of(hours, plan), Designs.Of(hours, ("monthlyUsd: 2000", "monthlyUsd: 9000")));

        Assert.Equal(onDemand.Compute.Single().InstanceType, committed.Compute.Single().InstanceType);
        Assert.True(committed.Cost!.MonthlyUsd > onDemand.Cost!.MonthlyUsd);
        Assert.Contains($"cost {committed.Cost.MonthlyUsd - onDemand.Cost.MonthlyUsd} a month less", Text("budget.purchase", hours, plan), StringComparison.Ordinal);
        Assert.Equal("", Text("budget.purchase", plan));
        Assert.Equal("", Text("budget.purchase", hours));
    }

    [Fact]
    public void Database_BeyondItsVolumesOperations_SaysThatRdsWasNotWeighed()
    {
        (string, string)[] busy = [("readsPerSecond: 200, writesPerSecond: 40", "readsPerSecond: 500, writesPerSecond: 6200"), ("monthlyUsd: 2000", "monthlyUsd: 60000")];

        // 2 x 6,200 + 0.2 x 500 operations a second; gp3 from 400 GB on includes 12,000 (facts, rds-gp3-baseline).
        Assert.Contains("12500 operations a second", Text("data.relational", busy), StringComparison.Ordinal);
        Assert.DoesNotContain("RDS was not weighed", Text("data.relational", [.. busy, ("connections: 100", "connections: 100, service: aurora")]), StringComparison.Ordinal);
    }

    [Fact]
    public void ConnectionsWithoutRequests_SayWhatThePriceLacks()
    {
        (string, string)[] held = [("peakRps: 200\n  meanRps: 50", "peakConnections: 75000"), ("rpsPerVcpu: 50", "rpsPerVcpu: 50\n  connectionsPerInstance: 8000"), ("monthlyUsd: 2000", "monthlyUsd: 90000")];

        Assert.DoesNotContain(Designs.Of(held).Cost!.Lines, line => line.Item.StartsWith("Out to the internet", StringComparison.Ordinal));
        Assert.Contains("no bytes to users", Text("traffic.meanRps", held), StringComparison.Ordinal);
        Assert.Equal("", Text("traffic.meanRps", [.. held, ("peakConnections: 75000", "peakConnections: 75000\n  meanRps: 20")]));
    }

    /// <summary>A standby, or a second node, goes on after the loss of either zone.</summary>
    [Theory]
    [InlineData("98", "", "The servers stand in one zone", true)]
    [InlineData("99.43", "", "The servers stand in one zone", false)]
    [InlineData("98", "cache: { engine: valkey, sizeGb: 3, opsPerSecond: 500 }", "The servers stand in one zone", true)]
    [InlineData("99.43", "cache: { engine: valkey, sizeGb: 3, opsPerSecond: 500 }", "The servers stand in one zone", false)]
    [InlineData("98", "objects: { sizeGb: 5 }", "The servers stand in one zone", false)]
    [InlineData("98", "relational: { engine: postgresql, sizeGb: 50, service: aurora }", "Servers and database stand in one zone", false)]
    [InlineData("99.43", "relational: { engine: postgresql, sizeGb: 50, service: aurora }", "The servers stand in one zone", false)]
    public void OneZone_NamesWhatStandsThere_AndWhatMayStandAloneInAnother(string sla, string data, string text, bool mayBeApart)
    {
        (string, string)[] asked = [("slaPercent: 99.9", $"slaPercent: {sla}"), ("  zone: { rpo: 5m, rto: 30m }\n", ""), ("peakRps: 200\n  meanRps: 50", "peakRps: 4000\n  meanRps: 1000"), ("monthlyUsd: 2000", "monthlyUsd: 90000")];
        var plan = Designs.Of(data.Length == 0 ? Make.ProductionSheet(asked) : DataSheets.Of(data, asked));
        var warnings = plan.Warnings.Where(warning => warning.Requirement == "recovery.zone").Select(warning => warning.Text).ToList();

        Assert.Equal("1 zone", Assert.Single(plan.Decisions, decision => decision.Topic == "zones").Chosen);
        Assert.StartsWith(text, warnings[0], StringComparison.Ordinal);
        Assert.Equal(mayBeApart, warnings.Exists(warning => warning.Contains("the loss of either stops the service", StringComparison.Ordinal)));
    }

    /// <summary>RDS of 50 GB: 300 s of decision, 600 + 4 x 50 s of restore, 100 s of repointing. Aurora: 900 s until an instance is made again (slas.json).</summary>
    [Theory]
    [InlineData("service: rds", "The database has no standby", "within 20 min", "the last 5 min is lost")]
    [InlineData("service: aurora", "The database has one instance", "within 15 min", "none is lost")]
    public void DatabaseWithoutAPartner_BehindServersOverZones_SaysWhatItsLossMeans(string service, string who, string within, string lost)
    {
        (string, string)[] asked = [("slaPercent: 99.9", "slaPercent: 99.45"), ("zone: { rpo: 5m, rto: 30m }\n  ", ""), ("connections: 100", "connections: 100, readReplicas: 0, " + service)];

        var text = Text("recovery.zone", asked);

        Assert.Equal("2 zones", Assert.Single(Designs.Of(asked).Decisions, decision => decision.Topic == "zones").Chosen);
        Assert.All([who, within, lost], part => Assert.Contains(part, text, StringComparison.Ordinal));
        Assert.DoesNotContain(who, Text("recovery.zone", ("connections: 100", "connections: 100, " + service)), StringComparison.Ordinal);
    }

    [Fact]
    public void SingleCacheNode_BehindServersOverZones_SaysThatItComesBackEmpty()
    {
        string Zone(string sla) => string.Join('\n', Designs.Of(DataSheets.Of(DataSheets.Cache, ("slaPercent: 99.9", $"slaPercent: {sla}"), ("  zone: { rpo: 5m, rto: 30m }\n", ""))).Warnings.Where(warning => warning.Requirement == "recovery.zone").Select(warning => warning.Text));

        Assert.Contains("The cache is one node: when its zone is lost, it is gone until another is made, within 15 min, and then starts empty", Zone("99.45"), StringComparison.Ordinal);
        Assert.DoesNotContain("one node", Zone("99.9"), StringComparison.Ordinal);
    }

    [Fact]
    public void Corruption_WhereNothingIsStored_IsNotPassedOver()
    {
        Assert.Contains("Nothing is stored", Text("recovery.corruption", FrontSheets.NoData), StringComparison.Ordinal);
        Assert.Equal("", Text("recovery.corruption"));
    }

    [Fact]
    public void RegionThatIsBuiltAnew_SaysByWhomAndFromWhat()
    {
        var text = Text("recovery.region", FrontSheets.NoData, FrontSheets.RegionLoss("{ rpo: 24h, rto: 24h }"));

        Assert.Matches("^After the loss of eu-central-1 people build everything anew in [a-z0-9-]+ from the stacks of this plan, which is what takes the promised ", text);
        Assert.Contains("Copies of backups are restored by people", Text("recovery.region", FrontSheets.RegionLoss("{ rpo: 24h, rto: 24h }")), StringComparison.Ordinal);
    }

    /// <summary>AWS raises a new account's 5 vCPU with use, so only a fleet of more than a hundred is news.</summary>
    [Fact]
    public void LargeFleet_SaysHowMuchQuotaItTakes()
    {
        (string, string)[] large = [("peakRps: 200\n  meanRps: 50", "peakRps: 150000\n  meanRps: 20000"), ("monthlyUsd: 2000", "monthlyUsd: 900000")];
        var fleet = Designs.Of(large).Compute.Single();

        Assert.True(fleet.Max * fleet.Vcpu > 3000);
        Assert.StartsWith($"At its largest the fleet takes {fleet.Max * fleet.Vcpu} vCPU in eu-central-1", Text("placement.account", large), StringComparison.Ordinal);
        Assert.Equal("", Text("placement.account"));
    }

    private static string Text(string path, params (string, string)[] edits) =>
        string.Join('\n', Designs.Of(edits).Warnings.Where(warning => warning.Requirement == path).Select(warning => warning.Text));
}
