using Portal.Domain.Planning;
using Portal.Domain.Planning.Document;
using Portal.Domain.Planning.Search;
using Portal.Domain.Planning.Search.Regions;
using Portal.Domain.Planning.Search.Tiers;
using Portal.Domain.Planning.Search.Topics;
using Portal.Domain.Requests;
using Portal.Domain.Templates;
using Portal.Tests.Domain.Planning.Sheets;
using Portal.Tests.Domain.Templates;

namespace Portal.Tests.Domain.Planning.Tiers;

/// <summary>Spot capacity above what carries the mean load, and how the fleet follows its load.</summary>
public sealed class SpotTests
{
    private static readonly (string, string) Allowed = ("monthlyUsd: 2000", "monthlyUsd: 2000\n  allowSpot: true");
    private static readonly PlanFolder Spot = Designs.Run(Make.ProductionSheet(Allowed));

    [Fact]
    public void Allowed_IsCheaper_AndKeepsTheMeanLoadOnDemand()
    {
        var plain = Designs.Of();
        var servers = Spot.Plan.Compute[0];
        var line = Spot.Plan.Cost!.Lines.Single(each => each.Item.EndsWith(", Spot", StringComparison.Ordinal));
        var parameters = Spot.Plan.Stacks.Single(stack => stack.Module == "compute").Parameters;

        Assert.True(Spot.Plan.Cost.MonthlyUsd < plain.Cost!.MonthlyUsd);
        Assert.Equal(730m * (servers.Min - servers.OnDemandBase!.Value), line.Quantity);
        Assert.Equal(Designs.Facts.Instances["eu-central-1"].Single(offer => offer.Type.Name == servers.InstanceType).Spot!.Usd, line.UnitUsd);
        Assert.Equal(new StackParameter.Text($"{servers.OnDemandBase}"), parameters["OnDemandBase"]);
        Assert.Contains("MixedInstancesPolicy", Spot.Files[Spot.Plan.Stacks.Single(stack => stack.Module == "compute").Template], StringComparison.Ordinal);
        Assert.Null(plain.Compute[0].OnDemandBase);
    }

