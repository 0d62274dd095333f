using Portal.Domain.Planning;
using Portal.Domain.Planning.Search;
using Portal.Domain.Sizing;

namespace Portal.Domain.Costs;

/// <summary>The load balancer, its public addresses and what goes out to users.</summary>
internal static class BalancerCosts
{
    private const decimal GbPerTb = 1000;

    // The band edges of the price list, GB a month from one region: https://aws.amazon.com/ec2/pricing/on-demand/#Data_Transfer
    private static readonly (string Item, string Label, decimal UpToGb)[] OutBands =
    [
        ("internet-out-first-10tb", "Out to the internet, first 10 TB", 10 * GbPerTb),
        ("internet-out-next-40tb", "Out to the internet, next 40 TB", 50 * GbPerTb),
        ("internet-out-next-100tb", "Out to the internet, next 100 TB", 150 * GbPerTb),
        ("internet-out-over-150tb", "Out to the internet, over 150 TB", decimal.MaxValue),
    ];

    public static void Add(Bill bill, Topology topology)
    {
        bill.Add(Thing("Application load balancer"), Month.Hours, "alb", "hour", bill.Input.Paths.Entry);
        bill.Add(Thing("Capacity units"), CapacityUnits(bill.Load, bill.Input) * Month.Hours, "alb", "lcu", bill.Input.Paths.Mean, 0, [UsageAssumptions.RequestsPerConnection, UsageAssumptions.ConnectionSeconds, UsageAssumptions.RequestKb]);
        if (bill.Input.IsPublic)
        {
            bill.Add(new BilledThing("Amazon VPC", "Public IPv4 addresses of the load balancer", Modules.Balancer, "LoadBalancer"), topology.NetworkZones * Month.Hours, "public-ipv4", "in-use-or-idle", bill.Input.Paths.Entry);
            InternetOut(bill);
        }
    }

    /// <summary>LCUs at mean load: the largest of four measures (facts, formula alb-lcu); the listeners have fewer than ten rules.</summary>
    public static decimal CapacityUnits(Workload load, PlanningInput input)
    {
        var opened = load.MeanRps / UsageAssumptions.RequestsPerConnection.Value;
        var held = Math.Max(load.MeanConnections, opened * UsageAssumptions.ConnectionSeconds.Value);
        var gbPerHour = load.MeanRps * (input.Sheet.Traffic.DynamicResponseKb + UsageAssumptions.RequestKb.Value) * 3600 / 1e6m;
        return input.Facts.Formulas["alb-lcu"].Evaluate(
            ("new_connections_per_s", opened), ("active_connections", held), ("processed_gb_per_hour", gbPerHour), ("requests_per_s", 0), ("rules", 10));
    }

    private static void InternetOut(Bill bill)
    {
        var gb = bill.Load.MeanRps * bill.Input.Sheet.Traffic.DynamicResponseKb * Month.Seconds / 1e6m;
        var from = 0m;
        var price = bill.Input.Facts.Price("data-transfer", OutBands[0].Item, bill.Region);
        foreach (var (item, label, upTo) in OutBands)
        {
            // A region whose last band was not read pays the band before it: never less than the bill will be.
            price = bill.Input.Facts.FindPrice("data-transfer", item, bill.Region) ?? price with { Estimated = true };
            bill.Add(new BilledThing("Data transfer", label, Modules.Balancer, "LoadBalancer"), Math.Min(gb, upTo) - from, price, bill.Input.Paths.Mean);
            from = upTo;
            if (gb <= upTo)
            {
                break;
            }
        }
    }

    private static BilledThing Thing(string item) => new("Elastic Load Balancing", item, Modules.Balancer, "LoadBalancer");
}
