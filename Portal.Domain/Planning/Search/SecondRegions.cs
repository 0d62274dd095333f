using Portal.Domain.Facts;
using Portal.Domain.Requests;

namespace Portal.Domain.Planning.Search;

/// <summary>
/// Which second regions are offered: those that the sheet names, else the three cheapest that its residency allows, and for each audience with a wish for short round trips the nearest one.
/// Cheap is told by a small basket, since what a second region holds is not known yet: a server, a gateway, a load balancer, storage and what crosses regions.
/// </summary>
internal static class SecondRegions
{
    private const int Cheapest = 3;

    /// <summary>Service, item and how much of it makes the basket: about a small standby.</summary>
    private static readonly (string Service, string Item, decimal Quantity)[] Basket =
    [
        ("nat-gateway", "hour", 730), ("alb", "hour", 730), ("ebs", "gp3-storage", 100), ("data-transfer", "inter-region-out", 100),
    ];

    /// <summary>The server of the basket, which every region with prices sells.</summary>
    private const string Server = "m6g.large";

    public static IReadOnlyList<string> Of(RequestSheet sheet, AwsFacts facts)
    {
        var placement = sheet.Placement;
        if (placement.SecondaryRegions.Count > 0)
        {
            return [.. placement.SecondaryRegions.Where(region => Price(region, facts) is not null)];
        }

        var offered = facts.Regions.Values
            .Where(region => region.Code != placement.PrimaryRegion && RegionFacts.Allows(placement.Residency, region))
            .Select(region => (region.Code, Price: Price(region.Code, facts)))
            .Where(region => region.Price is not null)
            .OrderBy(region => region.Price).ThenBy(region => region.Code, StringComparer.Ordinal)
            .Select(region => region.Code).ToList();
        return [.. offered.Take(Cheapest).Union(Near(sheet.Traffic, offered), StringComparer.Ordinal)];
    }

    private static IEnumerable<string> Near(Traffic traffic, IReadOnlyList<string> offered) => traffic.LatencyMs is null
        ? []
        : traffic.Audience.Keys.Order(StringComparer.Ordinal)
            .Select(audience => offered.MinBy(region => Sizing.RoundTrip.Of(audience, [region]) ?? decimal.MaxValue)).OfType<string>();

    private static decimal? Price(string region, AwsFacts facts)
    {
        var server = facts.Instances.GetValueOrDefault(region, []).FirstOrDefault(offer => offer.Type.Name == Server)?.OnDemand.Usd.Usd;
        var parts = Basket.Select(part => facts.FindPrice(part.Service, part.Item, region)?.Usd.Usd * part.Quantity).ToList();
        return server is null || parts.Contains(null) ? null : (730 * server) + parts.Sum();
    }
}
