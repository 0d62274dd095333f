using Portal.Domain.Facts;
using Portal.Domain.Resilience;

namespace Portal.Tests.Domain.Resilience;

public sealed class FailureModelTests
{
    private static readonly ModelledDesign Documented = new() { Zones = 2, Running = 6, Needed = 3, Database = DatabaseShape.Standby };

    private readonly FailureModel model = new(AwsFacts.Embedded);

    [Fact]
    public void Of_TheWorkedExample_IsAsDocumented()
    {
        var modelled = model.Of(Documented);

        Assert.Equal(99.996427m, modelled.Percent);
        Assert.Equal(
            [
                ("region loss", 12m), ("database maintenance", 3m), ("load balancer event", 3m), ("instance failure, until noticed", 0.5m), ("database instance failure", 0.15m),
                ("zone loss, the database", 0.075m), ("zone loss, until noticed", 0.05m), ("database volume failure", 0.003m),
            ],
            modelled.Modes.Select(mode => (mode.Mode, mode.MinutesAYear)));
        Assert.Equal(18, modelled.OwnReleaseMinutes);
    }

    [Fact]
    public void Of_TheModes_AddUpToWhatIsMissing()
    {
        var modelled = model.Of(Documented with { Cache = CacheShape.OneNode, Second = new(SecondRegionRole.Warm, 600) });

        Assert.Equal(100 - (modelled.Modes.Sum(mode => mode.MinutesAYear) / 5_256), modelled.Percent, 5);
    }

    [Fact]
    public void Of_WithASecondRegion_StillLosesTheTakeover() =>
        Assert.Equal(
            0.1m * (600 + (6_600 * (0.02m + (0.98m * (0.02m + (0.98m * 18.778m / 525_600)))))) / 60,
            model.Of(Documented with { Second = new(SecondRegionRole.Warm, 600) }).Modes.Single(mode => mode.Mode == "region loss").MinutesAYear,
            5);

    /// <summary>Nobody leaves a region that still answers most requests.</summary>
    [Fact]
    public void Of_APartialLoss_IsNotCuredByASecondRegion()
    {
        var design = Documented with { Running = 4, Needed = 4, Database = DatabaseShape.None, Cache = CacheShape.Memcached, CacheNodes = 3 };
        var partial = model.Modes(design).Where(mode => mode.LostShare < 1 && mode.Lost > 0).Select(mode => mode.Mode).ToHashSet();
        IEnumerable<ModeMinutes> Partial(ModelledDesign lived) => model.Of(lived).Modes.Where(mode => partial.Contains(mode.Mode));

        Assert.True(partial.Count > 5, string.Join(", ", partial));
        Assert.Equal(Partial(design), Partial(design with { Second = new(SecondRegionRole.Active, 1) }));
    }

    [Fact]
    public void Of_ACdnOnThePath_IsNotCuredByASecondRegion()
    {
        var design = Documented with { CdnOnPath = true, Second = new(SecondRegionRole.Active, 90) };

        Assert.Equal(3, model.Of(design).Modes.Single(mode => mode.Mode == "CDN event").MinutesAYear);
    }

    [Fact]
    public void EachMode_StatesItsReasonAndSource() =>
        Assert.All(
            model.Of(Documented with { KeyValue = true, Cache = CacheShape.Memcached, WafFailClosed = true, CdnOnPath = true }).Modes,
            mode => Assert.False(mode.Reason.Length == 0 || mode.Source.Length == 0));

    [Fact]
    public void Of_ADesignWithoutInstances_IsRefused() => Assert.Throws<ArgumentException>(() => model.Of(Documented with { Running = 0 }));
}
