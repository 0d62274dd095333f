using Portal.Domain.Planning;
using Portal.Domain.Planning.Search;
using Portal.Tests.Domain.Planning.Sheets;

namespace Portal.Tests.Domain.Planning.Search;

/// <summary>The designs that nothing else beats in both price and floor.</summary>
public sealed class FrontierTests
{
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

    [Fact]
    public void Frontier_GivesNoTwoDesignsOneName()
    {
        foreach (var plan in ScenarioSheets.Names.Select(ScenarioSheets.Of).Append(FrontSheets.FarShop()).Concat(Enumerable.Range(0, 20).Select(GeneratedSheets.Demanding)).Select(Designs.Of))
        {
            Assert.Equal(plan.Frontier.Count, plan.Frontier.Select(point => point.Label).Distinct().Count());
        }
    }

    [Fact]
    public void Frontier_OfMoreThanEight_KeepsItsEndsAndTheChosen_AndDropsTwins()
    {
        var sheet = FrontSheets.Sheet(FrontSheets.Domain, FrontSheets.RegionLoss("{ rpo: 5m, rto: 1h }"), FrontSheets.In("eu-central-1\n  secondaryRegions: [eu-west-3]"), ("monthlyUsd: 2000", "monthlyUsd: 20000"));
        var (plan, all) = (Designs.Of(sheet), All(Chooser.Of(PlanningInput.Of(sheet, Designs.Facts))));

        Assert.True(all.Count > 8, $"{all.Count} are few");
        Assert.Equal(8, plan.Frontier.Count);
        Assert.Equal((all[0].Monthly, all[0].FloorPercent), (plan.Frontier[0].MonthlyUsd, plan.Frontier[0].FloorPercent));
        Assert.Equal((all[^1].Monthly, all[^1].FloorPercent), (plan.Frontier[^1].MonthlyUsd, plan.Frontier[^1].FloorPercent));
        Assert.Equal(plan.Cost!.MonthlyUsd, Assert.Single(plan.Frontier, point => point.Chosen).MonthlyUsd);
        Assert.All(plan.Frontier.Zip(plan.Frontier.Skip(1)), pair => Assert.True(pair.First.MonthlyUsd < pair.Second.MonthlyUsd && pair.First.FloorPercent < pair.Second.FloorPercent));

        // There are twins, two dollars dearer for next to nothing, and none of them is shown: neighbours differ by a twentieth of what they are missing at least.
        Assert.True(Nearest(all.Select(design => design.FloorPercent)) < 1.001m);
        Assert.True(Nearest(plan.Frontier.Select(point => point.FloorPercent)) > 1.05m, string.Join(' ', plan.Frontier.Select(point => point.FloorPercent)));
    }

    private static decimal Nearest(IEnumerable<decimal> floors) => floors.Zip(floors.Skip(1)).Min(pair => (100 - pair.First) / (100 - pair.Second));

    private static IReadOnlyList<Design> All(Chooser chooser)
    {
        var hard = chooser.Hard.Where(requirement => requirement.Path != "availability.slaPercent").ToList();
        var all = new List<Design>();
        for (var next = chooser.Best(Choice.Free, hard); next is not null; next = chooser.Best(Choice.Free, [Requirement.Above(next.FloorPercent), .. hard]))
        {
            all.Add(next);
        }

        return [.. all.GroupBy(design => design.Monthly).Select(same => same.Last())];
    }
}
