using Portal.Domain.Planning.Search;
using Portal.Domain.Planning.Search.Databases;
using Portal.Domain.Planning.Search.Regions;
using Portal.Domain.Sizing;

namespace Portal.Domain.Planning.Composing.Values;

/// <summary>RDS in one region: the database with its readers, or a copy of it.</summary>
internal sealed class RdsValues(RegionValues values, PlanningInput input, Design design, RelationalOption option, Site site)
{
    private readonly ModuleValues compute = values.To(Modules.Compute);

    private int LargestGb => Math.Min(DatabaseSize.MaximumGb, 2 * option.StorageGb!.Value);

    public void Add()
    {
        if (site.IsFirst)
        {
            AddDatabase();
        }
        else
        {
            AddCopy();
        }
    }

    private void AddDatabase()
    {
        var relational = values.To(Modules.Relational);
        DatabaseValues.Add(values, relational, input, option, site);
        DatabaseValues.AddSecret(relational, design.Reach);
        relational.Set("EngineVersion", RdsEngine.Of(input.Facts, option.Database.Engine, option.Service).Version);
        relational.Set("AllocatedGb", option.StorageGb!.Value);
        relational.Set("MaxAllocatedGb", LargestGb);
        relational.Set("MultiAz", option.MultiAz);
        relational.Set("CrossRegionReplica", design.Reach.TakesOver);
        relational.Set("ReplicaCount", option.Readers);
        var zones = input.Facts.Regions[site.Region].Zones;
        foreach (var index in Enumerable.Range(0, option.Readers))
        {
            // RDS chooses the writer's zone; readers at least stand apart from each other.
            relational.Set($"ReplicaZone{(char)('A' + index)}", zones[(index + 1) % design.Topology.NetworkZones]);
        }

        compute.SetFrom("DatabaseHost", site.Region, Modules.Relational, "Endpoint");
        if (option.Readers > 0)
        {
            compute.SetFrom("DatabaseReaderHosts", site.Region, Modules.Relational, "ReaderEndpoints");
        }
    }

    private void AddCopy()
    {
        var copy = values.To(Modules.RelationalReplica);
        DatabaseValues.Add(values, copy, input, option, site);
        copy.SetFrom("SourceDbArn", input.Region, Modules.Relational, "DbArn");
        copy.Set("MaxAllocatedGb", LargestGb);
        copy.Set("MultiAz", option.InstancesElsewhere > 1);
        compute.SetFrom("DatabaseHost", site.Region, Modules.RelationalReplica, "Endpoint");
        compute.SetFrom("SecretArn", input.Region, Modules.Relational, "SecondSecretArn");
    }
}
