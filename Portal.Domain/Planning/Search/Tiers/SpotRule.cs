using Portal.Domain.Facts;
using Portal.Domain.Planning.Search.Regions;
using Portal.Domain.Requests;

namespace Portal.Domain.Planning.Search.Tiers;

/// <summary>Where Spot capacity may carry what exceeds the mean load: where the sheet allows it, no session is lost with an instance, and another zone has capacity of its own.</summary>
internal static class SpotRule
{
    private const int LeastZones = 2;

    /// <summary>The Spot advisor's bands, the calmest first (facts, ec2-prices.csv). The last is left out: capacity that is taken back so often carries no peak.</summary>
    private static readonly string[] Bands = ["<5%", "5-10%", "10-15%", "15-20%"];

    public static bool Allows(RequestSheet sheet, Topology topology) => sheet.Budget.AllowSpot && Hindrance(sheet, topology) is null;

    /// <summary>Why no Spot capacity may run though the sheet permits it, as half a sentence; null where it may.</summary>
    public static string? Hindrance(RequestSheet sheet, Topology topology) =>
        !sheet.Application.Stateless ? "an application with sessions on its servers would lose them when AWS takes capacity back"
        : topology.Zones < LeastZones ? "in one zone no other capacity stands in for what AWS takes back"
        : null;

    public static bool IsSteady(InstanceOffer offer) => offer.Spot is not null && Bands.Contains(offer.SpotInterruption, StringComparer.Ordinal);

    /// <summary>The worst band of some offers that are all steady.</summary>
    public static string Worst(IEnumerable<InstanceOffer> offers) => Bands[offers.Max(offer => Array.IndexOf(Bands, offer.SpotInterruption))];
}
