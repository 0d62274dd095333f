using System.Collections.Frozen;
using Portal.Domain.Facts;
using Portal.Domain.Planning;
using Portal.Domain.Planning.Document;
using Portal.Domain.Requests;
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

    private static AwsFacts WithoutCachesBut(params string[] regions) =>
        Designs.Facts with { Caches = Designs.Facts.Caches.Where(offers => regions.Contains(offers.Key)).ToFrozenDictionary() };
}
