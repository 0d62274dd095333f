using Portal.Domain.Costs;
using Portal.Domain.Facts;
using Portal.Domain.Planning.Search.Regions;
using Portal.Domain.Requests;
using Portal.Domain.Resilience;
using Portal.Domain.Sizing;

namespace Portal.Domain.Planning.Search.Tiers;

/// <summary>ElastiCache node types, and how many nodes of each.</summary>
internal static class CacheAxis
{
    /// <summary>Copies beyond two protect from what the commitment counts already; one more is offered for those who want it.</summary>
    private static readonly int[] Copies = [1, 2, 3];

    /// <summary>Memcached admits more; past this the next node type is the simpler answer (templates/cache.yaml).</summary>
    public const int MostSpread = 20;

    public static IEnumerable<CacheOption> Options(PlanningInput input, Reach reach, Topology topology, Cache cache)
    {
        var size = new CacheSize(cache, input.Facts);
        return from offer in input.Facts.Caches.GetValueOrDefault(input.Region, [])
               let needed = size.Nodes(offer.Node)
               where needed is not null and <= MostSpread && reach.Live.All(site => Offer(input, site.Region, offer.Node.Name) is not null)
               where CacheCosts.Prices(input, reach).All(price => price is not null)
               from nodes in size.Spreads ? Spread(needed.Value) : Copies
               select Option(input, reach, topology, cache, offer.Node, needed.Value, nodes);
    }

    /// <summary>A node type as a region sells it; null where it does not.</summary>
    public static CacheOffer? Offer(PlanningInput input, string region, string type) =>
        input.Facts.Caches.GetValueOrDefault(region, []).FirstOrDefault(offer => offer.Node.Name == type);

    /// <summary>What carries the load, and two, which can stand in two zones.</summary>
    private static int[] Spread(int needed) => needed == 1 ? [1, 2] : [needed];

    private static CacheOption Option(PlanningInput input, Reach reach, Topology topology, Cache cache, CacheNode node, int needed, int nodes) =>
        new CacheOption(input, bill => CacheCosts.Add(bill, reach, topology, cache, node, needed, nodes))
        {
            Engine = cache.Engine,
            NodeType = node.Name,
            Nodes = nodes,
            Commitment = new PathPart("cache", Percent(input, cache.Engine, nodes)),
            IsSingle = nodes == 1,
            CommitmentElsewhere = reach.TakesOver && reach.Live.Min(site => CacheOption.NodesIn(nodes, cache.Engine, reach, site)) is var fewest ? Chain.Of(Percent(input, cache.Engine, fewest), fewest == 1) : null,
            Zone = input.Recovery.Cache(cache.Engine, nodes, !input.Sheet.Application.Stateless),
            Region = reach.Strategy == Strategy.OneRegion ? null : RegionRecovery.Cache,
            Lacks = reach.Live.Where(site => !site.StandsBy).All(site => CacheOption.NodesIn(nodes, cache.Engine, reach, site) > 1) ? Shortfall.None : Shortfall.OneZone,
            Pieces = nodes,
        };

    private static decimal Percent(PlanningInput input, CacheEngine engine, int nodes) => input.Facts.Commitments[("elasticache", (engine, nodes) switch
    {
        (_, 1) => "single-AZ",
        (CacheEngine.Memcached, _) => "previous-generation multi-AZ or cross-AZ",
        _ => "multi-AZ with automatic failover",
    })];
}
