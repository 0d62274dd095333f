using Portal.Domain.Planning.Document;
using Portal.Tests.Domain.Planning.Sheets;

namespace Portal.Tests.Domain.Planning.Tiers;

/// <summary>What one address may send follows from what all are to send: a tenth of the peak, over the firewall's five minutes.</summary>
public sealed class RateLimitTests
{
    private static readonly (string, string) Rich = ("monthlyUsd: 2000", "monthlyUsd: 90000");

    [Theory]
    [InlineData("peakRps: 200\n  meanRps: 50", "6000")] // 200 x 300 s / 10
    [InlineData("peakRps: 200\n  meanRps: 50\n  annualGrowthPercent: 50", "9000")]
    [InlineData("peakRps: 70\n  meanRps: 50", "2100")]
    [InlineData("peakRps: 66\n  meanRps: 50", "2000")] // 1,980 would be less than the least
    [InlineData("peakRps: 4\n  meanRps: 1", "2000")]
    public void Application_LetsOneAddressSendATenthOfThePeak(string traffic, string limit) =>
        Assert.Equal(limit, Limit(Designs.Run(FrontSheets.Sheet(("peakRps: 200\n  meanRps: 50", traffic), Rich)), "firewall"));

    /// <summary>In a region that takes over the peak of all counts, not its own part.</summary>
    [Fact]
    public void EachRegion_CountsWithThePeakOfAll()
    {
        var folder = Designs.Run(FrontSheets.Sheet(FrontSheets.NoData, FrontSheets.Domain, FrontSheets.Traffic("audience: { EU: 50, US: 50 }\n  latencyMs: 60"), Rich));
        var limits = folder.Plan.Stacks.Where(stack => stack.Module == "firewall").Select(stack => stack.Parameters["RateLimit"]).ToList();

        Assert.Equal([new StackParameter.Text("6000"), new StackParameter.Text("6000")], limits);
    }

    [Fact]
    public void Edge_CountsWithStaticContentOnly_WhereTheApplicationIsReachedStraight()
    {
        var folder = Designs.Run(FrontSheets.Sheet(FrontSheets.Domain, FrontSheets.Traffic("edgePeakRps: 500"), ("budget:", "compliance: [pci-dss]\nbudget:"), Rich));

        Assert.Equal(("6000", "15000"), (Limit(folder, "firewall"), Limit(folder, "edge")));
    }

    [Fact]
    public void Edge_CountsWithBoth_WhereTheApplicationIsBehindIt()
    {
        var folder = Designs.Run(FrontSheets.Sheet(FrontSheets.Domain, FrontSheets.Traffic("dynamicResponseKb: 2000\n  edgePeakRps: 500"), ("slaPercent: 99.9", "slaPercent: 99"), Rich));

        Assert.DoesNotContain(folder.Plan.Stacks, stack => stack.Module == "firewall");
        Assert.Equal("21000", Limit(folder, "edge"));
    }

    private static string Limit(PlanFolder folder, string module) => Assert.IsType<StackParameter.Text>(folder.Plan.Stacks.Single(stack => stack.Module == module).Parameters["RateLimit"]).Value;
}
