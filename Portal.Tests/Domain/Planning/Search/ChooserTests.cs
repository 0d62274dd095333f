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
}
