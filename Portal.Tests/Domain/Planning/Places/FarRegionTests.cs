using System.Collections.Frozen;
using Portal.Domain.Planning.Document;
using Portal.Domain.Requests;
using Portal.Tests.Domain.Planning.Sheets;

namespace Portal.Tests.Domain.Planning.Places;

/// <summary>The cheapest second region may lie anywhere; whoever gets one that is far, or under other rules, is told so, and how to ask for another.</summary>
public sealed class FarRegionTests
{
    [Fact]
    public void SecondRegion_AbroadAndFar_IsAWarning_WithTheRoundTripAndTheFields()
    {
        var plan = Of("ap-south-1", "");

        // About 7,600 km of circle between Ireland and Mumbai: 2 x 7,600 x 1.5 / 200 + 5.
        var text = Assert.Single(Warnings(plan));
        Assert.Matches(@"^The sheet names no second region, so the cheapest is taken: ap-south-1\. After the loss of eu-west-1 a request from IE takes about 1[12]\d ms there and back, and 5 ms before\.", text);
        Assert.Contains("Data lies in IN too, not in EU alone", text, StringComparison.Ordinal);
        Assert.EndsWith("in placement.secondaryRegions or what placement.residency allows ([EU]).", text, StringComparison.Ordinal);
    }

    /// <summary>What stands by with nothing stored holds no data; what is only built after a loss not even servers.</summary>
    [Theory]
    [InlineData("{ rpo: 1m, rto: 15m }", " After a takeover requests are answered and logged in IN, not in EU. ")]
    [InlineData("{ rpo: 24h, rto: 24h }", " ms before. Where that is too far, say which regions it may be in placement.secondaryRegions.")]
    public void SecondRegion_WhereNothingIsStored_HoldsNoData(string loss, string said)
    {
        var text = Assert.Single(Warnings(Of("ap-south-1", "", FrontSheets.NoData, ("  corruption: { rpo: 5m, rto: 1h }\n", ""), ("{ rpo: 1m, rto: 15m }", loss))));

        Assert.DoesNotContain("Data lies", text, StringComparison.Ordinal);
        Assert.Contains(said, text, StringComparison.Ordinal);
        Assert.Contains("After the loss of eu-west-1 a request from IE", text, StringComparison.Ordinal);
    }

    /// <summary>Everybody is answered from there already, so it is neither the cheapest nor far.</summary>
    [Fact]
    public void RegionThatLatencyForces_IsNotCalledFarOrCheap()
    {
        var text = Assert.Single(Warnings(Designs.Of(FrontSheets.Sheet(
            FrontSheets.NoData, ("  corruption: { rpo: 5m, rto: 1h }\n", ""), FrontSheets.Domain, FrontSheets.Traffic("audience: { BR: 100 }\n  latencyMs: 10"), ("monthlyUsd: 2000", "monthlyUsd: 20000")))));

        Assert.Equal(
            "The sheet names no second region, so one that some of the audience is nearest to is taken: sa-east-1. Requests are answered and logged in BR too, not in EU alone. "
            + "Where that is not allowed, say which regions it may be in placement.secondaryRegions or what placement.residency allows ([EU]).",
            text);
    }

    [Theory]
    [InlineData("eu-central-1", "", 0)] // under the same rules, and near
    [InlineData("ap-south-1", "\n  secondaryRegions: [ap-south-1]", 0)] // as the sheet says
    [InlineData("us-east-1", "\n  residency: [EU, US]", 0)] // residency lets the data go, and it is no tenth of a second away
    [InlineData("ap-south-1", "\n  residency: [EU, IN]", 1)] // residency lets the data go, but users would wait
    [InlineData("us-east-1", "", 1)]
    public void SecondRegion_IsAWarning_OnlyWhereItIsFarOrDataLeaves(string second, string placement, int warnings)
    {
        var found = Warnings(Of(second, placement)).ToList();

        Assert.Equal(warnings, found.Count);
        Assert.Equal(warnings == 1 && placement.Length == 0, found.Any(text => text.Contains("Data lies in", StringComparison.Ordinal)));
    }

    [Fact]
    public void OneRegion_HasNoSuchWarning() => Assert.Empty(Warnings(Designs.Of()));

    /// <summary>Oregon, Ohio and Virginia cost the same from California; Oregon is next door.</summary>
    [Fact]
    public void OfEquallyCheapRegions_TheNearerIsTaken()
    {
        var plan = Designs.Of(Sheet("us-west-1\n  residency: [US]"));

        Assert.True(plan.Feasible, string.Join('\n', plan.Refusals));
        Assert.Equal(["us-west-1", "us-west-2"], plan.Regions.Take(2).Select(region => region.Region));
        Assert.Equal(plan.Cost!.MonthlyUsd, Designs.Of(Sheet("us-west-1\n  secondaryRegions: [us-east-1]")).Cost!.MonthlyUsd);
    }

    private static IEnumerable<string> Warnings(Plan plan) => plan.Warnings.Where(warning => warning.Requirement == "placement.secondaryRegions").Select(warning => warning.Text);

    /// <summary>In a world that sells nothing in any region but two.</summary>
    private static Plan Of(string second, string placement, params (string, string)[] edits)
    {
        var facts = Designs.Facts with { Instances = Designs.Facts.Instances.Where(offers => offers.Key == "eu-west-1" || offers.Key == second).ToFrozenDictionary() };
        var plan = Portal.Domain.Planning.PlanPipeline.Design(Sheet("eu-west-1" + placement, edits), Designs.Vpc, facts);
        Assert.True(plan.Feasible, string.Join('\n', plan.Refusals));
        Assert.Equal(["eu-west-1", second], plan.Regions.Take(2).Select(region => region.Region));
        return plan;
    }

    private static RequestSheet Sheet(string region, params (string, string)[] edits) => FrontSheets.Sheet(
        [FrontSheets.Domain, FrontSheets.RegionLoss("{ rpo: 1m, rto: 15m }"), FrontSheets.In(region), ("monthlyUsd: 2000", "monthlyUsd: 20000"), .. edits]);
}