    /// <summary>What is taken back seldom in one region may be taken back often in the other, and either is a risk.</summary>
    [Fact]
    public void Warning_NamesTheWorseBandOfTwoRegions()
    {
        var plan = Designs.Of(FrontSheets.NoData, FrontSheets.Domain, FrontSheets.RegionLoss("{ rpo: 15m, rto: 10m }"), FrontSheets.In("eu-central-1\n  secondaryRegions: [us-east-2]"), ("monthlyUsd: 2000", "monthlyUsd: 90000\n  allowSpot: true"));
        string[] bands = [.. plan.Compute.Select(servers => Designs.Facts.Instances[servers.Region].Single(offer => offer.Type.Name == servers.InstanceType).SpotInterruption!)];

        Assert.Equal(["15-20%", "<5%"], bands);
        Assert.Contains("in 15-20% of cases", plan.Warnings.Single(warning => warning.Requirement == "budget.allowSpot").Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Warning_NamesTheBand_AndNoOfferIsTakenBackMoreOften()
    {
        var band = Designs.Facts.Instances["eu-central-1"].Single(offer => offer.Type.Name == Spot.Plan.Compute[0].InstanceType).SpotInterruption!;

        Assert.Contains(band, Spot.Plan.Warnings.Single(warning => warning.Requirement == "budget.allowSpot").Text, StringComparison.Ordinal);
        var fleets = Options(Make.ProductionSheet(Allowed)).Where(fleet => fleet.Spot).ToList();
        Assert.NotEmpty(fleets);
        Assert.All(fleets, fleet => Assert.True(Designs.Facts.Instances["eu-central-1"].Single(offer => offer.Type == fleet.Type) is { Spot: not null, SpotInterruption: not ">20%" }));
    }

    [Theory]
    [InlineData("rpsPerVcpu: 50", "rpsPerVcpu: 50\n  stateless: false")]
    [InlineData("allowSpot: true", "allowSpot: false")]
    public void Sessions_OrNoLeave_KeepSpotAway(string find, string write) =>
        Assert.DoesNotContain(Options(Make.ProductionSheet(Allowed, (find, write))), fleet => fleet.Spot);

    [Fact]
    public void OneZone_KeepsSpotAway() =>
        Assert.DoesNotContain(Options(Make.ProductionSheet(Allowed), topology => topology.Zones == 1), fleet => fleet.Spot);

    [Theory]
    [InlineData("c6g.large", 2)]
    [InlineData("c6g.medium", 2)]
    [InlineData("t4g.small", 0)]
    public void Alternatives_AreAsLarge_AndNeverDearerThanOnDemand(string name, int count)
    {
        var offers = Designs.Facts.Instances["eu-central-1"].ToDictionary(offer => offer.Type.Name);
        var chosen = offers[name];
        var others = SpotPools.Beside(PlanningInput.Of(Make.ProductionSheet(Allowed), Designs.Facts), "eu-central-1", chosen.Type);

        Assert.Equal(count, others.Distinct().Except([chosen.Type]).Count());
        Assert.All(others, other => Assert.Equal((chosen.Type.Vcpu, chosen.Type.Architecture), (other.Vcpu, other.Architecture)));
        Assert.All(others, other => Assert.True(other.MemoryGib >= chosen.Type.MemoryGib && offers[other.Name].Spot!.Usd <= chosen.OnDemand.Usd && offers[other.Name].SpotInterruption != ">20%"));
    }

    [Fact]
    public void Alternatives_AreTheTemplatesOverrides()
    {
        var parameters = Spot.Plan.Stacks.Single(stack => stack.Module == "compute").Parameters;
        var chosen = Designs.Facts.Instances["eu-central-1"].Single(offer => offer.Type.Name == Spot.Plan.Compute[0].InstanceType).Type;
        var others = SpotPools.Beside(PlanningInput.Of(Make.ProductionSheet(Allowed), Designs.Facts), "eu-central-1", chosen);
        var cell = ModuleGrid.Of("compute").First(each => each.Parameters["Spot"] == TemplateValue.Text("true"));

        Assert.Equal(others.Select(other => other.Name), parameters.Where(each => each.Key is "InstanceTypeB" or "InstanceTypeC").Select(each => ((StackParameter.Text)each.Value).Value));
        Assert.Equal(
            ["InstanceType", "InstanceTypeB"],
            ((TemplateList)cell.Resolve().Root.Section("Resources").Section("AutoScalingGroup").Section("Properties").Section("MixedInstancesPolicy").Section("LaunchTemplate")["Overrides"]!).Items
                .Select(item => ((TemplateMap)item).Section("InstanceType").Text("Ref")));
    }

    [Theory]
    [InlineData("rpsPerVcpu: 50", "rpsPerVcpu: 50")]
    [InlineData("rpsPerVcpu: 50", "rpsPerVcpu: 50\n  memoryGbPerVcpu: 9")]
    [InlineData("rpsPerVcpu: 50", "rpsPerVcpu: 50\n  connectionsPerInstance: 1000")]
    public void Requests_ScaleWhatTheySize_ToTheShareThatSurvivesAZone(string find, string write)
    {
        var byConnections = write.Contains("connections", StringComparison.Ordinal);
        var folder = Designs.Run(Make.ProductionSheet((find, write), ("peakRps: 200", byConnections ? "peakRps: 200\n  peakConnections: 60000" : "peakRps: 200")));
        var compute = folder.Plan.Stacks.Single(stack => stack.Module == "compute");
        var servers = folder.Plan.Compute[0];
        var type = Designs.Facts.Instances["eu-central-1"].Single(offer => offer.Type.Name == servers.InstanceType).Type;
        var zones = folder.Plan.Regions[0].Zones.Count;

        Assert.Equal(!byConnections, folder.Template(compute).Contains("ALBRequestCountPerTarget", StringComparison.Ordinal));
        if (!byConnections)
        {
            var carried = 50 * Math.Min(type.Vcpu, type.MemoryGib / (write.EndsWith('9') ? 9 : 2));
            Assert.Equal(new StackParameter.Text($"{Math.Floor(carried * 60 * (zones - 1) / zones):0}"), compute.Parameters["RequestsPerTarget"]);
            Assert.Equal(new StackParameter.FromStack("storefront-shop-eu-central-1-balancer", "TargetGroupMetricName"), compute.Parameters["TargetGroupMetricName"]);
        }
    }

    [Fact]
    public void SavingsPlan_DoesNotCoverSpot()
    {
        var plan = Designs.Of(Allowed, ("monthlyUsd: 2000", "monthlyUsd: 2000\n  purchase: savings-plan-1y"));
        var covered = plan.Cost!.Lines.Single(line => line.Item.EndsWith(", Savings Plan", StringComparison.Ordinal));

        Assert.Equal(730m * plan.Compute[0].OnDemandBase!.Value, covered.Quantity);
    }

    [Fact]
    public void Decision_ShowsTheOtherWay()
    {
        var decision = Spot.Plan.Decisions.Single(each => each.Topic == "Spot");

        Assert.Equal(("Spot above the mean load", "no Spot"), (decision.Chosen, decision.Alternatives.Single().Option));
        Assert.True(decision.Alternatives[0].MonthlyUsd > Spot.Plan.Cost!.MonthlyUsd);
        Assert.Equal("on-demand", Spot.Plan.Decisions.Single(each => each.Topic == "purchase").Chosen);
    }

    [Theory]
    [InlineData("", "target tracking", false)]
    [InlineData("\n  pattern: spiky", "target tracking", false)]
    [InlineData("\n  pattern: seasonal", "target tracking and prediction", true)]
    [InlineData("\n  pattern: business-hours\n  businessHours: { days: mon-fri, from: \"07:00\", to: \"19:00\", timeZone: Europe/Dublin }", "target tracking, a schedule for business hours, and prediction", true)]
    public void Scaling_FollowsThePattern(string pattern, string words, bool predicts)
    {
        var folder = Designs.Run(Make.ProductionSheet(("meanRps: 50", "meanRps: 50" + pattern)));

        Assert.Equal(words, folder.Plan.Decisions.Single(decision => decision.Topic == "scaling").Chosen);
        Assert.Equal(predicts, folder.Files[folder.Plan.Stacks.Single(stack => stack.Module == "compute").Template].Contains("PredictiveScaling", StringComparison.Ordinal));
    }

    private static IEnumerable<FleetOption> Options(RequestSheet sheet, Func<Topology, bool>? topology = null) =>
        SearchSpace.Of(PlanningInput.Of(sheet, Designs.Facts)).Options(Tier.Fleet, new Choice { Topology = topology }).Cast<FleetOption>();
}
