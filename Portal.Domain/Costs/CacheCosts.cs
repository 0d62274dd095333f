using Portal.Domain.Facts;
using Portal.Domain.Planning;
using Portal.Domain.Planning.Search.Regions;
using Portal.Domain.Planning.Search.Tiers;
using Portal.Domain.Requests;

namespace Portal.Domain.Costs;

/// <summary>Cache nodes in each region with servers, their snapshots, and what crosses zones.</summary>
internal static class CacheCosts
{
    /// <summary>How many days production keeps daily snapshots, the least that the module takes; other stages keep one.</summary>
    public const int SnapshotDays = 15;

    private static readonly string[] Cause = [SheetPaths.Cache];

    /// <summary>Prices beside those of the nodes; null where the price book has none.</summary>
    public static IEnumerable<UnitPrice?> Prices(PlanningInput input, Reach reach) =>
        reach.Live.SelectMany(site => new[] { Snapshots(input, site.Region), input.Facts.FindPrice("data-transfer", "inter-az-each-direction", site.Region) });

    /// <param name="needed">Nodes that carry size and load; the rest stands by.</param>
    public static void Add(Bill bill, Reach reach, Topology topology, Cache cache, CacheNode node, int needed, int nodes)
    {
        foreach (var site in reach.Live)
        {
            var here = bill.At(site);
            var count = CacheOption.NodesIn(nodes, cache.Engine, reach, site);
            here.Add(Thing(cache, $"{node.Name} {Wire.Name(cache.Engine)}"), count * Month.Hours, Hourly(bill.Input, site.Region, node, cache.Engine), Because(bill, cache), (decimal)(count - needed) / count);
            AlarmCosts.AddCache(here, cache.Engine == CacheEngine.Memcached ? 1 : count, Cause);
            Kept(here, cache);
            Crossing(here, topology, cache);
        }
    }

    /// <summary>Reserved where the sheet asks for it and the price book knows such a price.</summary>
    private static UnitPrice Hourly(PlanningInput input, string region, CacheNode node, CacheEngine engine)
    {
        var offer = CacheAxis.Offer(input, region, node.Name)!;
        return input.Sheet.Budget.Purchase == Purchase.Reserved1Y ? offer.Reserved(engine) ?? offer.OnDemand(engine) : offer.OnDemand(engine);
    }

    /// <summary>One snapshot is free, at https://aws.amazon.com/elasticache/pricing/ (backup storage). A standby region's cache is empty until users come.</summary>
    private static void Kept(Bill here, Cache cache)
    {
        if (cache.Engine != CacheEngine.Memcached && here.Input.Sheet.Metadata.Stage == Stage.Production && here.Site.Share > 0)
        {
            here.Add(Thing(cache, "Snapshots beyond the free one") with { Against = Loss.Data }, (SnapshotDays - 1) * cache.SizeGb, Snapshots(here.Input, here.Region)!, Cause, 1);
        }
    }

    /// <summary>Only the instance's side is billed, once for each GB: https://aws.amazon.com/elasticache/pricing/ (data transfer). The rate of the sheet is at peak; a month's bytes follow the mean.</summary>
    private static void Crossing(Bill here, Topology topology, Cache cache)
    {
        var gb = cache.OpsPerSecond * here.Input.Workload.MeanShare * here.Site.Share * Month.Seconds * UsageAssumptions.CacheValueKb.Value / 1e6m;
        here.Add(new BilledThing("Data transfer", "Between zones, application and cache", Modules.Cache, Resource(cache)), gb * topology.ChosenZoneShare, "data-transfer", "inter-az-each-direction", Cause, 0, UsageAssumptions.CacheValueKb, UsageAssumptions.ChosenZoneShare(topology));
    }

    private static UnitPrice? Snapshots(PlanningInput input, string region) => input.Facts.FindPriceOrReference("elasticache", "backup-storage", region);

    private static string[] Because(Bill bill, Cache cache) =>
        bill.Input.Sheet.Budget.Purchase == Purchase.Reserved1Y && cache.Engine != CacheEngine.Valkey ? [SheetPaths.Cache, SheetPaths.Purchase] : Cause;

    private static string Resource(Cache cache) => cache.Engine == CacheEngine.Memcached ? "Memcached" : "Cache";

    private static BilledThing Thing(Cache cache, string item) => new("Amazon ElastiCache", item, Modules.Cache, Resource(cache));
}
