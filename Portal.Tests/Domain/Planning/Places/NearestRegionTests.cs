using System.Collections.Frozen;
using Portal.Domain.Facts;
using Portal.Domain.Planning;
using Portal.Domain.Planning.Search;
using Portal.Domain.Planning.Search.Regions;
using Portal.Domain.Planning.Search.Tiers;
using Portal.Tests.Domain.Planning.Sheets;

namespace Portal.Tests.Domain.Planning.Places;

public sealed class NearestRegionTests
{
    [Theory]
    [InlineData("{ EU: 80, US: 20 }", 0.8, 0.2)]
    [InlineData("{ DE: 50, FR: 20, US: 30 }", 0.7, 0.3)]
    [InlineData("{ EU: 100 }", 1, 0)] // nobody is nearest to the second region, so names lead nobody there
    [InlineData("{ US: 60, CA: 40 }", 0, 1)]
    [InlineData("", 0.5, 0.5)] // nobody knows where the users are
    public void ActiveRegions_AnswerThoseWhoAreNear(string audience, double first, double second)
    {
        var plan = Designs.Of(
            FrontSheets.Domain,
            ("meanRps: 50", audience.Length == 0 ? "meanRps: 50" : $"meanRps: 50\n  audience: {audience}"),
            ("primaryRegion: eu-central-1", "primaryRegion: eu-central-1\n  activeActive: true\n  secondaryRegions: [us-east-1]"),
            ("data:\n  relational: { engine: postgresql, sizeGb: 50, readsPerSecond: 200, writesPerSecond: 40, connections: 100 }\n", ""),
            ("  corruption: { rpo: 5m, rto: 1h }\n", ""));

        Assert.True(plan.Feasible, string.Join('\n', plan.Refusals));
        var outbound = plan.Cost!.Lines.Where(line => line.Item.StartsWith("Out to the internet", StringComparison.Ordinal)).ToList();
        // 50 requests a second of 8 KB, 2,628,000 s a month.
        Assert.Equal([1051.2m * (decimal)first, 1051.2m * (decimal)second], new[] { "eu-central-1", "us-east-1" }.Select(region => outbound.Where(line => line.Region == region).Sum(line => line.Quantity)));
    }

    [Theory]
    [InlineData("{ EU: 80, US: 20 }", "eu-central-1 to EU 840.96", "us-east-1 to US 210.24")]
    [InlineData("{ DE: 50, FR: 30, US: 20 }", "eu-central-1 to DE 525.6", "eu-central-1 to FR 315.36", "us-east-1 to US 210.24")]
    [InlineData("{ EU: 100 }", "eu-central-1 to EU 1051.2")] // nobody is nearest to the second region
    public void Accelerator_CarriesAnswersToThoseWhoAreNear(string audience, params string[] expected)
    {
        var sheet = FrontSheets.Sheet(FrontSheets.NoData, FrontSheets.Domain, FrontSheets.Traffic("audience: " + audience), ("primaryRegion: eu-central-1", "primaryRegion: eu-central-1\n  activeActive: true\n  secondaryRegions: [us-east-1]"));
        var design = new Chooser(SearchSpace.Of(PlanningInput.Of(sheet, WithPremiums())), []).Best(Choice.OfTier<FrontOption>(Tier.Front, option => option.Steering == Steering.Accelerator) with { Reach = reach => reach.Strategy == Strategy.ActiveActive }, [])!;

        // 50 requests a second of 8 KB are 1,051.2 GB a month.
        Assert.Equal(expected, design.Lines.Where(line => line.Item.StartsWith("Premium", StringComparison.Ordinal)).Select(line => FormattableString.Invariant($"{line.Item["Premium of bytes from ".Length..]} {line.Quantity:0.##}")));
    }

    /// <summary>A region that is nobody's nearest runs the least that there is, and may grow to a whole peak, since it takes over when the other is lost.</summary>
    [Theory]
    [InlineData("{ EU: 100 }", 0)]
    [InlineData("{ US: 100 }", 1)]
    public void RegionWithoutUsers_RunsTheLeast_AndMayCarryAll(string audience, int busy)
    {
        var plan = Active(audience);

        Assert.True(plan.Feasible, string.Join('\n', plan.Refusals));
        var (serving, idle) = (plan.Compute[busy], plan.Compute[1 - busy]);
        Assert.Equal((serving.Max, serving.InstanceType), (idle.Max, idle.InstanceType));
        Assert.Equal(idle.Max / idle.PerZone, idle.Min);
        Assert.True(serving.Min > idle.Min);
        Assert.All(plan.Cost!.Lines.Where(line => line.Region == idle.Region && line.Service == "Amazon EC2" && busy == 0), line => Assert.Equal(line.MonthlyUsd, line.PremiumUsd));
        Assert.DoesNotContain(plan.Cost.Lines, line => line.Region == idle.Region && line.Item.StartsWith("Out to the internet", StringComparison.Ordinal));

        var field = busy == 0 ? "placement.activeActive" : "placement.primaryRegion";
        Assert.Contains(plan.Warnings, warning => warning.Requirement == field && warning.Text.Contains($"Nobody in the audience is nearest to {idle.Region}", StringComparison.Ordinal));
        Assert.Equal(busy == 1, plan.Warnings.Any(warning => warning.Text.Contains($"{serving.Region} would be the better first region", StringComparison.Ordinal)));
        Assert.Contains(plan.Warnings, warning => warning.Requirement == "recovery.region" && warning.Text.Contains($"After a takeover {idle.Region} runs {idle.Min} instances, which nobody was led to before, and grows to the {idle.Max}", StringComparison.Ordinal));
    }

