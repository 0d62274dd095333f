using Portal.Domain.Facts;
using Portal.Domain.Requests;
using Portal.Domain.Sizing;

namespace Portal.Tests.Domain.Sizing;

public sealed class FleetSizeTests
{
    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(80, 1)]
    [InlineData(80.01, 2)]
    [InlineData(800, 10)]
    public void Needed_RoundsUpByCpu(double rps, int expected) =>
        Assert.Equal(expected, FleetSize.Needed((decimal)rps, 0, Load(), Type(vcpu: 2, memoryGib: 64)));

    [Fact]
    public void Needed_WhenMemoryIsShort_CountsMemory() =>
        // 800 / 40 = 20 vCPU x 2 GB = 40 GB, in instances of 1 GB.
        Assert.Equal(40, FleetSize.Needed(800, 0, Load(), Type(vcpu: 2, memoryGib: 1)));

    [Fact]
    public void Needed_WhenConnectionsAreMany_CountsConnections() =>
        Assert.Equal(10, FleetSize.Needed(80, 75_000, Load() with { ConnectionsPerInstance = 8000 }, Type(vcpu: 2, memoryGib: 4)));

    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(7, 1, 7)]
    [InlineData(1, 2, 2)]
    [InlineData(7, 2, 14)]
    [InlineData(1, 3, 3)]
    [InlineData(3, 3, 6)]
    [InlineData(4, 3, 6)]
    [InlineData(5, 3, 9)]
    public void Running_SurvivesAZone(int needed, int zones, int expected) =>
        Assert.Equal(expected, FleetSize.Running(needed, zones));

    [Fact]
    public void Running_WithoutOneZone_StillCarriesTheLoad()
    {
        for (var needed = 1; needed <= 200; needed++)
        {
            for (var zones = 2; zones <= 3; zones++)
            {
                var running = FleetSize.Running(needed, zones);

                Assert.True(running - (running / zones) >= needed);
                Assert.Equal(0, running % zones);
            }
        }
    }

    [Theory]
    [InlineData(1, 60)]
    [InlineData(2, 30)]
    [InlineData(3, 40)]
    public void ScalingTarget_LeavesRoomForAZone(int zones, int expected) =>
        Assert.Equal(expected, FleetSize.ScalingTarget(60, zones));

    [Fact]
    public void Fleet_CountsByTheContract()
    {
        var fleet = Fleet.Of(Type(vcpu: 2, memoryGib: 4), zones: 3, Load());

        Assert.Equal((10, 3), (fleet.NeededAtPeak, fleet.NeededAtMean));
        Assert.Equal((15, 6, 5, 6), (fleet.AtPeak, fleet.AtMean, fleet.PerZone, fleet.Min));
    }

    [Fact]
    public void Fleet_HoursAndSpareHours_FollowTheProfile()
    {
        var fleet = Fleet.Of(Type(vcpu: 2, memoryGib: 4), zones: 2, Load());
        var profile = new LoadProfile(PeakHours: 30, MeanHours: 600, IdleHours: 100);

        // 20 at peak, 6 at mean, 2 at idle; needed are 10, 3 and 1.
        Assert.Equal((30 * 20) + (600 * 6) + (100 * 2), fleet.Hours(profile));
        Assert.Equal((30 * 10) + (600 * 3) + (100 * 1), fleet.SpareHours(profile));
        Assert.Equal(30 * 14, fleet.HoursBeyond(6, profile));
    }

    private static InstanceType Type(int vcpu, decimal memoryGib) => new("test.large", "test", vcpu, memoryGib, Portal.Domain.Requests.Architecture.Arm64, null);

    private static Workload Load() => Workload.Of(
        Make.ProductionSheet(("peakRps: 200", "peakRps: 800"), ("meanRps: 50", "meanRps: 200"), ("rpsPerVcpu: 50", "rpsPerVcpu: 40")), AwsFacts.Embedded);
}
