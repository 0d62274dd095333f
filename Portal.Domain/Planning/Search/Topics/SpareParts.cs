using Portal.Domain.Planning.Search.Topics;

namespace Portal.Domain.Planning.Search.Topics;

/// <summary>Resources that a decision adds to survive a loss, by the name of its topic.</summary>
internal static class SpareParts
{
    /// <summary>Null where nothing was decided about it.</summary>
    public static string? TopicOf(string module, string logicalId) => (module, logicalId) switch
    {
        (Modules.Network, "NatGatewayB" or "NatGatewayC" or "NatAddressB" or "NatAddressC") or (Modules.Monitoring, "NatPortsB" or "NatPortsC" or "NatDropsB" or "NatDropsC") => GroundTopics.Nat,
        (Modules.Compute, "AutoScalingGroup") or (Modules.Monitoring, "UnhealthyHostsB" or "UnhealthyHostsC") => GroundTopics.Zones,
        (Modules.Relational, "Database") or (Modules.Aurora, "InstanceB") => RelationalTopics.Name,
        (Modules.Relational, "ReplicaA" or "ReplicaB" or "ReplicaC") or (Modules.Aurora, "InstanceC" or "InstanceD") => RelationalTopics.ReadReplicas,
        (Modules.Dns, "HealthCheckA" or "HealthCheckB" or "RecordB") or (Modules.Accelerator or Modules.MonitoringAccelerator, _) or (Modules.MonitoringGlobal, "FrontAUnhealthy" or "FrontBUnhealthy") => GroundTopics.Regions,
        (Modules.Table, "Table") => TableTopics.Regions,
        (Modules.Cache, "Cache" or "Memcached") => CacheTopics.Name,
        (Modules.Storage or Modules.StaticSite, "ReplicationRole" or "ReplicationPolicy") or (Modules.MonitoringData, "BucketCopyFails" or "BucketCopyLag") or (Modules.Aurora, "GlobalCluster" or "Secret") => GroundTopics.Regions,
        _ => null,
    };
}
