using Portal.Domain.Facts;
using Portal.Domain.Requests;

namespace Portal.Domain.Planning.Search.Regions;

/// <summary>
/// Which second regions are offered first: those that the sheet names, else the three cheapest that its residency allows, for each audience with a wish for short round trips, or for several regions that answer, the nearest one, and for a table that agrees over regions one of its group.
/// Cheap is told by a small basket, since what a second region holds is not known yet: a server, a gateway, a load balancer, storage and what crosses regions.
/// Where nothing meets the sheet with these, all others are tried before it is refused.
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
        var allowed = Allowed(sheet, facts);
        return sheet.Placement.SecondaryRegions.Count > 0
            ? allowed
            : [.. allowed.Take(Cheapest).Union(Near(sheet, allowed), StringComparer.Ordinal).Union(Agreeing(sheet, allowed), StringComparer.Ordinal)];
    }

    /// <summary>All that the sheet allows and the price book knows: the named ones as they are named, else the cheapest first, of equals the nearer.</summary>
    public static IReadOnlyList<string> Allowed(RequestSheet sheet, AwsFacts facts)
    {
        var placement = sheet.Placement;
        if (placement.SecondaryRegions.Count > 0)
        {
            return [.. placement.SecondaryRegions.Where(region => Price(region, facts) is not null)];
        }

        return [.. facts.Regions.Values
            .Where(region => region.Code != placement.PrimaryRegion && RegionFacts.Allows(placement.Residency, region))
            .Select(region => (region.Code, Price: Price(region.Code, facts)))
            .Where(region => region.Price is not null)
            .OrderBy(region => region.Price).ThenBy(region => Sizing.RoundTrip.Between(placement.PrimaryRegion, region.Code)).ThenBy(region => region.Code, StringComparer.Ordinal)
            .Select(region => region.Code)];
    }

    /// <summary>Those that the sheet names and the price book does not know.</summary>
    public static IReadOnlyList<string> Unpriced(RequestSheet sheet, AwsFacts facts) => [.. sheet.Placement.SecondaryRegions.Where(region => Price(region, facts) is null)];

    /// <summary>Where no write of a table may be lost, or its strong reads are wanted in several regions: the cheapest that it can agree with at once.</summary>
    private static IEnumerable<string> Agreeing(RequestSheet sheet, IReadOnlyList<string> offered)
    {
        var needed = sheet.Data.KeyValue is { } table
            && (sheet.Recovery.Region?.Rpo < TimeSpan.FromSeconds(1) || (sheet.Placement.ActiveActive && table.Consistency == ReadConsistency.Strong));
        return needed ? offered.Where(StrongRegions.Beside([sheet.Placement.PrimaryRegion]).Contains).Take(1) : [];
    }

    private static IEnumerable<string> Near(RequestSheet sheet, IReadOnlyList<string> offered) => sheet.Traffic.LatencyMs is null && !sheet.Placement.ActiveActive
        ? []
        : sheet.Traffic.Audience.Keys.Order(StringComparer.Ordinal)
            .Select(audience => offered.MinBy(region => Sizing.RoundTrip.Of(audience, [region]) ?? decimal.MaxValue)).OfType<string>();

    private static decimal? Price(string region, AwsFacts facts)
    {
        var server = facts.Instances.GetValueOrDefault(region, []).FirstOrDefault(offer => offer.Type.Name == Server)?.OnDemand.Usd.Usd;
        var parts = Basket.Select(part => facts.FindPrice(part.Service, part.Item, region)?.Usd.Usd * part.Quantity).ToList();
        return server is null || parts.Contains(null) ? null : (730 * server) + parts.Sum();
    }
}
