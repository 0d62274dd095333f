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
    public void Best_IsTheBestOfAllCombinations()
    {
        for (var seed = 0; seed < 20; seed++)
        {
            var sheet = GeneratedSheets.Number(seed);
            var space = SearchSpace.Of(PlanningInput.Of(sheet, FewOffers.Of(Designs.Facts, seed)));
            var chooser = new Chooser(space, Requirement.Of(sheet));

            var best = space.All().Where(chooser.MeetsAll).Min(Design.Cheapest);

            Assert.Equal(best?.Label(), chooser.Best()?.Label());
            Assert.Equal(best?.Monthly, chooser.Best()?.Monthly);
        }
    }
}
