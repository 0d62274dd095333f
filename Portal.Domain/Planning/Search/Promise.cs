using Portal.Domain.Costs;
using Portal.Domain.Planning.Search.Regions;
using Portal.Domain.Resilience;

namespace Portal.Domain.Planning.Search;

/// <summary>What a design is judged by. Made from a part of a design it is the most that any completion can promise.</summary>
/// <param name="FloorPercent">Truncated to four decimals.</param>
/// <param name="Corruption">Null where nothing is stored.</param>
/// <param name="Region">Null where nothing survives the loss of the first region.</param>
/// <param name="RoundTripMs">The longest median round trip of an audience.</param>
/// <param name="Lacks">What compliance programmes would look for in vain.</param>
public readonly record struct Promise(Money Monthly, decimal FloorPercent, RecoveryTime Zone, RecoveryTime? Corruption, RecoveryTime? Region, decimal RoundTripMs, Shortfall Lacks)
{
    public static Promise Of(Reach reach, Tally tally) =>
        new(tally.Monthly, Floor(reach, tally), tally.Zone, tally.Corruption, tally.RegionLoss, tally.RoundTripMs, tally.Lacks);

    /// <summary>One region: its chain in series. Several that take over, or that all serve: by the formulas of <see cref="RegionFloor"/>.</summary>
    private static decimal Floor(Reach reach, Tally tally)
    {
        var available = !reach.TakesOver || tally.RegionLoss is not { } loss ? tally.Chain.Available
            : reach.Strategy == Strategy.ActiveActive ? RegionFloor.Available(Shares(reach, tally, loss.RtoSeconds)) * RegionFloor.Available(tally.Written, tally.Elsewhere, loss.RtoSeconds)
            : RegionFloor.Available(tally.Chain, tally.Elsewhere, loss.RtoSeconds);
        return Resilience.Floor.Truncated(100 * available * tally.Global);
    }

    /// <summary>The takeover of the first region counts for each: the others have less to promote, so it is on the careful side.</summary>
    private static IReadOnlyList<RegionShare> Shares(Reach reach, Tally tally, long takeoverSeconds) =>
        [.. reach.Sites.Select(site => new RegionShare(site.Share, site.IsFirst ? tally.Chain : tally.Elsewhere, takeoverSeconds))];
}
