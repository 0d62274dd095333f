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

    /// <summary>
    /// Users of both regions write to the database of the first: 0.0005 x (t + (1 - t) x (0.02 + 0.98 x 0.00069989)) = 0.00016540. Beside it half of them have 0.00019999 x (the same) = 0.00006616,
    /// and half the replica in two zones, 0.00069989 x (t + (1 - t) x (0.02 + 0.98 x 0.00019999)) = 0.00023129: 1 - (1 - 0.00014872) x (1 - 0.00016540) = 0.00031410.
    /// </summary>
    [Fact]
    public void Floor_OfActiveRegions_CountsTheWritersLossForEverybody_AndEachChainByItsShare()
    {
        var plan = Of(RelationalSheets.With(Database, placement: "primaryRegion: eu-west-1\n  activeActive: true\n  secondaryRegions: [eu-central-1]"), isRedundantElsewhere: true);

        Assert.All(plan.Regions, region => Assert.Equal(RegionRole.Active, region.Role));
        Assert.Equal(99.9685m, plan.Availability!.FloorPercent);
    }

    /// <summary>One instance of RDS (99.5) strikes everybody, and so does one Aurora instance (99.9) for as long as it takes to make another: no takeover is that fast.</summary>
    [Theory]
    [InlineData("{ engine: postgresql, sizeGb: 50, service: rds, readReplicas: 0 }", 99.6)]
    [InlineData("{ engine: postgresql, sizeGb: 50, service: aurora, readReplicas: 0 }", 99.91)]
    public void SingleInstances_AreNoCheapWayToNines_ThroughASecondRegion(string database, double sla)
    {
        var plan = Designs.Of(FrontSheets.Named(RelationalSheets.With(database, "region: { rpo: 5m, rto: 2h }", sla: (decimal)sla)));

        Assert.True(plan.Feasible, string.Join('\n', plan.Refusals));
        Assert.True(plan.Database[0].MultiAz || plan.Database[0].Instances > 1, $"{plan.Database[0]}");
        Assert.True(plan.Regions[0].Zones.Count > 1);
    }

    /// <summary>The guidance for three nines is two zones of one region: https://docs.aws.amazon.com/wellarchitected/latest/reliability-pillar/s-99.9.html</summary>
    [Fact]
    public void ThreeNines_WithoutData_StandInTwoZonesOfOneRegion()
    {
        var plan = Designs.Of(Make.ProductionSheet(("peakRps: 200\n  meanRps: 50", "concurrentUsers: 40000\n  thinkTimeSeconds: 10"), ("monthlyUsd: 2000", "monthlyUsd: 90000"), ("zone: { rpo: 5m, rto: 30m }\n  ", "")));

        Assert.True(plan.Regions[0].Zones.Count > 1);
        Assert.Single(plan.Regions);
    }

    private static Plan Of(RequestSheet sheet, bool isRedundantElsewhere = false)
    {
        var plan = Designs.Of(FrontSheets.Named(sheet));
        Assert.True(plan.Feasible, string.Join('\n', plan.Refusals));
        Assert.Equal([true, isRedundantElsewhere], plan.Database.Select(database => database.MultiAz));
        return plan;
    }
}
