using Portal.Domain.Planning;
using Portal.Domain.Planning.Search;

namespace Portal.Tests.Domain.Planning;

public sealed class ChooserTests
{
    [Fact]
    public void Run_ChoosesWhatABruteForceChooses()
    {
        var feasible = 0;
        for (var seed = 0; seed < 40; seed++)
        {
            var sheet = GeneratedSheets.Number(seed);
            var plan = Designs.Of(sheet);

            var expected = new BruteForce(sheet, Designs.Facts).Cheapest();

            Assert.True(plan.Feasible == expected is not null, $"sheet {seed}: planned {plan.Feasible}, by brute force {expected}");
            if (expected is { } usd)
            {
                feasible++;
                Assert.True(Math.Abs((double)plan.Cost!.MonthlyUsd.Usd - usd) < 0.01, $"sheet {seed}: planned {plan.Cost.MonthlyUsd}, by brute force {usd}");
            }
        }

        Assert.InRange(feasible, 12, 38);
    }

    [Fact]
    public void Candidates_HoldTheBestOfAllCombinations()
    {
        for (var seed = 100; seed < 102; seed++)
        {
            var sheet = GeneratedSheets.Number(seed);
            var space = SearchSpace.Of(PlanningInput.Of(sheet, Designs.Facts));
            var chooser = new Chooser(space, Requirement.Of(sheet));

            var best = space.All().Where(chooser.MeetsAll).Min(Design.Cheapest);

            Assert.Equal(best?.Label(), chooser.Best()?.Label());
        }
    }

    [Fact]
    public void All_IsTheWholeCrossProduct()
    {
        var space = SearchSpace.Of(PlanningInput.Of(Make.ProductionSheet(), Designs.Facts));

        Assert.InRange(space.All().Count(), 10_000, 1_000_000);
    }
}
