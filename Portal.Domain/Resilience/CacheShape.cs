namespace Portal.Domain.Resilience;

/// <summary>How the cache of a <see cref="ModelledDesign"/> stands.</summary>
public enum CacheShape
{
    None,

    /// <summary>One node; nothing is served while it is replaced.</summary>
    OneNode,

    /// <summary>A replica in another zone takes over.</summary>
    Replicated,

    /// <summary>Memcached: each node holds its part of the keys and nothing else does.</summary>
    Memcached,
}
