using Portal.Domain.Controls;
using Portal.Domain.Planning;
using Portal.Domain.Planning.Document;
using Portal.Domain.Planning.Places;
using Portal.Domain.Planning.Search.Topics;
using Portal.Domain.Requests;
using Portal.Domain.Sizing;
using Portal.Tests.Domain.Planning.Sheets;

namespace Portal.Tests.Domain.Planning;

/// <summary>What an architect would answer to the sheets in <c>Scenarios/</c>, whole plans with their stacks.</summary>
public sealed class ScenarioTests
{
    private static readonly Dictionary<string, Lazy<PlanFolder>> Folders =
        ScenarioSheets.Names.Append(ScenarioSheets.Impossible).ToDictionary(name => name, name => new Lazy<PlanFolder>(() => Run(ScenarioSheets.Of(name))));

    public static TheoryData<string> Names => [.. ScenarioSheets.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void Everywhere_DataIsPrivateAndEncrypted_AndSomebodyWatches(string name)
    {
        var plan = Plan(name);
        var modules = plan.Stacks.Select(stack => stack.Module).ToHashSet();

        Assert.True(plan.Feasible, string.Join('\n', plan.Refusals));
        Assert.Superset(new HashSet<string> { "foundation", "network", "security", "balancer", "compute", "monitoring", "cost" }, modules);
        Assert.DoesNotContain(plan.Controls, finding => finding.Status == FindingStatus.Failed);
        Assert.True(plan.Cost!.MonthlyUsd <= plan.Cost.BudgetUsd);
        Assert.Equal(ScenarioSheets.Of(name).Traffic.Exposure == Exposure.Public, plan.Edge!.Waf);
    }

    [Fact]
    public void Courses_StandInOneRegionOverTwoZones_OnGraviton()
    {
        var plan = Plan("courses");

        Assert.Equal(2, plan.Compute[0].Max / plan.Compute[0].PerZone);
        Assert.Matches("^[a-z]+[0-9]g[a-z]*\\.", plan.Compute[0].InstanceType);
        Assert.Equal(["eu-west-1"], plan.Regions.Where(region => region.VpcCidr is not null).Select(region => region.Region));
    }

    [Fact]
    public void Courses_TakeRdsMultiAz_AndKeepTheirBackupsInASecondRegionOfTheUnion()
    {
        var plan = Plan("courses");
        var other = plan.Regions[1];

        Assert.Equal((RelationalService.Rds, true), (plan.Database[0].Service, plan.Database[0].MultiAz));
        Assert.Equal(99.93m, plan.Availability!.FloorPercent);
        Assert.Equal(RegionRole.Backup, other.Role);
        Assert.Equal("EU", Designs.Facts.Regions[other.Region].DataResidency);
        Assert.Contains(plan.Stacks, stack => stack.Module == "foundation" && stack.Region == other.Region);
        Assert.Equal(1480, plan.Recovery!.Corruption!.RtoSeconds);
    }

    [Fact]
    public void Courses_ServeStaticContentByTheCdn_WithAWarningOfItsLowerFloor()
    {
        var plan = Plan("courses");

        Assert.True(plan.Edge!.Cdn);
        Assert.DoesNotContain(plan.Availability!.Path, part => part.Part == "content delivery network");
        Assert.InRange(plan.Availability.Static!.FloorPercent, 99.80m, 99.81m);
        Assert.Contains(plan.Warnings, warning => warning.Requirement == "availability.slaPercent" && warning.Text.StartsWith("Static content has a floor of its own", StringComparison.Ordinal));
    }

    [Fact]
    public void Wiki_IsInternalOnly_InItsPool_WithTwoSmallNodes_ThatNothingHasToScale()
    {
        var plan = Plan("wiki");

        Assert.True(AddressPool.Contains(ScenarioSheets.Of("wiki").Network.CidrPool, System.Net.IPNetwork.Parse(plan.Regions[0].VpcCidr!)));
        Assert.Equal((2, 2), (plan.Compute[0].Max, plan.Compute[0].Max / plan.Compute[0].PerZone));
        Assert.StartsWith("t", plan.Compute[0].InstanceType, StringComparison.Ordinal);
        Assert.True(plan.Edge is { Cdn: false, Waf: false, GlobalAccelerator: false });
        Assert.Equal(("none", "traffic.peakRps"), (Designs.Decision(plan, "scaling").Chosen, Designs.Decision(plan, "scaling").Because.Single()));
        Assert.Contains("the least fleet carries the peak", Designs.Decision(plan, "scaling").Why, StringComparison.Ordinal);
        var compute = Folders["wiki"].Value.Template(plan.Stacks.Single(stack => stack.Module == "compute"));
        Assert.All(new[] { "AWS::AutoScaling::ScalingPolicy", "AWS::AutoScaling::ScheduledAction" }, type => Assert.DoesNotContain(type, compute, StringComparison.Ordinal));
        Assert.Equal("Scheme: internal", Folders["wiki"].Value.Template(plan.Stacks.Single(stack => stack.Module == "balancer")).Split('\n').Select(line => line.Trim()).Single(line => line.StartsWith("Scheme:", StringComparison.Ordinal)));
    }

    [Fact]
    public void Wiki_TakesAStandby_AndSaysHowNearTheSingleInstanceWas_AndWhatItWouldSave()
    {
        var plan = Plan("wiki");
        var single = Assert.Single(Designs.Decision(plan, "relational database").Alternatives, alternative => alternative.Option == "RDS PostgreSQL single-AZ");

        Assert.True(plan.Database[0].MultiAz);
        Assert.Equal("floor 99.4801 < 99.5000", single.Rejected);
        Assert.True(single.MonthlyUsd < plan.Cost!.MonthlyUsd);
        Assert.Equal("one NAT gateway", Designs.Decision(plan, "way out to the internet").Chosen);
        Assert.Contains(plan.Warnings, warning => warning.Text.StartsWith("One NAT gateway serves all zones", StringComparison.Ordinal));
    }

    [Fact]
    public void Booking_TakesAWarmStandby_WithAGlobalDatabaseThatTakesOverByItself()
    {
        var plan = Plan("booking");

        Assert.Equal([RegionRole.Primary, RegionRole.Secondary], plan.Regions.Select(region => region.Role));
        Assert.Equal([(RelationalService.Aurora, "primary"), (RelationalService.Aurora, "secondary")], plan.Database.Select(database => (database.Service, database.Role)));
        Assert.True(plan.Database[1].Instances > 0 && plan.Compute[1].Min > 0);
        Assert.InRange(plan.Recovery!.Region!.RtoSeconds, 1, 900);
        Assert.InRange(plan.Recovery.Region.RpoSeconds, 0, 60);
        Assert.Equal(Routing.Failover, plan.Edge!.Routing);
        Assert.Contains("RTO after region loss", Assert.Single(Designs.Decision(plan, "regions").Alternatives, alternative => alternative.Option == "pilot light in a second region").Rejected, StringComparison.Ordinal);
        Assert.Contains(plan.Warnings, warning => warning.Text.Contains("No capacity is reserved there: raise its quota", StringComparison.Ordinal));
    }

    [Fact]
    public void Booking_HasItsKeysCertificatesAndSecretsInBothRegions_AndGainsLessThanTheSquare()
    {
        var plan = Plan("booking");

        Assert.All(plan.Regions, region => Assert.Superset(
            new HashSet<string> { "foundation", "certificate", "balancer", "compute", "cache" },
            plan.Stacks.Where(stack => stack.Region == region.Region).Select(stack => stack.Module).ToHashSet()));
        Assert.IsType<StackParameter.FromStack>(plan.Stacks.Single(stack => stack.Module == "aurora").Parameters["SecondRegionKeyArn"]);
        var chain = plan.Availability!.Path.Aggregate(1m, (product, part) => product * part.Percent / 100);
        Assert.InRange(plan.Availability.FloorPercent, 99.99m, (100 * (1 - ((1 - chain) * (1 - chain)))) - 0.001m);
    }

    [Fact]
    public void Telemetry_TakesOneProvisionedTable_WithPointInTimeRecovery_ByTheGatewayEndpoint()
    {
        var plan = Plan("telemetry");
        var table = Assert.Single(plan.KeyValue);

        Assert.Equal(("us-west-2", "provisioned"), (table.Region, table.Mode));
        Assert.Empty(plan.Database);
        Assert.Equal("DynamoDB on demand", Assert.Single(Designs.Decision(plan, "key-value table").Alternatives).Option);
        Assert.Contains(plan.Cost!.Lines, line => line.Item == "Point-in-time recovery");
        Assert.InRange(plan.Recovery!.Corruption!.RtoSeconds, 400 * 5, 8 * 3600);
        Assert.Contains("dynamodb", Folders["telemetry"].Value.Template(plan.Stacks.Single(stack => stack.Module == "network")), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Impossible_IsRefused_WithTheNearestDesignsInOneRegionAndInTwo()
    {
        var plan = Plan(ScenarioSheets.Impossible);
        var ways = plan.Refusals.SelectMany(refusal => refusal.RelaxTo).ToList();

        Assert.False(plan.Feasible);
        Assert.Superset(new HashSet<string> { "availability.slaPercent", "recovery.region" }, plan.Refusals.SelectMany(refusal => refusal.Requirements).ToHashSet());
        Assert.All(plan.Refusals, refusal => Assert.NotEmpty(refusal.Proof));
        Assert.Contains(ways, way => way.FloorPercent >= 99.95m && way.Change.TryGetValue("recovery.region", out var left) && left is null);
        Assert.Contains(ways, way => way.FloorPercent >= 99.99m && way.Change.ContainsKey("budget.monthlyUsd") && way.Change.ContainsKey("recovery.region.rto"));
        Assert.All(ways, way => Assert.True(way.MonthlyUsd.Usd > 0));
    }

    /// <summary>On the first range of its own pool, as the command line plans.</summary>
    private static PlanFolder Run(RequestSheet sheet) =>
        PlanPipeline.Run(sheet, AddressPool.FirstFree(sheet.Network.CidrPool, sheet.Network.Reserved, new HashSet<System.Net.IPNetwork>())!.Value, Designs.Facts);

    private static Plan Plan(string name) => Folders[name].Value.Plan;
}
