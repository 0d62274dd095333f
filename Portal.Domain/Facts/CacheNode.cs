using Portal.Domain.Requests;

namespace Portal.Domain.Facts;

/// <summary>An ElastiCache node type.</summary>
/// <param name="MemoryGib">What the engine can use, less than the instance's own memory.</param>
public sealed record CacheNode(string Name, string Family, int Vcpu, decimal MemoryGib)
{
    /// <summary>Whether its CPU runs on credits: the t families.</summary>
    public bool Burstable => Family.StartsWith('t');
}

/// <summary>What a node type costs in a region. A null price is not known.</summary>
/// <param name="Valkey">List discount on the Redis price, so always estimated (facts, README).</param>
public sealed record CacheOffer(CacheNode Node, UnitPrice Redis, UnitPrice? RedisReserved, UnitPrice Valkey)
{
    /// <summary>Memcached costs what Redis OSS costs: https://aws.amazon.com/elasticache/pricing/</summary>
    public UnitPrice OnDemand(CacheEngine engine) => engine == CacheEngine.Valkey ? Valkey : Redis;

    /// <summary>One year without upfront payment; null for Valkey, of which no reserved price was read.</summary>
    public UnitPrice? Reserved(CacheEngine engine) => engine == CacheEngine.Valkey ? null : RedisReserved;
}
