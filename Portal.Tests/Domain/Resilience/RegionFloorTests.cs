using Portal.Domain.Resilience;

namespace Portal.Tests.Domain.Resilience;

public sealed class RegionFloorTests
{
    /// <summary>Load balancer, EC2, Aurora and cache: 99.99 each.</summary>
    private static readonly Chain Relational = Chain.Of(Floor.Of(Enumerable.Repeat(new PathPart("part", 99.99m), 4)));

    /// <summary>Load balancer, EC2 and a global table, whose 99.999 is signed for each region.</summary>
    private static readonly Chain GlobalTable = Chain.Of(Floor.Of([new("load balancer", 99.99m), new("compute", 99.99m), new("global table", 99.999m)]));

    [Fact]
    public void Of_TheWorkedExample_IsAsDocumented()
    {
        // docs/planner.md, Two regions: 0.0004 x (0.1 + 0.9 x (0.02 + 0.98 x 0.0004)) = 0.00004734...
        Assert.Equal(0.9996m, Relational.Available);
        Assert.Equal(99.9952m, RegionFloor.Of(Relational, Relational, 720));
    }

    [Theory]
    [InlineData(90)]
    [InlineData(120)]
    public void Of_ActiveActiveWithGlobalTables_ReachesFiveNines(int takeover) =>
        Assert.InRange(RegionFloor.Of(new(0.5m, GlobalTable, takeover), new(0.5m, GlobalTable, takeover)), 99.999m, 99.9995m);

    [Fact]
    public void Of_TwoRelationalRegions_NeverReachesFiveNines()
    {
        // The best a relational pair can do: load balancer, EC2 and Aurora, and an Aurora promotion's high value with nothing else counted.
        var chain = Chain.Of(Floor.Of(Enumerable.Repeat(new PathPart("part", 99.99m), 3)));

        var best = RegionFloor.Of(chain, Chain.Whole, 600);

        Assert.True(best < 99.999m, $"{best}");
    }

    [Fact]
    public void Of_WhenTheTakeoverOutlastsTheOutage_IsTheFirstRegionAlone() => Assert.Equal(99.96m, RegionFloor.Of(Chain.Of(99.96m), Chain.Of(99.96m), 7_201));

    /// <summary>Load balancer 99.99, one instance 99.5: 0.005 + 0.0000995 x (0.1 + 0.9 x (0.02 + 0.98 x 0.00509950)) = 0.005012...; the instance is back before the other region takes over.</summary>
    [Fact]
    public void Of_ASingleInstance_IsNotHelpedByATakeover()
    {
        var chain = Chain.Of(99.99m).With(Chain.Of(99.5m, isSingle: true));

        Assert.Equal(99.4987m, RegionFloor.Of(chain, chain, 720));
        Assert.Equal(99.4997m, RegionFloor.Of(chain, chain, 0));
        Assert.True(RegionFloor.Of(Chain.Of(100 * chain.Available), chain, 720) > 99.9m);
    }

    [Fact]
    public void Of_WithAnInstantTakeover_IsStillLimitedByCommonCauses() => Assert.Equal(99.98m, RegionFloor.Of(Chain.Of(99m), Chain.Whole, 0));

    [Fact]
    public void Of_GlobalParts_StandInSeries() =>
        Assert.Equal(99.98m, RegionFloor.Of(Chain.Whole, Chain.Whole, 720, [new("accelerator", 99.99m), new("cdn", 99.99m)]));

    [Fact]
    public void Of_EqualSharesAndChains_IsTheSameAsOneWithATakeover() =>
        Assert.Equal(RegionFloor.Of(Chain.Of(99.97m), Chain.Of(99.97m), 120), RegionFloor.Of(new(0.3m, Chain.Of(99.97m), 120), new(0.7m, Chain.Of(99.97m), 120)));

    /// <summary>0.25 x 0.0007 x (0.1 + 0.9 x (0.02 + 0.98 x 0.0052)) + 0.75 x 0.0052 x (0.1 + 0.9 x (0.02 + 0.98 x 0.0007)) = 0.000484...</summary>
    [Fact]
    public void Of_UnequalChains_CountsEachByItsShare() => Assert.Equal(99.9515m, RegionFloor.Of(new(0.25m, Chain.Of(99.93m), 720), new(0.75m, Chain.Of(99.48m), 720)));

    /// <summary>The users of the first two are shifted to the third at worst: 0.8 x 0.0004 x (0.1 + 0.9 x (0.02 + 0.98 x 0.005)) + 0.2 x 0.005 x (0.1 + 0.9 x (0.02 + 0.98 x 0.0004)) = 0.000157...</summary>
    [Fact]
    public void Of_ThreeRegions_CountsTheWorseOfTheOthers() =>
        Assert.Equal(99.9842m, RegionFloor.Of(new RegionShare(0.5m, Chain.Of(99.96m), 720), new RegionShare(0.3m, Chain.Of(99.96m), 720), new RegionShare(0.2m, Chain.Of(99.5m), 720)));

    [Fact]
    public void Of_SharesThatDoNotMakeAWhole_AreRefused() =>
        Assert.Throws<ArgumentException>(() => RegionFloor.Of(new(0.5m, Chain.Of(99.97m), 120), new(0.6m, Chain.Of(99.97m), 120)));
}
