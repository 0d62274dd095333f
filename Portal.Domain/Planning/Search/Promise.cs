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

    /// <summary>One region: its chain in series. Several that take over: by the formula of <see cref="RegionFloor"/>.</summary>
    private static decimal Floor(Reach reach, Tally tally)
    {
        var available = reach.TakesOver && tally.RegionLoss is { } loss
            ? RegionFloor.Available(100 * tally.Chain, 100 * tally.Elsewhere, loss.RtoSeconds)
            : tally.Chain;
        return Resilience.Floor.Truncated(100 * available * tally.Global);
    }
}
