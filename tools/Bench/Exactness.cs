using Portal.Domain.Facts;
using Portal.Domain.Planning;
using Portal.Domain.Planning.Search;
using Portal.Tests.Domain.Planning.Sheets;

namespace Portal.Bench;

/// <summary>The search against trying everything, on more sheets than a test has time for, each in a world of few offers.</summary>
internal static class Exactness
{
    public static bool Measure(BenchReport report, int sheets)
    {
        var (wrong, designs, feasible) = (0, 0L, 0);
        for (var seed = 10_000; seed < 10_000 + sheets; seed++)
        {
            var sheet = GeneratedSheets.Mixed(seed);
            var space = SearchSpace.Of(PlanningInput.Of(sheet, FewOffers.Of(AwsFacts.Embedded, seed)));
            var chooser = new Chooser(space, Requirement.Of(sheet));
            var found = chooser.Best();
            var best = space.All().Where(chooser.MeetsAll).Min(Design.Cheapest);
            designs += space.Count;
            feasible += best is null ? 0 : 1;
            if (best?.Monthly != found?.Monthly || best?.Label() != found?.Label())
            {
                wrong++;
                Console.Error.WriteLine($"sheet {seed}: found {found?.Label() ?? "nothing"} at {found?.Monthly}, best {best?.Label() ?? "nothing"} at {best?.Monthly}");
            }
        }

        report.Add("sheets tried by brute force", "sheets", sheets);
        report.Add("  with a feasible design", "sheets", feasible);
        report.Add("  designs tried in all", "designs", designs);
        report.Add("  where the search found another one", "sheets", wrong);
        return wrong == 0;
    }
}
