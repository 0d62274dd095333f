using Portal.Domain.Facts;

namespace Portal.Domain.Planning.Search.Tiers;

/// <summary>A type with its fleet in each region.</summary>
internal sealed record FleetCandidate(InstanceType Type, bool Spot, IReadOnlyList<FleetPrice> Sites)
{
    public int Pieces { get; } = Sites.Sum(site => site.Fleet.Max);

    /// <summary>Whether one of the regions could not carry the mean load of all by what it runs, so that a takeover waits for more.</summary>
    public bool MustGrow { get; } = Sites.Any(site => !site.Fleet.CarriesMean);

    public bool IsNoWorseThan(FleetCandidate other) => Pieces <= other.Pieces && (!MustGrow || other.MustGrow) && Sites.Zip(other.Sites).All(pair => pair.First.Usd <= pair.Second.Usd && pair.First.Hours <= pair.Second.Hours && pair.First.Alarms <= pair.Second.Alarms);
}
