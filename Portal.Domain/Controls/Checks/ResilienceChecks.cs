namespace Portal.Domain.Controls.Checks;

/// <summary>A zone may fail, and load may grow.</summary>
internal static class ResilienceChecks
{
    private const int LeastZones = 2;

    /// <summary>Every tier stands in two zones or more.</summary>
    public static CheckOutcome Redundant(Inventory inventory) => new Verdict()
        .Judge(inventory.Fleets, fleet => Subnets.Zones(Subnets.Of(fleet["VPCZoneIdentifier"])) >= LeastZones && fleet["MinSize"].Number >= LeastZones ? null : "the servers stand in one zone")
        .Judge(LoadBalancers.All(inventory), balancer => Subnets.Zones(Subnets.Of(balancer["Subnets"])) >= LeastZones ? null : "a load balancer stands in one zone")
        .Judge(StoredData.Instances(inventory).Where(instance => !StoredData.IsCopy(instance)), instance => instance["MultiAZ"].IsTrue ? null : "a database has no standby")
        .Judge(StoredData.Clusters(inventory).Where(cluster => !StoredData.IsCopy(cluster)), cluster =>
            inventory.OfType("AWS::RDS::DBInstance").Count(member => member["DBClusterIdentifier"].Reaches(cluster)) >= LeastZones ? null : "a database cluster has one member")
        .Judge(StoredData.Caches(inventory), cache => cache.Type == "AWS::ElastiCache::ServerlessCache" || (cache["AutomaticFailoverEnabled"].IsTrue && cache["MultiAZEnabled"].IsTrue)
            || (cache.Type == "AWS::ElastiCache::CacheCluster" && cache["AZMode"].Is("cross-az")) ? null : "a cache has no standby")
        .OrMissing("there is nothing that could fail over");

    /// <summary>The fleet grows by itself, or runs what its peak needs all the time.</summary>
    public static CheckOutcome Scales(Inventory inventory) => new Verdict()
        .Judge(inventory.Fleets, fleet => fleet["MinSize"].Number == fleet["MaxSize"].Number || inventory.OfType("AWS::AutoScaling::ScalingPolicy").Any(policy => policy["AutoScalingGroupName"].Reaches(fleet)) ? null : "the fleet does not follow its load")
        .OrMissing("there are no servers");

    /// <summary>Databases and caches take their minor versions by themselves.</summary>
    public static CheckOutcome Updates(Inventory inventory) => new Verdict()
        .Judge(inventory.OfType("AWS::RDS::DBInstance"), instance => instance["AutoMinorVersionUpgrade"].IsTrue ? null : "a database does not take minor versions by itself")
        .Judge(inventory.OfType("AWS::ElastiCache::ReplicationGroup"), cache => cache["AutoMinorVersionUpgrade"].IsFalse ? "a cache does not take minor versions by itself" : null)
        .OrProvenBy(inventory.Fleets);
}
