using Portal.Domain.Planning;
using Portal.Domain.Planning.Document;
using Portal.Domain.Planning.Search.Regions;
using Portal.Domain.Planning.Search.Tiers;
using Portal.Domain.Sizing;

namespace Portal.Domain.Costs;

/// <summary>
/// The alarms that the modules monitoring and monitoring-data make for the parts of one region (docs/templates.md, Alarms), each with the part that it watches. Development has none.
/// An alarm over several metrics is paid for each of them: https://aws.amazon.com/cloudwatch/pricing/
/// </summary>
internal static class AlarmCosts
{
    private const int ByBalancer = 5;

    /// <summary>Where no server runs until a takeover two of them ask the group, too, whether it wants any.</summary>
    private const int ByWaitingBalancer = ByBalancer + 2;
    private const int ByDatabase = 4;

    /// <summary>Its lag, CPU, memory and connections; its storage fills as its source's does.</summary>
    private const int ByReplica = 4;
    private const int ByCluster = 3;
    private const int ByGateway = 2;
    private const int ByCacheNode = 3;
    private const int ByPolicy = 2;

    /// <summary>Throttled reads and writes, and the errors of four operations in one alarm.</summary>
    private const int ByTable = 6;

    /// <summary>The module's most for read replicas, for nodes and for copies of a table.</summary>
    private const int MostReplicas = 3;
    private const int MostCacheNodes = 3;
    private const int MostCopies = 2;

    /// <summary>What users notice, unhealthy instances of each zone, the gateways, and the dashboard.</summary>
    /// <remarks>The alarm over alarms that stops a drill has no price in the price book.</remarks>
    public static void AddGround(Bill bill, Reach reach, Topology topology)
    {
        Add(bill, "NAT gateways", "NatPortsA", ByGateway * topology.NatGateways, bill.Input.Paths.Watched, Math.Max(bill.FixedPremium, (topology.NatGateways - 1m) / topology.NatGateways));
        if (!IsWatched(bill))
        {
            return;
        }

        bill.Add(Thing("Dashboard", "Dashboard"), 1, "cloudwatch", "dashboard", bill.Input.Paths.Watched, bill.FixedPremium);
        var alarms = WaitsForTakeover(bill.Site, reach) ? ByWaitingBalancer : ByBalancer;
        Add(bill, "load balancer", "BalancerErrors", alarms + topology.Zones, bill.Input.Paths.Watched, bill.FixedPremium);
    }

    /// <summary>The alarm on the regions behind an accelerator, in us-west-2; with the key of its topic, unless the environment has a topic there already.</summary>
    public static void AddAccelerator(Bill bill, Reach reach)
    {
        if (!IsWatched(bill))
        {
            return;
        }

        bill.Add(new BilledThing("Amazon CloudWatch", "Alarm of the accelerator", Modules.MonitoringAccelerator, "RegionsUnhealthy") { Against = Loss.Region }, 1, "cloudwatch", "alarm-standard", SheetPaths.None, 1);
        if (!HasTopic(bill.Site, reach))
        {
            bill.Add(new BilledThing("AWS Key Management Service", "Customer key", Modules.MonitoringAccelerator, "TopicKey") { Against = Loss.Region }, 1, "kms", "customer-key", SheetPaths.None, 1);
        }
    }

    /// <summary>Whether the environment's own alarms have a topic where the accelerator's is.</summary>
    public static bool HasTopic(Site accelerators, Reach reach) => reach.Live.Any(site => site.Region == accelerators.Region);

    /// <summary>Where no server runs until a takeover, an alarm on too few of them, or on the load balancer's own errors, which every health check finds there, must hold its peace until the group asks for one.</summary>
    public static bool WaitsForTakeover(Site site, Reach reach) => site.StandsBy && reach.Strategy == Strategy.PilotLight;

    /// <summary>Their CPU, memory and disk; and that all run which may, where by plan fewer do. Beside them those that scaling keeps for itself, in every stage.</summary>
    public static void AddFleet(Bill bill, SiteFleet fleet)
    {
        Add(bill, "servers", "GroupCpu", Watching(bill.Input, fleet), bill.Input.Paths.Watched, bill.FixedPremium);
        bill.Add(new BilledThing("Amazon CloudWatch", "Scaling of the servers, alarms", Modules.Compute, "CpuScaling"), Scaling(bill.Input, fleet), "cloudwatch", "alarm-standard", bill.Input.Paths.Servers, bill.FixedPremium);
    }

