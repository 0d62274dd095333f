using Portal.Domain.Facts;
using Portal.Domain.Requests;

namespace Portal.Domain.Sizing;

/// <summary>What the cache needs (contract, section 2, Data sizing).</summary>
public sealed class CacheSize(Cache cache, AwsFacts facts)
{
    private const int SeveralVcpu = 4;

    private readonly decimal usable = 1 - (facts.Rules["elasticache-reserved-memory"].Typical / 100);

    /// <summary>Whether the cache spreads its keys over its nodes; Valkey and Redis replicate the whole from one primary.</summary>
    public bool Spreads => cache.Engine == CacheEngine.Memcached;

    /// <summary>Whether that many nodes carry size and load. Only Memcached gains from more than one: replicas hold the same keys, and writes go to the primary.</summary>
    public bool Fits(CacheNode node, int nodes = 1) => (Spreads ? nodes : 1) >= NodesToSpread(node);

    /// <summary>The fewest nodes that carry it: 1 or none (null) for Valkey and Redis.</summary>
    public int? Nodes(CacheNode node) => NodesToSpread(node) is var needed && (Spreads || needed == 1) ? needed : null;

    /// <summary>Typical operations a second of small values (facts, elasticache-ops-*).</summary>
    public decimal OperationsPerSecond(CacheNode node) => facts.Rules[
        node.Burstable ? "elasticache-ops-small"
        : node.Vcpu >= SeveralVcpu ? "elasticache-ops-xlarge-up"
        : "elasticache-ops-large"].Typical;

    /// <summary>What of a node's memory holds data.</summary>
    public decimal UsableGb(CacheNode node) => node.MemoryGib * usable;

    private int NodesToSpread(CacheNode node) =>
        (int)Math.Ceiling(Math.Max(1, Math.Max(cache.SizeGb / UsableGb(node), cache.OpsPerSecond / OperationsPerSecond(node))));
}
