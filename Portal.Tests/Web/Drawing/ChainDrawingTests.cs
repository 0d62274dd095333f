using Portal.Web.Drawing;

namespace Portal.Tests.Web.Drawing;

public sealed class ChainDrawingTests
{
    [Fact]
    public void Of_MarksTheWeakestLinkOnly()
    {
        var chain = ChainDrawing.Of(SamplePlan.Shop.Availability!);

        Assert.Equal("database", Assert.Single(chain.Links, l => l.Weakest).Part);
        Assert.Equal(["load balancer", "EC2", "database"], chain.Links.OrderBy(l => l.Y).ThenBy(l => l.X).Select(l => l.Part));
    }

    [Fact]
    public void Of_FitsAPhone_AndNoLinkLiesOverAnother()
    {
        var chain = ChainDrawing.Of(SamplePlan.Shop.Availability!);

        Assert.InRange(chain.Width, 1, 320);
        Assert.Equal(chain.Links.Count, chain.Links.Select(l => (l.X, l.Y)).Distinct().Count());
        Assert.All(chain.Links, l => Assert.True(l.X + ChainDrawing.LinkWidth <= chain.Width && l.Y + ChainDrawing.LinkHeight <= chain.Height));
    }

    [Fact]
    public void Of_SaysItInWords() => Assert.Equal(
        "Published commitments in series: load balancer 99.99 %, EC2 99.99 %, database 99.95 %. Together at least 99.93 %. The weakest is database.",
        ChainDrawing.Of(SamplePlan.Shop.Availability!).Description);

    [Theory]
    [InlineData(99.9, "99.90 %")]
    [InlineData(99.9901, "99.9901 %")]
    [InlineData(100, "100.00 %")]
    public void Percent_DropsNoDigitThatCounts(double percent, string words) => Assert.Equal(words, ChainDrawing.Percent((decimal)percent));
}
