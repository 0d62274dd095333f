using Portal.Domain.Requests;
using Portal.Tests.Domain.Planning.Sheets;

namespace Portal.Tests.Domain.Costs;

/// <summary>What stands and what is paid at peak, against an ordinary month.</summary>
public sealed class PeakTests
{
    [Fact]
    public void Fleet_NeverRunsMoreThanItsMost() =>
        Assert.All(PricedPlans.All.SelectMany(priced => priced.Plan.Compute), fleet => Assert.InRange(fleet.Min, 0, fleet.Max));

    [Fact]
    public void MonthAtPeak_CostsNoLessThanAnOrdinaryOne() =>
        Assert.All(PricedPlans.All, priced => Assert.True(priced.Plan.Cost!.AtPeakUsd >= priced.Plan.Cost.MonthlyUsd, $"{priced.Plan.Cost.AtPeakUsd} < {priced.Plan.Cost.MonthlyUsd}"));

    [Fact]
    public void Sheets_SpeakOfLoadInEveryWay()
    {
        string[] ways = [.. PricedPlans.All.Select(priced => Way(priced.Sheet.Traffic)).Distinct().Order(StringComparer.Ordinal)];

        Assert.Equal(["connections", "connections, mean", "connections, peak, mean", "peak, mean", "users, mean"], ways);
    }

    [Theory]
    [InlineData(2000, 8000)]
    [InlineData(500, 2000)]
    public void MeanWithoutItsPeak_SizesForFourTimesAsMuch_AndSaysSo(int mean, int peak)
    {
        var alone = Designs.Of(Held($"meanRps: {mean}"));
        var both = Designs.Of(Held($"peakRps: {peak}\n  meanRps: {mean}"));

        Assert.Equal(both.Compute, alone.Compute);
        Assert.Equal(both.Cost!.MonthlyUsd, alone.Cost!.MonthlyUsd);
        Assert.Contains($"four times the mean, {peak} a second", Assert.Single(alone.Warnings, warning => warning.Requirement == "traffic.peakRps").Text, StringComparison.Ordinal);
        Assert.DoesNotContain(both.Warnings, warning => warning.Requirement == "traffic.peakRps");
    }

    private static (string, string)[] Held(string rates) =>
        [("peakRps: 200\n  meanRps: 50", rates + "\n  peakConnections: 1000"), ("rpsPerVcpu: 50", "rpsPerVcpu: 50\n  connectionsPerInstance: 1000"), ("monthlyUsd: 2000", "monthlyUsd: 900000")];

    private static string Way(Traffic traffic) => string.Join(", ", new[]
    {
        traffic.ConcurrentUsers is null ? "" : "users", traffic.PeakConnections is null ? "" : "connections", traffic.PeakRps is null ? "" : "peak", traffic.MeanRps is null ? "" : "mean",
    }.Where(word => word.Length > 0));
}
