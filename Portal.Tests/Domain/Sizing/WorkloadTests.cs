using Portal.Domain.Costs;
using Portal.Domain.Facts;
using Portal.Domain.Requests;
using Portal.Domain.Sizing;
using Portal.Tests.Domain.Planning.Sheets;

namespace Portal.Tests.Domain.Sizing;

public sealed class WorkloadTests
{
    [Fact]
    public void Growth_RaisesPeakMeanAndConnections()
    {
        var load = Of(("peakRps: 200", "peakRps: 200\n  peakConnections: 1000\n  annualGrowthPercent: 20"), ("rpsPerVcpu: 50", "rpsPerVcpu: 50\n  connectionsPerInstance: 100"));

        Assert.Equal((240, 60, 1200, 300), (load.PeakRps, load.MeanRps, load.PeakConnections, load.MeanConnections));
    }

    [Fact]
    public void Mean_WhenNotGiven_IsAQuarterOfThePeak() =>
        Assert.Equal(50, Of(("  meanRps: 50\n", "")).MeanRps);

    [Fact]
    public void Peak_FromUsers_DividesByThinkTimeAndOne() =>
        Assert.Equal(40_000 / 11m, Of(("peakRps: 200", "concurrentUsers: 40000\n  thinkTimeSeconds: 10")).PeakRps, 6);

    [Theory]
    [InlineData("workload: standard", 60)]
    [InlineData("workload: light", 500)]
    [InlineData("workload: heavy", 5)]
    [InlineData("workload: standard, targetCpuPercent: 30", 30)]
    public void RpsPerVcpu_WhenNotMeasured_IsOfTheClassAndAssumed(string application, int expected)
    {
        var load = Of(("application:\n  rpsPerVcpu: 50", $"application: {{ {application} }}"));

        Assert.Equal(expected, load.RpsPerVcpu);
        Assert.True(load.RpsAssumed);
    }

    [Theory]
    [InlineData("steady", 0, 730, 0)]
    [InlineData("spiky", 36.5, 693.5, 0)]
    public void Profile_OfAPattern_SplitsTheMonth(string pattern, double peak, double mean, double idle) =>
        Assert.Equal(new LoadProfile((decimal)peak, (decimal)mean, (decimal)idle), Of(("peakRps: 200", $"peakRps: 200\n  pattern: {pattern}")).Profile);

    [Fact]
    public void Profile_Seasonal_IsATwelfthAtPeak() =>
        Assert.Equal(730m / 12, Of(("peakRps: 200", "peakRps: 200\n  pattern: seasonal")).Profile.PeakHours);

    [Theory]
    [InlineData("mon-fri", "08:00", "18:00", 50)]
    [InlineData("mon-sun", "00:00", "12:00", 84)]
    [InlineData("sat-mon", "08:00", "10:00", 6)]
    public void Profile_OfBusinessHours_CountsTheOpenHoursOfAWeek(string days, string from, string to, int perWeek)
    {
        var hours = new BusinessHours(days, TimeOnly.Parse(from, null), TimeOnly.Parse(to, null), "Europe/Berlin");

        var profile = LoadProfile.Of(new Traffic { Pattern = TrafficPattern.BusinessHours, BusinessHours = hours });

        Assert.Equal(perWeek * Month.Hours / 168, profile.PeakHours);
        Assert.Equal(Month.Hours, profile.PeakHours + profile.MeanHours + profile.IdleHours);
    }

    [Fact]
    public void Profile_OfOfficeHoursOnly_IsStoppedOutside()
    {
        var profile = Workload.Of(ClosingSheets.Of(), AwsFacts.Embedded).Profile;

        Assert.Equal(51.25m * Month.Hours / 168, profile.PeakHours);
        Assert.Equal((0m, 0m, Month.Hours), (profile.MeanHours, profile.IdleHours, profile.PeakHours + profile.StoppedHours));
        Assert.Equal(0, Workload.Of(ClosingSheets.Open(), AwsFacts.Embedded).Profile.StoppedHours);
    }

    private static Workload Of(params (string, string)[] edits) => Workload.Of(Make.ProductionSheet(edits), AwsFacts.Embedded);
}
