using Portal.Domain.Resilience;

namespace Portal.Tests.Domain.Resilience;

public sealed class FloorTests
{
    [Theory]
    [InlineData(new[] { 99.99, 99.99 }, 99.98)] // 99.980001
    [InlineData(new[] { 99.99, 99.99, 99.95 }, 99.93)] // 99.93001...
    [InlineData(new[] { 99.99, 99.99, 99.5 }, 99.4801)]
    [InlineData(new[] { 99.99, 99.5, 99.5 }, 98.9925)] // 98.99259975, truncated
    [InlineData(new[] { 99.99, 99.99, 99.99 }, 99.97)]
    [InlineData(new double[0], 100)]
    public void Of_IsTheTruncatedProduct(double[] percents, double expected) =>
        Assert.Equal((decimal)expected, Floor.Of(percents.Select(percent => new PathPart("part", (decimal)percent))));

    [Fact]
    public void WeakestLink_OfEquals_IsTheFirstOnThePath() =>
        Assert.Equal("load balancer", Floor.WeakestLink([new("load balancer", 99.99m), new("compute", 99.99m)]));
}
