using Portal.Domain.Planning;
using Portal.Domain.Planning.Search;
using Portal.Tests.Domain.Planning.Sheets;

namespace Portal.Tests.Domain.Planning.Search;

public sealed class ChooserTests
{
    [Fact]
    public void Best_IsTheBestOfAllCombinations()
    {
        var feasible = 0;
        for (var seed = 0; seed < 200; seed++)
        {
            var sheet = GeneratedSheets.Mixed(seed);
            var space = SearchSpace.Of(PlanningInput.Of(sheet, FewOffers.Of(Designs.Facts, seed)));
            var chooser = new Chooser(space, Requirement.Of(sheet));

            Assert.InRange(space.Count, 0, 20_000);
            var best = space.All().Where(chooser.MeetsAll).Min(Design.Cheapest);

            Assert.Equal(best?.Label(), chooser.Best()?.Label());
            Assert.Equal(best?.Monthly, chooser.Best()?.Monthly);
            feasible += best is null ? 0 : 1;
        }

        Assert.InRange(feasible, 40, 190);
    }

    [Fact]
    public void Fewest_IsTheCheapestOfAllCombinations_ThatMissTheFewestRequirements()
    {
        var missing = 0;
        for (var seed = 0; seed < 60; seed++)
        {
            var sheet = GeneratedSheets.Mixed(seed);
            var chooser = new Chooser(SearchSpace.Of(PlanningInput.Of(sheet, FewOffers.Of(Designs.Facts, seed))), Requirement.Of(sheet));
            foreach (var group in chooser.Space.All().GroupBy(design => design.Topology.Zones))
            {
                var best = group.OrderBy(design => chooser.Missed(design).Count).ThenBy(design => design, Design.Cheapest).First();

                var found = chooser.Fewest(new Choice { Topology = topology => topology.Zones == group.Key })!;

                Assert.Equal((best.Label(), best.Monthly, chooser.Missed(best).Count), (found.Label(), found.Monthly, chooser.Missed(found).Count));
                missing += chooser.MeetsAll(best) ? 0 : 1;
            }
        }

        Assert.InRange(missing, 20, 180);
    }
}
