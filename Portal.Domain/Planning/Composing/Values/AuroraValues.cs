using Portal.Domain.Planning.Search;
using Portal.Domain.Planning.Search.Databases;
using Portal.Domain.Planning.Search.Regions;
using Portal.Domain.Planning.Search.Tiers;

namespace Portal.Domain.Planning.Composing.Values;

/// <summary>Aurora in one region: the cluster that is written, or one that follows it.</summary>
internal sealed class AuroraValues(RegionValues values, PlanningInput input, Design design, RelationalOption option, Site site)
{
    private readonly ModuleValues compute = values.To(Modules.Compute);

    public void Add()
    {
        if (site.IsFirst)
        {
            AddWriter();
        }
        else
        {
            AddFollower();
        }
    }

    private void AddWriter()
    {
        var aurora = values.To(Modules.Aurora);
        AddCluster(aurora, option.Instances);
        DatabaseValues.AddSecret(aurora, design.Reach);
        aurora.Set("GlobalName", design.Reach.TakesOver ? GlobalName.Of(input.Names) : "");
        compute.SetFrom("DatabaseHost", site.Region, Modules.Aurora, "WriterEndpoint");
        if (option.Readers > 0)
        {
            compute.SetFrom("DatabaseReaderHosts", site.Region, Modules.Aurora, "ReaderEndpoint");
        }
    }

    private void AddFollower()
    {
        var (follower, reach) = (values.To(Modules.AuroraSecondary), design.Reach);
        AddCluster(follower, option.InstancesElsewhere);
        follower.SetFrom("GlobalId", input.Region, Modules.Aurora, "GlobalId");
        follower.SetFrom("FirstClusterArn", input.Region, Modules.Aurora, "ClusterArn");
        follower.Set("Automatic", reach.IsAutomatic);
        if (reach is { IsAutomatic: true, Strategy: Strategy.WarmStandby } && design.Front.Steering is Steering.StandardChecks or Steering.FastChecks)
        {
            follower.SetFrom("FirstHealthCheckId", Site.Global.Region, Modules.Dns, "HealthCheckIdA");
        }

        // Who answers users every day reads here; who waits for a takeover needs the name that takes writes afterwards.
        compute.SetFrom("DatabaseHost", site.Region, Modules.AuroraSecondary, reach.Strategy == Strategy.ActiveActive ? "ReaderEndpoint" : "WriterEndpoint");
        compute.SetFrom("SecretArn", input.Region, Modules.Aurora, "SecondSecretArn");
    }

    private void AddCluster(ModuleValues cluster, int instances)
    {
        DatabaseValues.Add(values, cluster, input, option, site);
        cluster.Set("EngineVersion", RdsEngine.Of(input.Facts, option.Database.Engine, option.Service).Version);
        cluster.Set("InstanceCount", instances);
        if (option.Capacity is { } capacity)
        {
            cluster.Set("MinCapacity", capacity.Minimum);
            cluster.Set("MaxCapacity", capacity.Maximum);
        }
    }
}
