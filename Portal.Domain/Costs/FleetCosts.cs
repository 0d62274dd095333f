using Portal.Domain.Facts;
using Portal.Domain.Planning;
using Portal.Domain.Planning.Search.Regions;
using Portal.Domain.Planning.Search.Tiers;
using Portal.Domain.Requests;
using Portal.Domain.Sizing;

namespace Portal.Domain.Costs;

/// <summary>Instances with what grows by their number: volumes, metrics, what they fetch and write.</summary>
internal static class FleetCosts
{
    public const int VolumeGb = 20;

    /// <param name="spot">Whether what exceeds the fleet's on-demand base is Spot capacity; then the offer has a Spot price.</param>
    public static void Add(Bill bill, Topology topology, SiteFleet fleet, InstanceOffer offer, bool spot)
    {
        var profile = bill.Load.Profile;
        var hours = fleet.Hours(profile);
        var spare = hours == 0 ? 0 : fleet.SpareHours(profile) / hours;
        var average = hours / Month.Hours;
        Instances(bill, fleet, offer, spot, spare);
        bill.Add(new BilledThing("Amazon EBS", "Root volumes gp3", Modules.Compute, "LaunchTemplate"), average * VolumeGb, "ebs", "gp3-storage", bill.Input.Paths.Fleet, spare);
        if (bill.Input.Policy.Observed)
        {
            bill.Add(new BilledThing("Amazon CloudWatch", "Detailed metrics of the instances", Modules.Compute, "LaunchTemplate"), average * UsageAssumptions.DetailedMetricsPerInstance.Value, "cloudwatch", "custom-metric-first-10k", bill.Input.Paths.Fleet, spare, UsageAssumptions.DetailedMetricsPerInstance);
        }

        if (bill.Input.Policy.Observed && hours > 0)
        {
            bill.Add(new BilledThing("Amazon CloudWatch", "Memory and disk of the servers", Modules.Compute, "LaunchTemplate"), UsageAssumptions.AgentMetricsPerGroup.Value, "cloudwatch", "custom-metric-first-10k", bill.Input.Paths.Watched, bill.FixedPremium, UsageAssumptions.AgentMetricsPerGroup);
        }

        bill.Add(new BilledThing("AWS Key Management Service", "Requests", Modules.Foundation, "DataKey"), average * UsageAssumptions.KmsRequestsPerInstance.Value / 10_000, "kms", "symmetric-request", bill.Input.Paths.Fleet, spare, UsageAssumptions.KmsRequestsPerInstance);
        Outbound(bill, topology, average);
    }

    /// <summary>What the instances alone cost a month: enough to tell types apart whose instance-hours are known.</summary>
    public static decimal InstanceUsd(PlanningInput input, SiteFleet fleet, InstanceOffer offer, bool spot)
    {
        var hours = Split(input, fleet, offer, spot, input.Workload.Profile);
        return (hours.Covered * (offer.Convertible?.Usd.Usd ?? 0)) + (hours.OnDemand * offer.OnDemand.Usd.Usd) + (hours.Spot * (offer.Spot?.Usd.Usd ?? 0));
    }

    /// <summary>What the commitment costs more than the instance-hours that it covers would on demand; less than nothing where it saves.</summary>
    public static Money CommitmentBeyondUse(PlanningInput input, SiteFleet fleet, InstanceOffer offer, bool spot)
    {
        var (covered, profile) = (Covered(input, fleet, offer, spot), input.Workload.Profile);
        return covered == 0 ? Money.Zero : (offer.Convertible!.Usd * (covered * Month.Hours)) - (offer.OnDemand.Usd * (fleet.Hours(profile) - fleet.HoursBeyond(covered, profile)));
    }