    /// <summary>How many alarms a region's servers have.</summary>
    public static int OfFleet(PlanningInput input, SiteFleet fleet) => Scaling(input, fleet) + (input.Policy.Observed ? Watching(input, fleet) : 0);

    private static int Watching(PlanningInput input, SiteFleet fleet) => fleet.HasHeadroom(input.Sheet.Traffic.Pattern) ? 4 : 3;

    /// <summary>
    /// A policy that tracks a target keeps two alarms (https://docs.aws.amazon.com/autoscaling/ec2/userguide/as-scaling-target-tracking.html). The module compute has one for CPU where there is room to scale,
    /// and one for requests where these size the fleet; schedules and forecasts have none.
    /// </summary>
    private static int Scaling(PlanningInput input, SiteFleet fleet) =>
        !fleet.Scales(input) ? 0 : FleetSize.IsByRequests(input.Workload, fleet.Whole.Type) ? 2 * ByPolicy : ByPolicy;

    /// <summary>An RDS instance; a read replica in another region counts as one, and as a copy that may lag.</summary>
    public static void AddDatabase(Bill bill, IReadOnlyList<string> because) => Add(bill, "database", "DatabaseCpu", ByDatabase, because, bill.FixedPremium);

    /// <summary>Read replicas that answer beside their RDS instance.</summary>
    public static void AddReplicas(Bill bill, int count, IReadOnlyList<string> because) => Add(bill, "read replicas", "ReplicaLagA", ByReplica * Math.Min(count, MostReplicas), because, bill.FixedPremium);

    /// <summary>How far the read replica of another region lags behind, which is that region's database in all else.</summary>
    public static void AddCopy(Bill bill, IReadOnlyList<string> because) => Add(bill, "read replicas", "ReplicaLagA", 1, because, bill.FixedPremium);

    /// <summary>An Aurora cluster, whatever its instances.</summary>
    /// <param name="mayLag">Whether it follows a cluster of another region, or has readers that follow its writer.</param>
    public static void AddCluster(Bill bill, bool mayLag, IReadOnlyList<string> because) => Add(bill, "database", "ClusterCpu", ByCluster + (mayLag ? 1 : 0), because, bill.FixedPremium);

    /// <param name="nodes">As many as the module cache hands out; of Memcached one, whatever the number of its nodes.</param>
    public static void AddCache(Bill bill, int nodes, IReadOnlyList<string> because)
    {
        var watched = Math.Min(nodes, MostCacheNodes);
        Add(bill, "cache", "CacheCpuA", (ByCacheNode + (watched > 1 ? 1 : 0)) * watched, because, Math.Max(bill.FixedPremium, (watched - 1m) / watched));
    }

    /// <param name="copies">Asynchronous copies in other regions, which may lag behind what this one writes.</param>
    public static void AddTable(Bill bill, int copies, IReadOnlyList<string> because) => Add(bill, "table", "TableReadThrottles", ByTable + Math.Min(copies, MostCopies), because, bill.FixedPremium);

    /// <summary>A bucket that is copied, or the copy: what failed is watched where the one lies, how long it takes where the other does.</summary>
    public static void AddBucket(Bill bill, bool isCopy, IReadOnlyList<string> because) => Add(bill, "copies of objects", isCopy ? "BucketCopyLag" : "BucketCopyFails", 1, because, 1, Loss.Region);

    /// <summary>What a web ACL of this region refuses.</summary>
    public static void AddFirewall(Bill bill) => Add(bill, "firewall", "FirewallBlocks", 1, bill.Input.Paths.Guard, bill.FixedPremium);

    private static void Add(Bill bill, string watched, string first, int count, IReadOnlyList<string> because, decimal premium, Loss against = default)
    {
        if (IsWatched(bill))
        {
            bill.Add(Thing($"Alarms, {watched}", first) with { Against = against }, count, "cloudwatch", "alarm-standard", because, premium);
        }
    }

    private static bool IsWatched(Bill bill) => bill.Input.Policy.Observed;

    private static BilledThing Thing(string item, string resource) => new("Amazon CloudWatch", item, WatchesData(resource) ? Modules.MonitoringData : Modules.Monitoring, resource);

    private static bool WatchesData(string resource) => Array.Exists(["Database", "Replica", "Cluster", "Cache", "Table", "BucketCopy"], prefix => resource.StartsWith(prefix, StringComparison.Ordinal));
}
