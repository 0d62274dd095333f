namespace Portal.Domain.Requests;

/// <summary>An in-memory cache.</summary>
public sealed record Cache
{
    public required CacheEngine Engine { get; init; }

    public required decimal SizeGb { get; init; }

    public decimal OpsPerSecond { get; init; }
}

public enum CacheEngine
{
    Valkey,
    Redis,
    Memcached,
}
