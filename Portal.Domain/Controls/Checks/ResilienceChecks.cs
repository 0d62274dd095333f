namespace Portal.Domain.Controls.Checks;

/// <summary>A zone may fail, and load may grow.</summary>
internal static class ResilienceChecks
{
    private const int LeastZones = 2;

    /// <summary>
    /// Every tier stands in two zones or more wherever it serves. A region that waits for a takeover must be able to serve from two zones; what it keeps for that in one is passed over, and the finding says so.
    /// </summary>
    public static CheckOutcome Redundant(Inventory inventory)
    {
        var waiting = new List<ControlledResource>();
        var verdict = new Verdict()
            .Judge(inventory.Fleets, fleet => Subnets.Zones(Subnets.Of(fleet["VPCZoneIdentifier"])) >= LeastZones ? null : "the servers stand in one zone")
            .Judge(LoadBalancers.All(inventory), balancer => Subnets.Zones(Subnets.Of(balancer["Subnets"])) >= LeastZones ? null : "a load balancer stands in one zone");
        Ask(inventory.Fleets, fleet => fleet["MinSize"].Number >= LeastZones, "fewer servers run than there are zones");
        Ask(StoredData.Instances(inventory).Where(instance => !IsReader(instance)), instance => instance["MultiAZ"].IsTrue, "a database has no standby");
        Ask(StoredData.Clusters(inventory), cluster => inventory.OfType("AWS::RDS::DBInstance").Count(member => member["DBClusterIdentifier"].Reaches(cluster)) >= LeastZones, "a database cluster has fewer than two members");
        Ask(StoredData.Caches(inventory), HasPartner, "a cache has no standby");
        return verdict
            .PassOver(waiting.GroupBy(resource => resource.Stack.Region, StringComparer.Ordinal), region =>
                $"{region.Key} serves nobody until it takes over; until then one zone or none carries {string.Join(", ", region.Select(resource => $"{resource.Stack.Name}/{resource.LogicalId}").Order(StringComparer.Ordinal))}.")
            .OrMissing("there is nothing that could fail over");

        void Ask(IEnumerable<ControlledResource> tier, Func<ControlledResource, bool> isRedundant, string fault)
        {
            var resources = tier.ToLookup(resource => inventory.StandsBy(resource) && !isRedundant(resource));
            verdict.Judge(resources[false], resource => isRedundant(resource) ? null : fault);
            waiting.AddRange(resources[true]);
        }
    }

    /// <summary>What it copies stands in the same region and answers its reads without it.</summary>
    private static bool IsReader(ControlledResource instance) => StoredData.Source(instance).Targets.Any(source => source.Stack.Region == instance.Stack.Region);

    private static bool HasPartner(ControlledResource cache) => cache.Type == "AWS::ElastiCache::ServerlessCache" || (cache["AutomaticFailoverEnabled"].IsTrue && cache["MultiAZEnabled"].IsTrue)
        || (cache.Type == "AWS::ElastiCache::CacheCluster" && cache["AZMode"].Is("cross-az"));

    /// <summary>The fleet grows by itself, or runs what its peak needs all the time.</summary>
    public static CheckOutcome Scales(Inventory inventory) => new Verdict()
        .Judge(inventory.Fleets, fleet => fleet["MinSize"].Number == fleet["MaxSize"].Number || inventory.OfType("AWS::AutoScaling::ScalingPolicy").Any(policy => policy["AutoScalingGroupName"].Reaches(fleet)) ? null : "the fleet does not follow its load")
        .OrMissing("there are no servers");

    /// <summary>
    /// Databases and caches take their minor versions by themselves. Clusters of a global database cannot, whatever their instances say, so people do it:
    /// https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-global-database.html (limitations)
    /// </summary>
    public static CheckOutcome Updates(Inventory inventory)
    {
        var global = StoredData.GlobalClusters(inventory);
        return new Verdict()
            .Judge(inventory.OfType("AWS::RDS::DBInstance").Where(instance => !instance["DBClusterIdentifier"].Targets.Any(global.Contains)), instance => instance["AutoMinorVersionUpgrade"].IsTrue ? null : "a database does not take minor versions by itself")
            .Judge(inventory.OfType("AWS::ElastiCache::ReplicationGroup"), cache => cache["AutoMinorVersionUpgrade"].IsFalse ? "a cache does not take minor versions by itself" : null)
            .LeaveToPeople(global.Count > 0, $"A global database takes no minor version by itself: upgrade its clusters within a month of a new one, copies first ({string.Join(", ", global.OrderByDescending(StoredData.IsCopy).ThenBy(cluster => cluster.Stack.Name, StringComparer.Ordinal).Select(cluster => cluster.Stack.Name))}).")
            .OrProvenBy(inventory.Fleets);
    }
}
