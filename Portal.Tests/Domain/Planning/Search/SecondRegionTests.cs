using System.Collections.Frozen;
using Portal.Domain.Facts;
using Portal.Domain.Planning;
using Portal.Domain.Planning.Document;
using Portal.Domain.Requests;
using Portal.Domain.Sizing;
using Portal.Tests.Domain.Planning.Sheets;

namespace Portal.Tests.Domain.Planning.Search;

/// <summary>Three cheap second regions are enough to choose from, until none of them can do it.</summary>
public sealed class SecondRegionTests
{
    private static readonly RequestSheet Sheet = DataSheets.InEurope(DataSheets.Cache, DataSheets.RegionLoss("15m", "30m"));

    [Fact]
    public void Region_BeyondTheCheapest_IsTakenWhereTheyCannot()
    {
        var usual = PlanPipeline.Design(Sheet, Designs.Vpc, Designs.Facts);
        var second = Assert.Single(usual.Regions, region => region.Role == RegionRole.Secondary).Region;
        var elsewhere = PlanPipeline.Design(Sheet, Designs.Vpc, WithoutCachesBut("eu-west-1", "eu-south-2"));

        Assert.NotEqual("eu-south-2", second);
        Assert.True(elsewhere.Feasible, string.Join('\n', elsewhere.Refusals.Select(refusal => refusal.Why)));
        Assert.Equal("eu-south-2", Assert.Single(elsewhere.Regions, region => region.Role == RegionRole.Secondary).Region);
    }

    [Fact]
    public void NoRegion_ThatCan_IsStillRefused() => Assert.False(PlanPipeline.Design(Sheet, Designs.Vpc, WithoutCachesBut("eu-west-1")).Feasible);

    /// <summary>A region may take over from one zone: what one signs, 99.5, is in its chain, and two such regions sign for 99 but not for 99.99.</summary>
    [Fact]
    public void OneZone_InEachRegion_IsEnough_UntilSomethingAsksForMore()
    {
        var sheet = FrontSheets.Sheet(FrontSheets.NoData, FrontSheets.Domain, FrontSheets.RegionLoss("{ rpo: 1m, rto: 15m }"), ("slaPercent: 99.9", "slaPercent: 99"), ("  zone: { rpo: 5m, rto: 30m }\n", ""));
        var plan = Designs.Of(sheet);

        Assert.Equal([RegionRole.Primary, RegionRole.Secondary], plan.Regions.Select(region => region.Role));
        Assert.All(plan.Compute, fleet => Assert.Equal(1, Zones(fleet)));
        Assert.Contains(plan.Warnings, warning => warning.Requirement == "recovery.zone" && warning.Text.Contains("until another region takes over", StringComparison.Ordinal));
        Assert.All(
            new[] { sheet with { Recovery = sheet.Recovery with { Zone = new Objective(TimeSpan.Zero, TimeSpan.FromMinutes(2)) } }, sheet with { Availability = new Availability { SlaPercent = 99.99m } }, sheet with { Compliance = [ComplianceProgram.Hipaa] } },
            more => Assert.All(Designs.Of(more).Compute, fleet => Assert.Equal(2, Zones(fleet))));
    }

    private static int Zones(ComputePlan fleet) => fleet.Max / fleet.PerZone;

    private static AwsFacts WithoutCachesBut(params string[] regions) =>
        Designs.Facts with { Caches = Designs.Facts.Caches.Where(offers => regions.Contains(offers.Key)).ToFrozenDictionary() };
}