    /// <summary>A Savings Plan pays what runs steadily in every hour at the convertible rate; what runs beyond it is on demand, or Spot above the base.</summary>
    private static void Instances(Bill bill, SiteFleet fleet, InstanceOffer offer, bool spot, decimal spare)
    {
        var (item, paths) = ($"{offer.Type.Name} Linux", bill.Input.Paths.Fleet);
        var hours = Split(bill.Input, fleet, offer, spot, bill.Load.Profile);
        if (hours.Covered > 0)
        {
            bill.Add(Instance(item + ", Savings Plan"), hours.Covered, offer.Convertible!, [.. paths, SheetPaths.Purchase], spare, Assumed(bill));
        }

        bill.Add(Instance(item), hours.OnDemand, offer.OnDemand, paths, spare, Assumed(bill));
        if (hours.Spot > 0)
        {
            bill.Add(Instance(item + ", Spot"), hours.Spot, offer.Spot!, [.. paths, SheetPaths.Spot], spare, Assumed(bill));
        }
    }

    /// <summary>Instance-hours by the price that they are paid at. A Savings Plan does not cover Spot capacity (https://docs.aws.amazon.com/savingsplans/latest/userguide/what-is-savings-plans.html).</summary>
    private static (decimal Covered, decimal OnDemand, decimal Spot) Split(PlanningInput input, SiteFleet fleet, InstanceOffer offer, bool spot, LoadProfile profile)
    {
        var covered = Covered(input, fleet, offer, spot);
        var (beyond, above) = (fleet.HoursBeyond(covered, profile), spot ? fleet.HoursBeyond(fleet.OnDemandBase, profile) : 0);
        return (covered * Month.Hours, beyond - above, above);
    }

    private static int Covered(PlanningInput input, SiteFleet fleet, InstanceOffer offer, bool spot)
    {
        var steady = input.Sheet.Budget.Purchase == Purchase.OnDemand || offer.Convertible is null ? 0 : fleet.Steady;
        return spot ? Math.Min(steady, fleet.OnDemandBase) : steady;
    }

    private static BilledThing Instance(string item) => new("Amazon EC2", item, Modules.Compute, "AutoScalingGroup");

    private static void Outbound(Bill bill, Topology topology, decimal instances)
    {
        var logGb = bill.Load.MeanRps * Month.Seconds * UsageAssumptions.LogBytesPerRequest.Value / 1e9m;
        LogCosts.Add(bill, new LogStream("Application log", Modules.Compute, "AppLog", "cloudwatch", "logs-ingest"), logGb, bill.Input.Paths.Mean, UsageAssumptions.LogBytesPerRequest);

        var gb = logGb + (instances * UsageAssumptions.UpdateGbPerInstance.Value);
        UsageAssumption[] assumptions = [UsageAssumptions.LogBytesPerRequest, UsageAssumptions.UpdateGbPerInstance];
        bill.Add(new BilledThing("Amazon VPC", "Data through NAT", Modules.Network, "NatGatewayA"), gb, "nat-gateway", "data-processed", bill.Input.Paths.Fleet, 0, assumptions);
        if (topology.Nat == NatLayout.Shared)
        {
            bill.Add(new BilledThing("Data transfer", "Between zones, to the shared NAT gateway", Modules.Network, "NatGatewayA"), 2 * gb * topology.CrossZoneShare, "data-transfer", "inter-az-each-direction", bill.Input.Paths.Fleet, 0, [.. assumptions, UsageAssumptions.CrossZoneShare(topology)]);
        }

        if (bill.Input.Sheet.Data.Relational is not null)
        {
            bill.Add(new BilledThing("AWS Secrets Manager", "Calls", Modules.Compute, "AutoScalingGroup"), instances * UsageAssumptions.SecretCallsPerInstance.Value / 10_000, "secrets-manager", "api-call", [SheetPaths.Relational], 0, UsageAssumptions.SecretCallsPerInstance);
        }
    }

    private static UsageAssumption[] Assumed(Bill bill) => bill.Load.RpsAssumed ? [UsageAssumptions.WorkloadClass(bill.Load)] : [];
}
