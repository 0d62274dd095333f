using Bunit;
using Portal.Domain.Planning.Document;
using Portal.Web.Components.Requests;

namespace Portal.Tests.Web.Components.Requests;

public sealed class LiveDesignTests : BunitContext
{
    [Fact]
    public void Design_ShowsPriceAgainstBudgetAndFloorAgainstTarget()
    {
        var live = Render<LiveDesign>(p => p.Add(l => l.Plan, SamplePlan.Shop).Add(l => l.Asked, new AskedRecovery("5m / 30m", null, null)));

        Assert.Contains("$1,235 / month estimate", live.Find(".price").TextContent, StringComparison.Ordinal);
        Assert.Contains("of $2,000 budget", live.Markup, StringComparison.Ordinal);
        Assert.Equal("Availability floor 99.90 % 99.93 %, met", Words(live.FindAll(".promise tbody tr")[0].TextContent));
        Assert.Equal("RPO / RTO, zone 5m / 30m 0 / 2 min", Words(live.FindAll(".promise tbody tr")[2].TextContent));
    }

    [Fact]
    public void Refusal_ShowsItsProofAndTakesTheNearestDesignOver()
    {
        Relaxation? chosen = null;
        var live = Render<LiveDesign>(p => p.Add(l => l.Plan, SamplePlan.Refused).Add(l => l.OnRelax, r => chosen = r));

        Assert.Contains("99.9300 < 99.9990", live.Find(".refusal").TextContent, StringComparison.Ordinal);
        live.Find(".relaxations button").Click();

        Assert.Equal(SamplePlan.Refused.Refusals[0].RelaxTo[0], chosen);
    }

    [Fact]
    public void Faults_DimTheLastDesignAndSayWhy()
    {
        var live = Render<LiveDesign>(p => p.Add(l => l.Plan, SamplePlan.Shop).Add(l => l.Faults, 2).Add(l => l.Stale, true));

        Assert.Equal("2 fields to correct first", live.Find("[role=status]").TextContent);
        Assert.NotNull(live.Find(".stale"));
    }

    private static string Words(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
