using Portal.Domain.Planning.Search;
using Portal.Domain.Planning.Search.Databases;
using Portal.Domain.Planning.Search.Regions;
using Portal.Domain.Sizing;

namespace Portal.Domain.Planning.Composing.Values;

/// <summary>From where on people hear of a region's relational database; names of what is watched come from the stacks that make it.</summary>
internal static class MonitoringDataValues
{
    /// <summary>Share of a database class' connections and memory at which people hear of it.</summary>
    private const decimal ConnectionsShare = 0.8m;
    private const decimal FreeShare = 0.1m;
    private const decimal BytesPerGib = 1024m * 1024 * 1024;

    public static void Add(RegionValues values, PlanningInput input, Design design, Site site)
    {
        if (design.Relational is not { } option)
        {
            return;
        }

        var monitoring = values.To(Modules.MonitoringData);

        // What a lost region may take with it is asked of the copy elsewhere, which takes over. Readers of the first region answer users every day, and keep to the module's seconds.
        if (!site.IsFirst && input.Sheet.Recovery.Region?.Rpo is { TotalSeconds: >= 1 } rpo)
        {
            monitoring.Set("ReplicaLagSeconds", (decimal)rpo.TotalSeconds);
        }

        monitoring.Set("ReplicaRole", site.IsFirst ? "reader" : "copy");
        monitoring.Set("ClusterRole", site.IsFirst ? "writer" : "copy");
        monitoring.Set("ClusterReaders", site.IsFirst ? option.Instances - 1 : 0);
        AddLimits(monitoring, input, option);
    }

    private static void AddLimits(ModuleValues monitoring, PlanningInput input, RelationalOption option)
    {
        var offers = input.Facts.Databases.Where(offers => offers.Key.Region == input.Region).SelectMany(offers => offers.Value);
        if (offers.FirstOrDefault(offer => offer.Class.Name == option.InstanceClass)?.Class is { } known)
        {
            monitoring.Set("MaxConnections", Math.Floor(ConnectionsShare * new DatabaseSize(option.Database, input.Workload, input.Facts).MaxConnections(known)));
            monitoring.Set("FreeMemoryBytes", Math.Floor(FreeShare * known.MemoryGib * BytesPerGib));
        }

        if (option.StorageGb is { } storage)
        {
            monitoring.Set("FreeStorageBytes", Math.Floor(FreeShare * storage * BytesPerGib));
        }
    }
}
