using Portal.Domain.Planning;
using Portal.Domain.Planning.Search.Regions;
using Portal.Domain.Sizing;

namespace Portal.Domain.Costs;

/// <summary>The load balancer. Its public addresses and what goes out to users are the front's, since another way there may replace them.</summary>
internal static class BalancerCosts
{
    public static void Add(Bill bill)
    {
        bill.Add(Thing("Application load balancer"), Month.Hours, "alb", "hour", bill.Input.Paths.Entry, bill.FixedPremium);
        bill.Add(Thing("Capacity units"), CapacityUnits(bill.Load, bill.Input) * Month.Hours, "alb", "lcu", bill.Input.Paths.Mean, 0, [UsageAssumptions.RequestsPerConnection, UsageAssumptions.ConnectionSeconds, UsageAssumptions.RequestKb]);
    }

    /// <summary>One in each zone, where users reach it themselves.</summary>
    public static void AddAddresses(Bill bill, Topology topology) =>
        bill.Add(new BilledThing("Amazon VPC", "Public IPv4 addresses of the load balancer", Modules.Balancer, "LoadBalancer"), topology.NetworkZones * Month.Hours, "public-ipv4", "in-use-or-idle", bill.Input.Paths.Entry, bill.FixedPremium);

    /// <summary>LCUs at mean load: the largest of four measures (facts, formula alb-lcu); the listeners have fewer than ten rules.</summary>
    public static decimal CapacityUnits(Workload load, PlanningInput input)
    {
        var opened = load.MeanRps / UsageAssumptions.RequestsPerConnection.Value;
        var held = Math.Max(load.MeanConnections, opened * UsageAssumptions.ConnectionSeconds.Value);
        var gbPerHour = load.MeanRps * (input.Sheet.Traffic.DynamicResponseKb + UsageAssumptions.RequestKb.Value) * 3600 / 1e6m;
        return input.Facts.Formulas["alb-lcu"].Evaluate(
            ("new_connections_per_s", opened), ("active_connections", held), ("processed_gb_per_hour", gbPerHour), ("requests_per_s", 0), ("rules", 10));
    }

    private static BilledThing Thing(string item) => new("Elastic Load Balancing", item, Modules.Balancer, "LoadBalancer");
}