    /// <summary>Every region serves users, as the sheet asks: of what the sheet leaves open one is taken that answers somebody, not the cheapest of all.</summary>
    [Theory]
    [InlineData("{ EU: 60, US: 40 }", "US")]
    [InlineData("{ EU: 60, JP: 40 }", "IN")] // nearer to Japan than Frankfurt is, and cheaper than Tokyo
    public void ActiveRegion_ThatTheSheetLeavesOpen_AnswersSomebody(string audience, string place)
    {
        var plan = Designs.Of(
            FrontSheets.Domain, FrontSheets.Traffic("audience: " + audience), ("peakRps: 200", "peakRps: 2000"), ("monthlyUsd: 2000", "monthlyUsd: 90000"), FrontSheets.In("eu-central-1\n  activeActive: true"),
            ("sizeGb: 50, readsPerSecond: 200, writesPerSecond: 40", "sizeGb: 200, readsPerSecond: 900, writesPerSecond: 120"));

        Assert.True(plan.Feasible, string.Join('\n', plan.Refusals));
        Assert.Equal(place, Designs.Facts.Regions[plan.Regions[1].Region].DataResidency);
        Assert.DoesNotContain(plan.Warnings, warning => warning.Text.Contains("Nobody in the audience", StringComparison.Ordinal));
        Assert.StartsWith("every region answers users", Assert.Single(plan.Decisions, decision => decision.Topic == "regions").Gives, StringComparison.Ordinal);
    }

    /// <summary>A region that the sheet names is kept though nobody is near to it; then no sentence says that it answers.</summary>
    [Theory]
    [InlineData("{ EU: 100 }", "eu-central-1 answers users, and us-east-1 only once another region is lost")]
    [InlineData("{ US: 100 }", "us-east-1 answers users, and eu-central-1 only once another region is lost")]
    public void ActiveRegion_ThatAnswersNobody_IsNotSaidToAnswer(string audience, string said) =>
        Assert.Equal(said, Assert.Single(Active(audience).Decisions, decision => decision.Topic == "regions").Gives);

    [Fact]
    public void NoWarning_WhereEachRegionIsSomebodysNearest() =>
        Assert.DoesNotContain(Active("{ EU: 60, US: 40 }").Warnings, warning => warning.Text.Contains("Nobody in the audience", StringComparison.Ordinal));

    /// <summary>What runs in the region that stays must carry the mean load, else a takeover waits until it has grown.</summary>
    [Theory]
    [InlineData("{ EU: 50, US: 50 }", false)]
    [InlineData("{ EU: 100 }", true)]
    public void Takeover_WaitsForServers_WhereTooFewRun(string audience, bool waits)
    {
        var input = PlanningInput.Of(Sheet(audience), Designs.Facts);
        var designs = new Chooser(SearchSpace.Of(input), []);
        var fleet = designs.Best(Choice.OfTier<FleetOption>(Tier.Fleet, option => option.Type.Name == "m7g.large") with { Topology = topology => topology.Zones == 2 }, [])!.Fleet;

        Assert.Equal(waits, fleet.Region!.RtoSeconds > 0);
        Assert.Equal(waits, fleet.Fleets.Any(each => each.Min < each.Whole.NeededAtMean));
    }

    /// <summary>All users are near Tokyo, so they are answered there, whatever region the sheet names first.</summary>
    [Fact]
    public void AudienceOfAnotherRegion_IsAnsweredThere()
    {
        var plan = Designs.Of(FrontSheets.Sheet(
            FrontSheets.NoData, ("  corruption: { rpo: 5m, rto: 1h }\n", ""), FrontSheets.Domain, FrontSheets.Traffic("audience: { JP: 100 }\n  latencyMs: 50"), FrontSheets.In("eu-west-1"), ("monthlyUsd: 2000", "monthlyUsd: 90000")));

        Assert.True(plan.Feasible, string.Join('\n', plan.Refusals));
        Assert.Equal(["eu-west-1", "ap-northeast-1"], plan.Compute.Select(fleet => fleet.Region));
        Assert.Contains(plan.Warnings, warning => warning.Requirement == "placement.primaryRegion" && warning.Text.Contains("ap-northeast-1 would be the better first region", StringComparison.Ordinal));
        Assert.All(plan.Cost!.Lines.Where(line => line.Item.StartsWith("Out to the internet", StringComparison.Ordinal)), line => Assert.Equal("ap-northeast-1", line.Region));
    }

    private static Portal.Domain.Planning.Document.Plan Active(string audience) => Designs.Of(Sheet(audience));

    private static Portal.Domain.Requests.RequestSheet Sheet(string audience) => FrontSheets.Sheet(
        FrontSheets.NoData, ("  corruption: { rpo: 5m, rto: 1h }\n", ""), FrontSheets.Domain, FrontSheets.Traffic("audience: " + audience),
        ("peakRps: 200", "peakRps: 4000"), ("meanRps: 50", "meanRps: 2000"), ("monthlyUsd: 2000", "monthlyUsd: 90000"),
        FrontSheets.In("eu-central-1\n  activeActive: true\n  secondaryRegions: [us-east-1]"));

    /// <summary>The price book knows the premium of one region only; here every region has it.</summary>
    private static AwsFacts WithPremiums()
    {
        var known = Designs.Facts.Price("global-accelerator", "dt-premium-outbound-europe", "us-east-1");
        return Designs.Facts with
        {
            ServicePrices = Designs.Facts.ServicePrices
                .Concat(from region in new[] { "eu-central-1", "us-east-1" }
                        from area in new[] { "europe", "us-mexico-canada" }
                        select KeyValuePair.Create(("global-accelerator", "dt-premium-outbound-" + area, region), known))
                .DistinctBy(price => price.Key).ToFrozenDictionary(),
        };
    }
}
