using Portal.Domain.Planning.Document;
using Portal.Domain.Planning.Search;
using Portal.Domain.Planning.Search.Databases;
using Portal.Domain.Planning.Search.Regions;
using Portal.Domain.Planning.Search.Tiers;
using Portal.Domain.Requests;
using Portal.Domain.Sizing;

namespace Portal.Domain.Planning.Composing;

/// <summary>What the relational database says to its modules, and to the application that asks it.</summary>
internal sealed class RelationalValues
{
    private const string DatabaseName = "app";

    /// <summary>RDS names of a global database take 63 characters; ours end in eight digits that keep teams apart.</summary>
    private const int LongestPrefix = 54;

    private readonly StackValues values;
    private readonly PlanningInput input;
    private readonly Design design;
    private readonly RelationalOption option;
    private readonly string region;
    private readonly RdsEngine engine;

    private RelationalValues(StackValues values, PlanningInput input, Design design, RelationalOption option, string region)
    {
        (this.values, this.input, this.design, this.option, this.region) = (values, input, design, option, region);
        engine = RdsEngine.Of(input.Facts, option.Database.Engine, option.Service);
    }

    public static void Add(StackValues values, PlanningInput input, Design design, string region)
    {
        if (design.Relational is { } option && design.Reach.Live.Any(site => site.Region == region))
        {
            new RelationalValues(values, input, design, option, region).Add();
        }
    }

    private bool IsFirst => region == input.Region;

    private string? Second => design.Reach.TakesOver ? design.Reach.Sites[1].Region : null;

    private IReadOnlyList<string> Zones => input.Facts.Regions[region].Zones;

    private void Add()
    {
        values.Set("DatabasePort", engine.Port);
        values.Set("DatabaseName", DatabaseName);
        switch (option.Service, IsFirst)
        {
            case (RelationalService.Rds, true):
                Rds();
                break;
            case (RelationalService.Rds, false):
                Replica();
                break;
            case (_, true):
                Aurora();
                break;
            default:
                Follower();
                break;
        }
    }

    private void Rds()
    {
        const string Module = Modules.Relational;
        Common(Module);
        values.Set($"{Module}.EngineVersion", engine.Version);
        values.Set($"{Module}.AllocatedGb", option.StorageGb!.Value);
        values.Set($"{Module}.MaxAllocatedGb", Largest);
        values.Set($"{Module}.MultiAz", option.MultiAz ? "true" : "false");
        values.Set($"{Module}.ReplicaCount", option.Readers);
        foreach (var index in Enumerable.Range(0, option.Readers))
        {
            // RDS chooses the writer's zone; readers at least stand apart from each other.
            values.Set($"{Module}.ReplicaZone{(char)('A' + index)}", Zones[(index + 1) % design.Topology.NetworkZones]);
        }

        Readers(Module, "ReaderEndpoints");
        values.Set($"{Module}.CrossRegionReplica", Second is null ? "false" : "true");
        CopySecret(Module);
        values.SetFrom("compute.DatabaseHost", Stack(region, Module), "Endpoint");
    }

    private void Replica()
    {
        const string Module = Modules.RelationalReplica;
        Common(Module);
        values.SetFrom($"{Module}.SourceDbArn", Stack(input.Region, Modules.Relational), "DbArn");
        values.Set($"{Module}.MaxAllocatedGb", Largest);
        values.Set($"{Module}.MultiAz", option.InstancesElsewhere > 1 ? "true" : "false");
        values.SetFrom("compute.DatabaseHost", Stack(region, Module), "Endpoint");
        values.SetFrom("compute.SecretArn", Stack(input.Region, Modules.Relational), "SecondSecretArn");
    }

    private void Aurora()
    {
        const string Module = Modules.Aurora;
        Common(Module);
        Cluster(Module, option.Instances);
        values.Set($"{Module}.ZoneC", design.Topology.NetworkZones > 2 ? Zones[2] : "");
        values.Set($"{Module}.GlobalName", Second is null ? "" : GlobalName(input.Names));
        CopySecret(Module);
        Readers(Module, "ReaderEndpoint");
        values.SetFrom("compute.DatabaseHost", Stack(region, Module), "WriterEndpoint");
    }

