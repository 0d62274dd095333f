using Portal.Domain.Planning;
using Portal.Domain.Planning.Document;
using Portal.Domain.Planning.Search.Topics;
using Portal.Tests.Domain.Planning.Sheets;

namespace Portal.Tests.Domain.Planning.Search;

public sealed class DecisionTests
{
    private static readonly Plan Shop = Designs.Of();

    [Fact]
    public void Database_NamesWhatForcesTheStandby_AndHowNearTheOtherWas()
    {
        var decision = Decision(Shop, "relational database");

        Assert.Equal("RDS PostgreSQL Multi-AZ", decision.Chosen);
        Assert.Equal(["availability.slaPercent"], decision.Because);
        var single = Assert.Single(decision.Alternatives, alternative => alternative.Option == "RDS PostgreSQL single-AZ");
        Assert.Equal(("RDS PostgreSQL single-AZ", 99.4801m, "floor 99.4801 < 99.9000"), (single.Option, single.FloorPercent, single.Rejected));
        Assert.True(single.MonthlyUsd < Shop.Cost!.MonthlyUsd);
    }

    [Fact]
    public void Zones_ShowTheWholeDesignWithEachOtherNumber()
    {
        var decision = Decision(Shop, "zones");

        Assert.Equal("2 zones", decision.Chosen);
        Assert.Equal(["1 zone", "3 zones"], decision.Alternatives.Select(alternative => alternative.Option));
        Assert.StartsWith("floor 99.4", decision.Alternatives[0].Rejected, StringComparison.Ordinal);
        Assert.Matches(@"^costs \$\d+\.\d\d a month more$", decision.Alternatives[1].Rejected);
    }

    [Fact]
    public void Zones_InOne_PromiseNothingForItsLoss()
    {
        var plan = Designs.Of(("slaPercent: 99.9", "slaPercent: 98"), ("zone: { rpo: 5m, rto: 30m }\n  ", ""));

        Assert.Equal("1 zone", Decision(plan, "zones").Chosen);
        Assert.DoesNotContain("survives", Decision(plan, "zones").Why, StringComparison.Ordinal);
    }

    [Fact]
    public void Zones_InThree_WhereTheMeanIsHigh()
    {
        // N+1 over three zones costs half of a fleet instead of a whole one.
        var plan = Designs.Of(("peakRps: 200", "peakRps: 4000"), ("meanRps: 50", "meanRps: 3500"), ("rpsPerVcpu: 50", "rpsPerVcpu: 50\n  memoryGbPerVcpu: 1"), ("zone: { rpo: 5m, rto: 30m }", "zone: { rpo: 0, rto: 2m }"), ("monthlyUsd: 2000", "monthlyUsd: 90000"));

        Assert.Equal("3 zones", Decision(plan, "zones").Chosen);
    }

    [Fact]
    public void Nat_OneForEachZone_WhereTheZoneObjectiveIsTight()
    {
        var plan = Designs.Of(("zone: { rpo: 5m, rto: 30m }", "zone: { rpo: 0, rto: 2m }"));

        var decision = Decision(plan, "way out to the internet");

        Assert.Equal(("one NAT gateway a zone", "recovery.zone"), (decision.Chosen, Assert.Single(decision.Because)));
        Assert.Equal("RTO after zone loss 300 s > 120 s", Assert.Single(decision.Alternatives).Rejected);
        Assert.Equal(120, plan.Recovery!.Zone!.RtoSeconds);
    }

    [Fact]
    public void InstanceType_ListsTheNextFamilies()
    {
        var decision = Decision(Shop, "instance type");

        Assert.Equal(4, decision.Alternatives.Count);
        Assert.Equal(decision.Alternatives.OrderBy(alternative => alternative.MonthlyUsd), decision.Alternatives);
        Assert.All(decision.Alternatives, alternative => Assert.True(alternative.MonthlyUsd >= Shop.Cost!.MonthlyUsd));
    }

    [Fact]
    public void Alternatives_AreNeverBetterThanTheChosen()
    {
        for (var seed = 0; seed < 25; seed++)
        {
            var plan = Designs.Of(GeneratedSheets.Number(seed));
            Assert.All(plan.Decisions.SelectMany(decision => decision.Alternatives), alternative =>
                Assert.True(alternative.MonthlyUsd >= plan.Cost!.MonthlyUsd || !alternative.Rejected.StartsWith("costs", StringComparison.Ordinal), $"sheet {seed}: {alternative}"));
        }
    }

    [Fact]
    public void Frontier_IsUndominated_AndHoldsTheChosen()
    {
        for (var seed = 0; seed < 25; seed++)
        {
            var plan = Designs.Of(GeneratedSheets.Number(seed));
            if (!plan.Feasible)
            {
                continue;
            }

            Assert.InRange(plan.Frontier.Count, 1, 8);
            Assert.Equal(plan.Cost!.MonthlyUsd, Assert.Single(plan.Frontier, point => point.Chosen).MonthlyUsd);
            Assert.All(plan.Frontier.Zip(plan.Frontier.Skip(1)), pair => Assert.True(pair.First.MonthlyUsd < pair.Second.MonthlyUsd && pair.First.FloorPercent < pair.Second.FloorPercent));
        }
    }

    private static Decision Decision(Plan plan, string topic) => Assert.Single(plan.Decisions, decision => decision.Topic == topic);
}
