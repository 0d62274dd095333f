using Portal.Domain.Requests;

namespace Portal.Domain.Planning.Composing;

/// <summary>The version that new caches get, and their port.</summary>
/// <remarks>Versions: https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/engine-versions.html</remarks>
internal sealed record CacheSoftware(string Version, string ParameterFamily, int Port)
{
    // Ports beside the usual ones: scanners look at those first.
    private static readonly CacheSoftware Valkey = new("8.0", "valkey8", 6380);
    private static readonly CacheSoftware Redis = new("7.1", "redis7", 6380);
    private static readonly CacheSoftware Memcached = new("1.6.22", "memcached1.6", 11212);

    public static CacheSoftware Of(CacheEngine engine) => engine switch
    {
        CacheEngine.Valkey => Valkey,
        CacheEngine.Redis => Redis,
        _ => Memcached,
    };
}
