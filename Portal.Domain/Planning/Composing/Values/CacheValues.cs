using Portal.Domain.Costs;
using Portal.Domain.Planning.Search;
using Portal.Domain.Planning.Search.Regions;
using Portal.Domain.Requests;

namespace Portal.Domain.Planning.Composing.Values;

/// <summary>The cache of a region, and where its servers find it.</summary>
internal static class CacheValues
{
    public static void Add(RegionValues values, PlanningInput input, Design design, Site site)
    {
        if (design.Cache is not { } option)
        {
            return;
        }

        var (cache, compute) = (values.To(Modules.Cache), values.To(Modules.Compute));
        var software = CacheSoftware.Of(option.Engine);
        var spreads = option.Engine == CacheEngine.Memcached;
        values.All.Set("CacheEngine", Wire.Name(option.Engine));
        values.All.Set("CachePort", software.Port);
        cache.Set("EngineVersion", software.Version);
        cache.Set("ParameterFamily", software.ParameterFamily);
        cache.Set("NodeType", option.NodeType);
        cache.Set(spreads ? "MemcachedNodes" : "Nodes", option.NodesIn(design.Reach, site));

        // Sessions must not be dropped for want of memory; copies of data may be.
        cache.Set("EvictionPolicy", input.Sheet.Application.Stateless ? "allkeys-lru" : "noeviction");
        cache.Set("SnapshotDays", CacheCosts.SnapshotDays);
        compute.SetFrom("CacheHost", site.Region, Modules.Cache, "PrimaryEndpoint");
        if (!spreads)
        {
            compute.SetFrom("CacheReaderHost", site.Region, Modules.Cache, "ReaderEndpoint");
        }
    }
}
