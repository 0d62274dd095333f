using Portal.Domain.Planning;
using Portal.Tests.Domain.Planning.Sheets;

namespace Portal.Tests.Domain.Planning.Places;

public sealed class NearestRegionTests
{
    [Theory]
    [InlineData("{ EU: 80, US: 20 }", 0.8, 0.2)]
    [InlineData("{ DE: 50, FR: 20, US: 30 }", 0.7, 0.3)]
    [InlineData("{ EU: 100 }", 0.5, 0.5)] // nobody is nearest to the second region, so nobody knows
    public void ActiveRegions_AnswerThoseWhoAreNear(string audience, double first, double second)
    {
        var plan = Designs.Of(
            ("meanRps: 50", $"meanRps: 50\n  audience: {audience}"),
            ("primaryRegion: eu-central-1", "primaryRegion: eu-central-1\n  activeActive: true\n  secondaryRegions: [us-east-1]"),
            ("data:\n  relational: { engine: postgresql, sizeGb: 50, readsPerSecond: 200, writesPerSecond: 40, connections: 100 }\n", ""),
            ("  corruption: { rpo: 5m, rto: 1h }\n", ""));

        Assert.True(plan.Feasible, string.Join('\n', plan.Refusals));
        var outbound = plan.Cost!.Lines.Where(line => line.Item.StartsWith("Out to the internet", StringComparison.Ordinal)).ToList();
        // 50 requests a second of 8 KB, 2,628,000 s a month.
        Assert.Equal([1051.2m * (decimal)first, 1051.2m * (decimal)second], new[] { "eu-central-1", "us-east-1" }.Select(region => outbound.Where(line => line.Region == region).Sum(line => line.Quantity)));
    }
}
