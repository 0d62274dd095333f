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
}
