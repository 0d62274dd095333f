using Portal.Domain.Facts;
using Portal.Domain.Planning;
using Portal.Domain.Planning.Search.Regions;
using Portal.Domain.Planning.Search.Tiers;
using Portal.Domain.Sizing;

namespace Portal.Domain.Costs;

/// <summary>Shield Advanced: the subscription, which an organisation pays once, and each GB that goes out through what it guards: https://aws.amazon.com/shield/pricing/</summary>
internal static class ShieldCosts
{
    private const string Service = "shield-advanced";

    private static readonly string[] Letters = ["A", "B"];

    public static bool IsPriced(PlanningInput input) =>
        input.Facts.FindPrice(Service, "subscription", input.Region) is not null && Array.TrueForAll(["balancer", "cdn", "accelerator"], way => Price(input, Bands(way)[0]) is not null);

    public static void Add(Bill bill, Reach reach, FrontKind kind)
    {
        if (!kind.HasShield)
        {
            return;
        }

        var global = bill.At(Site.Global);
        var (hidden, content) = (kind.DynamicThroughCdn, kind.HasStatic ? StaticTraffic.Of(bill.Input.Sheet).GbPerMonth : 0);
        var dynamic = reach.Live.ToDictionary(site => site, site => OutboundCosts.DynamicGb(bill.At(site)));
        global.Add(Thing("Advanced, subscription", hidden ? "Distribution" : "BalancerA"), 1, Service, "subscription", bill.Input.Paths.Entry);
        foreach (var (site, letter) in hidden ? [] : reach.Live.Zip(Letters))
        {
            Out(global, "balancer", $"the load balancer of {site.Region}", "Balancer" + letter, dynamic[site]);
        }

        if (kind.Cdn)
        {
            Out(global, "cdn", "the CDN", "Distribution", content + (hidden ? dynamic.Values.Sum() : 0));
        }

        if (kind.Steering == Steering.Accelerator)
        {
            Out(global, "accelerator", "the accelerator", "Accelerator", dynamic.Values.Sum());
        }
    }

    private static void Out(Bill bill, string way, string through, string resource, decimal gb) =>
        PriceBand.Add(bill, Bands(way), gb, band => Price(bill.Input, band), band => Thing($"Out through {through}, {band.Label}", resource), bill.Input.Paths.Entry);

    /// <summary>The band edges of the price list, GB a month.</summary>
    private static PriceBand[] Bands(string way) =>
    [
        new($"out-{way}-first-100tb", "first 100 TB", 100_000),
        new($"out-{way}-next-400tb", "next 400 TB", 500_000),
        new($"out-{way}-next-500tb", "next 500 TB", 1_000_000),
        new($"out-{way}-over-1pb", "over 1 PB", decimal.MaxValue),
    ];

    private static UnitPrice? Price(PlanningInput input, PriceBand band) => input.Facts.FindPrice(Service, band.Item, Site.Global.Region);

    private static BilledThing Thing(string item, string resource) => new("AWS Shield", item, Modules.Shield, resource);
}
