using Portal.Domain.Planning.Document;
using Portal.Domain.Requests;
using Portal.Tests.Domain.Planning.Sheets;

namespace Portal.Tests.Domain.Planning.Search;

/// <summary>
/// The floor of regions whose chains differ, by hand (docs/planner.md, Two regions): load balancer and fleet 99.99 each, RDS over two zones 99.95, its replica in the other region 99.5.
/// u = 0.00069989 and 0.00519899; noticed in 120 s, decided in 300 s, promoted in 1,800 s, names after 60 s: t = 2,280 / 7,200.
/// </summary>
public sealed class PromiseTests
{
    private const string Database = "{ engine: postgresql, sizeGb: 50, service: rds, readReplicas: 0 }";

    /// <summary>0.00069989 x (t + (1 - t) x (0.02 + 0.98 x 0.00519899)) = 0.00023363.</summary>
    [Fact]
    public void Floor_OfATakeover_CountsTheChainOfTheOtherRegion()
    {
        var plan = Of(RelationalSheets.With(Database, "zone: { rpo: 5m, rto: 30m }\n  region: { rpo: 5m, rto: 2h }"));

        Assert.Equal(RegionRole.Secondary, plan.Regions[1].Role);
        Assert.Equal(99.9766m, plan.Availability!.FloorPercent);
    }

    /// <summary>Half of 0.00023363, and half of 0.00519899 x (t + (1 - t) x (0.02 + 0.98 x 0.00069989)) = 0.00171984: the users of the other region have the weaker chain every day.</summary>
    [Fact]
    public void Floor_OfActiveRegions_CountsEachByItsShare()
    {
        var plan = Of(RelationalSheets.With(Database, placement: "primaryRegion: eu-west-1\n  activeActive: true\n  secondaryRegions: [eu-central-1]"));

        Assert.All(plan.Regions, region => Assert.Equal(RegionRole.Active, region.Role));
        Assert.Equal(99.9023m, plan.Availability!.FloorPercent);
    }

    private static Plan Of(RequestSheet sheet)
    {
        var plan = Designs.Of(FrontSheets.Named(sheet));
        Assert.True(plan.Feasible, string.Join('\n', plan.Refusals));
        Assert.Equal([true, false], plan.Database.Select(database => database.MultiAz));
        return plan;
    }
}
