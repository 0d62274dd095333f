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
    [InlineData("{ EU: 100 }", 0.5, 0.5)] // nobody is nearest to the second region, so nobody knows
    public void ActiveRegions_AnswerThoseWhoAreNear(string audience, double first, double second)
    {
        var plan = Designs.Of(
            FrontSheets.Domain,
            ("meanRps: 50", $"meanRps: 50\n  audience: {audience}"),
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
    [InlineData("{ EU: 100 }", "eu-central-1 to EU 525.6", "us-east-1 to EU 525.6")] // parts are equal: everybody is anywhere
    public void Accelerator_CarriesAnswersToThoseWhoAreNear(string audience, params string[] expected)
    {
        var sheet = FrontSheets.Sheet(FrontSheets.NoData, FrontSheets.Domain, FrontSheets.Traffic("audience: " + audience), ("primaryRegion: eu-central-1", "primaryRegion: eu-central-1\n  activeActive: true\n  secondaryRegions: [us-east-1]"));
        var design = new Chooser(SearchSpace.Of(PlanningInput.Of(sheet, WithPremiums())), []).Best(Choice.OfTier<FrontOption>(Tier.Front, option => option.Steering == Steering.Accelerator) with { Reach = reach => reach.Strategy == Strategy.ActiveActive }, [])!;

        // 50 requests a second of 8 KB are 1,051.2 GB a month.
        Assert.Equal(expected, design.Lines.Where(line => line.Item.StartsWith("Premium", StringComparison.Ordinal)).Select(line => FormattableString.Invariant($"{line.Item["Premium of bytes from ".Length..]} {line.Quantity:0.##}")));
    }

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
