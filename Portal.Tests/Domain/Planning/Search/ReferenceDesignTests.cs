using Portal.Domain.Planning.Document;
using Portal.Domain.Requests;
using Portal.Tests.Domain.Planning.Sheets;

namespace Portal.Tests.Domain.Planning.Search;

/// <summary>
/// The designs that AWS names for availability goals, and what the planner makes of the same goals.
/// Source: AWS Well-Architected Framework, Reliability Pillar, "Example implementations for availability goals" (whitepaper of July 2020):
/// 99 % in one zone; 99.9 % and 99.99 % over zones of one region; 99.95 % over two regions, recovered within 5 to 30 minutes; 99.999 % active in several regions, recovered within a minute.
/// </summary>
public sealed class ReferenceDesignTests
{
    /// <summary>What is signed for single instances comes to 98.99 %, so the same design meets a goal just below.</summary>
    [Fact]
    public void TwoNines_AreToBeExpectedOfOneZone()
    {
        var plan = Of(98.9m, "corruption: { rpo: 24h, rto: 24h }");

        Assert.Single(plan.Regions);
        Assert.Equal((1, 1), (plan.Compute[0].Max / plan.Compute[0].PerZone, plan.Database[0].Instances));
        Assert.True(plan.Availability!.FloorPercent < 99m);
        Assert.InRange(plan.Availability.ModelledPercent!.Value, 99m, Of(99.9m, "zone: { rpo: 5m, rto: 30m }").Availability!.ModelledPercent!.Value);
    }

    [Fact]
    public void ThreeNines_TakeALoadBalancer_AFleetOverZones_AndADatabaseWithAStandby()
    {
        var plan = Of(99.9m, "zone: { rpo: 5m, rto: 30m }");

        Assert.Single(plan.Regions);
        Assert.True(plan.Database[0].MultiAz && plan.Compute[0].Max / plan.Compute[0].PerZone > 1);
        Assert.True(plan.Availability!.ModelledPercent > 99.9m);
    }

    [Fact]
    public void ThreeAndAHalfNines_OverTwoRegions_WithinHalfAnHour_AreAWarmStandbyOrAPilotLight()
    {
        var plan = Of(99.95m, "region: { rpo: 5m, rto: 30m }");

        Assert.Equal([RegionRole.Primary, RegionRole.Secondary], plan.Regions.Select(region => region.Role));
        Assert.Equal(Routing.Failover, plan.Edge!.Routing);
        Assert.InRange(plan.Recovery!.Region!.RtoSeconds, 300, 1800);
    }

    /// <summary>The guidance counts on what one may expect of a region's zones; a promise that somebody signs goes less far, so the planner takes a second region, and shows what one region is expected to do.</summary>
    [Fact]
    public void FourNines_CanBeExpectedOfOneRegion_ButAreSignedOnlyForTwo()
    {
        var plan = Of(99.99m, "zone: { rpo: 0, rto: 2m }");
        var alone = Of(99.95m, "zone: { rpo: 0, rto: 2m }");

        Assert.Single(alone.Regions);
        Assert.True(alone.Availability is { FloorPercent: < 99.99m, ModelledPercent: > 99.99m });
        Assert.Equal(2, plan.Regions.Count);
        Assert.True(plan.Availability!.FloorPercent >= 99.99m);
    }

    [Fact]
    public void FiveNines_AreActiveInSeveralRegions_OnATableThatEachOfThemWrites()
    {
        var plan = Designs.Of(Sheet(99.999m, "region: { rpo: 1m, rto: 3m }") with
        {
            Data = new DataNeeds { KeyValue = new KeyValue { SizeGb = 20, ReadsPerSecond = 500, WritesPerSecond = 100 } },
            Placement = new Placement { PrimaryRegion = "eu-west-1", Residency = ["EU"], ActiveActive = true },
        });

        Assert.True(plan.Feasible, string.Join('\n', plan.Refusals));
        Assert.All(plan.Regions.Take(2), region => Assert.Equal(RegionRole.Active, region.Role));
        Assert.Equal(2, plan.KeyValue.Count(table => table.Region == "eu-west-1" || table.Region == plan.Regions[1].Region));
        Assert.True(plan.Availability!.FloorPercent >= 99.999m);
    }

    private static Plan Of(decimal sla, string losses)
    {
        var plan = Designs.Of(Sheet(sla, losses));
        Assert.True(plan.Feasible, string.Join('\n', plan.Refusals));
        return plan;
    }

    private static RequestSheet Sheet(decimal sla, string losses) =>
        FrontSheets.Named(RelationalSheets.With("{ engine: postgresql, sizeGb: 100, readsPerSecond: 300, writesPerSecond: 60 }", losses, sla));
}
