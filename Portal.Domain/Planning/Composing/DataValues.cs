using System.Globalization;
using Portal.Domain.Costs;
using Portal.Domain.Planning.Document;
using Portal.Domain.Planning.Search;
using Portal.Domain.Planning.Search.Regions;
using Portal.Domain.Planning.Search.Tiers;
using Portal.Domain.Requests;

namespace Portal.Domain.Planning.Composing;

/// <summary>What the key-value table, the cache and the object storage say to the modules' parameters in one region; names as in <see cref="StackValues"/>.</summary>
internal static class DataValues
{
    public static void Add(PlanningInput input, Design design, string region, Action<string, StackParameter> set)
    {
        foreach (var (name, value) in Of(input, design, region))
        {
            set(name, value);
        }
    }

    private static IEnumerable<(string Name, StackParameter Value)> Of(PlanningInput input, Design design, string region) =>
    [
        .. design.Table is { } table ? Table(input, design, table, region) : [],
        .. design.Cache is { } cache && design.Reach.Live.FirstOrDefault(site => site.Region == region) is { } site ? Cache(input, design, cache, site) : [],
        .. design.Objects is { } objects ? Objects(input, objects, region) : [],
    ];

    private static IEnumerable<(string, StackParameter)> Table(PlanningInput input, Design design, TableOption table, string region)
    {
        var layout = table.Layout;
        yield return Text("table.Capacity", Wire.Name(table.Mode));
        yield return Number("table.MinReadUnits", table.ProvisionedRead);
        yield return Number("table.MaxReadUnits", table.Size.MaximumRead);
        yield return Number("table.MinWriteUnits", table.Size.ProvisionedWrite);
        yield return Number("table.MaxWriteUnits", table.Size.MaximumWrite);
        yield return Text("table.DeletionProtection", input.Policy.ProtectsStateful ? "true" : "false");
        yield return Text("table.Consistency", layout.Spread == TableSpread.Strong ? "strong" : "eventual");
        yield return Text("table.WitnessRegion", layout.Witness?.Region ?? "");
        foreach (var (copy, letter) in layout.Replicas.Skip(1).Zip(["B", "C"]))
        {
            yield return Text($"table.Region{letter}", copy.Region);
            yield return From($"table.KeyArn{letter}", input, copy.Region, Modules.Foundation, "DataKeyArn");
        }

        // Copies have the table's name in every region; one stack makes them all. Where no server stands, nobody asks the table.
        foreach (var module in design.Reach.Live.Any(site => site.Region == region) ? [Modules.Compute, Modules.Monitoring, Modules.MonitoringData] : Array.Empty<string>())
        {
            yield return From($"{module}.TableName", input, input.Region, Modules.Table, "TableName");
        }

        foreach (var (copy, letter) in layout.LaggingBehind(region).Zip(["B", "C"]))
        {
            yield return Text($"{Modules.MonitoringData}.CopyRegion{letter}", copy.Region);
        }
    }

    private static IEnumerable<(string, StackParameter)> Cache(PlanningInput input, Design design, CacheOption cache, Site site)
    {
        var software = CacheSoftware.Of(cache.Engine);
        var nodes = cache.NodesIn(design.Reach, site);
        var spreads = cache.Engine == CacheEngine.Memcached;
        yield return Text("CacheEngine", Wire.Name(cache.Engine));
        yield return Number("CachePort", software.Port);
        yield return Text("cache.EngineVersion", software.Version);
        yield return Text("cache.ParameterFamily", software.ParameterFamily);
        yield return Text("cache.NodeType", cache.NodeType);
        yield return Number(spreads ? "cache.MemcachedNodes" : "cache.Nodes", nodes);

        // Sessions must not be dropped for want of memory; copies of data may be.
        yield return Text("cache.EvictionPolicy", input.Sheet.Application.Stateless ? "allkeys-lru" : "noeviction");
        yield return Number("cache.SnapshotDays", CacheCosts.SnapshotDays);
        yield return From("compute.CacheHost", input, site.Region, Modules.Cache, "PrimaryEndpoint");
        if (!spreads)
        {
            yield return From("compute.CacheReaderHost", input, site.Region, Modules.Cache, "ReaderEndpoint");
        }
    }

    private static IEnumerable<(string, StackParameter)> Objects(PlanningInput input, ObjectsOption objects, string region)
    {
        // Versions and the copy keep objects, so AWS Backup does not keep them again.
        yield return Text("backup.BucketArn", "");
        var module = objects.Module;
        yield return Number($"{module}.NoncurrentDays", ObjectsCosts.NoncurrentDays);
        yield return Number("storage-replica.NoncurrentDays", ObjectsCosts.NoncurrentDays);
        if (region == input.Region)
        {
            yield return From("compute.BucketName", input, region, module, Name(objects));
        }

        if (objects.Copy is { } copy)
        {
            if (region == input.Region || region == copy.Region)
            {
                yield return From($"{Modules.MonitoringData}.CopiedBucketName", input, input.Region, module, Name(objects));
                yield return From($"{Modules.MonitoringData}.BucketCopyName", input, copy.Region, Modules.StorageReplica, "ReplicaBucketName");
                yield return Text($"{Modules.MonitoringData}.BucketRole", region == copy.Region ? "copy" : "source");
            }

            yield return From($"{module}.ReplicaBucketArn", input, copy.Region, Modules.StorageReplica, "ReplicaBucketArn");
            yield return From($"{module}.ReplicaKeyArn", input, copy.Region, Modules.StorageReplica, "ReplicaKeyArn");
            yield return Text($"{module}.ReplicationTime", "true");
            if (objects.IsPublic)
            {
                // The copy answers users while the first bucket does not.
                yield return From($"{module}.ReplicaBucketDomain", input, copy.Region, Modules.StorageReplica, "ReplicaBucketDomain");
                yield return Text("storage-replica.Distribution", "true");
            }

            if (region == copy.Region)
            {
                yield return From("compute.BucketName", input, region, Modules.StorageReplica, "ReplicaBucketName");
            }
        }
    }

    private static string Name(ObjectsOption objects) => objects.IsPublic ? "SiteBucketName" : "BucketName";

    private static (string, StackParameter) Text(string name, string value) => (name, new StackParameter.Text(value));

    private static (string, StackParameter) Number(string name, int value) => Text(name, value.ToString(CultureInfo.InvariantCulture));

    private static (string, StackParameter) From(string name, PlanningInput input, string region, string module, string output) => (name, new StackParameter.FromStack(input.Names.Of(region, module), output));
}