    private void Follower()
    {
        const string Module = Modules.AuroraSecondary;
        Common(Module);
        Cluster(Module, option.InstancesElsewhere);
        values.SetFrom($"{Module}.GlobalId", Stack(input.Region, Modules.Aurora), "GlobalId");
        values.SetFrom($"{Module}.FirstClusterArn", Stack(input.Region, Modules.Aurora), "ClusterArn");
        values.Set($"{Module}.Automatic", design.Reach.IsAutomatic ? "true" : "false");
        if (design.Reach is { IsAutomatic: true, Strategy: Strategy.WarmStandby } && design.Front.Kind.Steering is Steering.StandardChecks or Steering.FastChecks)
        {
            values.SetFrom($"{Module}.FirstHealthCheckId", Stack(Site.Global.Region, Modules.Dns), "HealthCheckIdA");
        }

        // Who answers users every day reads here; who waits for a takeover needs the name that takes writes afterwards.
        values.SetFrom("compute.DatabaseHost", Stack(region, Module), design.Reach.Strategy == Strategy.ActiveActive ? "ReaderEndpoint" : "WriterEndpoint");
        values.SetFrom("compute.SecretArn", Stack(input.Region, Modules.Aurora), "SecondSecretArn");
    }

    private void Readers(string module, string output)
    {
        if (option.Readers > 0)
        {
            values.SetFrom("compute.DatabaseReaderHosts", Stack(region, module), output);
        }
    }

    private void Common(string module)
    {
        var policy = input.Policy;
        values.Set($"{module}.Engine", engine.Name);
        values.Set($"{module}.ParameterFamily", engine.ParameterFamily);
        values.Set($"{module}.InstanceClass", option.InstanceClass);
        values.Set($"{module}.BackupRetentionDays", policy.BackupRetentionDays);
        values.Set($"{module}.DeletionProtection", policy.ProtectsStateful ? "true" : "false");
        values.Set($"{module}.MonitoringSeconds", policy.Observed ? 60 : 0);
        if (option.Stops)
        {
            Hours(module, input.OfficeHours!);
        }
        else
        {
            Night(module, QuietHours.Of(input.Facts.Regions[region]));
        }
    }

    /// <summary>Readers first, since RDS asks that none is behind its source; the other region on a day of its own, so that one always stands.</summary>
    private void Night(string module, QuietHours night)
    {
        values.Set($"{module}.BackupWindow", night.BackupWindow);
        values.Set($"{module}.MaintenanceWindow", night.MaintenanceWindow(IsFirst ? "sun" : "wed"));
        values.Set($"{module}.ReaderMaintenanceWindow", night.MaintenanceWindow("sat"));
    }

    private void Hours(string module, OfficeHours hours)
    {
        var windows = new DatabaseWindows(hours.Open);
        values.Set($"{module}.BackupWindow", windows.Backup);
        values.Set($"{module}.MaintenanceWindow", windows.Maintenance);
        values.Set($"{Modules.OfficeHours}.StartAt", hours.DatabaseStarts);
        values.Set($"{Modules.OfficeHours}.StopAt", hours.DatabaseStops);
    }

    private void Cluster(string module, int instances)
    {
        values.Set($"{module}.EngineVersion", engine.Version);
        values.Set($"{module}.InstanceCount", instances);
        values.Set($"{module}.ZoneA", Zones[0]);
        values.Set($"{module}.ZoneB", Zones[1]);
        if (option.Capacity is { } capacity)
        {
            values.Set($"{module}.MinCapacity", capacity.Minimum);
            values.Set($"{module}.MaxCapacity", capacity.Maximum);
        }
    }

    private void CopySecret(string module)
    {
        values.Set($"{module}.SecondRegion", Second ?? "");
        if (Second is { } second)
        {
            values.SetFrom($"{module}.SecondRegionKeyArn", Stack(second, Modules.Foundation), "DataKeyArn");
        }
    }

    /// <summary>Letters, digits and single dashes, the same for each plan of an environment.</summary>
    public static string GlobalName(StackNames names)
    {
        var plain = string.Join('-', $"{names.Team}-{names.Name}".Split('-', StringSplitOptions.RemoveEmptyEntries));
        return $"{plain[..Math.Min(LongestPrefix, plain.Length)].TrimEnd('-')}-{Digest.Hex($"{names.Team}/{names.Name}")[..8]}";
    }

    private int Largest => Math.Min(DatabaseSize.MaximumGb, 2 * option.StorageGb!.Value);

    private string Stack(string where, string module) => input.Names.Of(where, module);
}
