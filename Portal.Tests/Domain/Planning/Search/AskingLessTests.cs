using System.Collections.Frozen;
using Portal.Domain.Facts;
using Portal.Domain.Planning;
using Portal.Domain.Planning.Search;
using Portal.Domain.Requests;
using Portal.Tests.Domain.Planning.Sheets;

namespace Portal.Tests.Domain.Planning.Search;

/// <summary>Whoever asks for less never pays more, and is not refused.</summary>
/// <remarks>
/// One rule of the contract makes an exception: fleets have exactly the instances that their load needs (section 2, Fleet), and a burstable size is taken only where its CPU share stays low enough for its
/// credits (Data sizing). With less load a burstable fleet may lose an instance and then be too busy for its credits, so that a dearer size has to do. Where a burstable fleet was chosen, asking for less
/// therefore must not cost more among the sizes that are not burstable.
/// </remarks>
public sealed class AskingLessTests
{
    private const int Sheets = 40;
    private const int Closing = 8;

    private static readonly AwsFacts WithoutBurstable = Designs.Facts with
    {
        Instances = Designs.Facts.Instances.ToFrozenDictionary(region => region.Key, region => (IReadOnlyList<InstanceOffer>)[.. region.Value.Where(offer => offer.Type.BaselinePercent is null)]),
    };

    [Fact]
    public void AskingForLess_NeverCostsMore()
    {
        var (compared, seen, faults) = (0, new HashSet<string>(), new List<string>());
        foreach (var (name, sheet) in Enumerable.Range(0, Sheets).Select(seed => ($"sheet {seed}", GeneratedSheets.Demanding(seed))).Concat(Enumerable.Range(0, Closing).Select(seed => ($"closing {seed}", GeneratedSheets.Closing(seed)))))
        {
            if (Cheapest(sheet, Designs.Facts) is not { } before)
            {
                continue;
            }

            foreach (var (way, less) in LessAsked.Ways.Select(way => (way.Key, way.Value(sheet))).Where(way => way.Item2 is not null && way.Item2 != sheet))
            {
                compared++;
                seen.Add(way);
                var after = Cheapest(less!, Designs.Facts);
                if (after is null || (after.Monthly > before.Monthly && !(before.Fleet.Type.BaselinePercent is not null && IsNoDearer(less!, sheet))))
                {
                    faults.Add($"{name}, {way}: {before.Monthly} for {before.Label()}, then {after?.Monthly} for {after?.Label()}");
                }
            }
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
        Assert.Equal(LessAsked.Ways.Keys.Order(StringComparer.Ordinal), seen.Order(StringComparer.Ordinal));
        Assert.InRange(compared, 10 * Sheets, 40 * Sheets);
    }

    private static bool IsNoDearer(RequestSheet less, RequestSheet sheet) =>
        Cheapest(sheet, WithoutBurstable) is not { } before || (Cheapest(less, WithoutBurstable) is { } after && after.Monthly <= before.Monthly);

    /// <summary>The cheapest design whatever the budget; null where nothing meets the rest.</summary>
    private static Design? Cheapest(RequestSheet sheet, AwsFacts facts) =>
        new Chooser(SearchSpace.Of(PlanningInput.Of(sheet, facts)), [.. Requirement.Of(sheet).Where(requirement => requirement.Path != SheetPaths.BudgetLimit)]).Best();
}
