using Portal.Domain.Facts;
using Portal.Domain.Resilience;

namespace Portal.Tests.Domain.Resilience;

/// <summary>What makes a design safer never lowers its floor or its modelled availability; over thousands of designs drawn with a fixed seed.</summary>
public sealed class AvailabilityMonotonicityTests
{
    private static readonly FailureModel Model = new(AwsFacts.Embedded);

    [Fact]
    public void Model_OfOneRegionWithAnotherZone_IsNeverLower() => NeverLower(design => design.Second is null ? design with { Zones = design.Zones + 1 } : design);

    /// <summary>A takeover cures a zone loss that stops everything and not one that only slows the fleet (docs/planner.md), so the zone comes with its spares.</summary>
    [Fact]
    public void Model_OfTwoRegionsWithAnotherZoneAndItsSpares_IsNeverLower() =>
        NeverLower(design => design.Second is { TakeoverSeconds: >= 60 } && design.Cache != CacheShape.Memcached
            ? design with { Zones = design.Zones + 1, Running = Math.Max(design.Running, FleetSize(design.Needed, design.Zones + 1)) }
            : design);

    [Fact]
    public void Model_WithAnotherInstance_IsNeverLower() => NeverLower(design => design with { Running = design.Running + 1 });

    [Fact]
    public void Model_WithAStandby_IsNeverLower() =>
        NeverLower(design => design.Database == DatabaseShape.OneInstance ? design with { Database = DatabaseShape.Standby } : design with { AuroraInstances = design.AuroraInstances + 1 });

    [Fact]
    public void Model_WithAReplicatedCache_IsNeverLower() =>
        NeverLower(design => design.Cache == CacheShape.OneNode ? design with { Cache = CacheShape.Replicated } : design);

    [Fact]
    public void Model_WithASecondRegion_IsNeverLower() =>
        NeverLower(design => design with { Second = design.Second ?? new(SecondRegionRole.Pilot, 1_800) });

    [Fact]
    public void Model_WithAFasterTakeover_IsNeverLower() =>
        NeverLower(design => design.Second is { } second ? design with { Second = second with { TakeoverSeconds = second.TakeoverSeconds / 2 } } : design);

    [Fact]
    public void Model_WithAnActiveSecondRegion_IsNeverLower() =>
        NeverLower(design => design.Second is { } second ? design with { Second = second with { Role = SecondRegionRole.Active } } : design);

    [Fact]
    public void Floor_WithASecondRegionOrAFasterTakeover_IsNeverLower()
    {
        var random = new Random(3);
        for (var i = 0; i < 5_000; i++)
        {
            var (first, second, single) = (90 + (random.Next(100_001) / 10_000m), 90 + (random.Next(100_001) / 10_000m), 90 + (random.Next(100_001) / 10_000m));
            var takeover = random.Next(10_000);
            var chain = Chain.Of(first).With(Chain.Of(single, isSingle: true));
            var (near, far) = (chain with { Available = Math.Min(chain.Alone, chain.Available + 0.0001m) }, Chain.Of(Math.Min(100, second + 0.01m)));

            var floor = RegionFloor.Of(chain, Chain.Of(second), takeover);

            Assert.True(floor >= Floor.Truncated(100 * chain.Available), $"{first} {second} {takeover}");
            Assert.True(RegionFloor.Of(chain, Chain.Of(second), takeover / 2m) >= floor, $"{first} {second} {takeover}");
            Assert.True(RegionFloor.Of(near, Chain.Of(second), takeover) >= floor, $"{first} {second} {takeover}");
            Assert.True(RegionFloor.Of(chain, far, takeover) >= floor, $"{first} {second} {takeover}");
            Assert.True(RegionFloor.Of(Chain.Of(100 * chain.Available), Chain.Of(second), takeover) >= floor, $"{first} {second} {takeover}");
        }
    }

    /// <summary>The fleet rule of the contract.</summary>
    private static int FleetSize(int needed, int zones) => zones * ((needed + zones - 2) / (zones - 1));

    private static void NeverLower(Func<ModelledDesign, ModelledDesign> safer)
    {
        var (random, raised) = (new Random(11), 0);
        for (var i = 0; i < 3_000; i++)
        {
            var design = Any(random);
            var (before, after) = (Model.Of(design).Percent, Model.Of(safer(design)).Percent);
            Assert.True(after >= before, $"{design}: {before} to {after}");
            raised += after > before ? 1 : 0;
        }

        Assert.True(raised > 0, "nothing was ever raised");
    }

    private static ModelledDesign Any(Random random)
    {
        var needed = random.Next(1, 12);
        return new()
        {
            Zones = random.Next(1, 4),
            Needed = needed,
            Running = random.Next(needed, (2 * needed) + 1),
            Database = (DatabaseShape)random.Next(4),
            AuroraInstances = random.Next(1, 4),
            DatabaseSizeGb = random.Next(20, 1_000),
            KeyValue = random.Next(2) == 1,
            Cache = (CacheShape)random.Next(4),
            CacheNodes = random.Next(1, 5),
            WafFailClosed = random.Next(2) == 1,
            CdnOnPath = random.Next(2) == 1,
            Second = random.Next(2) == 1 ? new((SecondRegionRole)random.Next(3), random.Next(30, 4_000)) : null,
        };
    }
}
