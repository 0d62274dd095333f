using Portal.Domain.Facts;
using Portal.Domain.Planning;
using Portal.Domain.Planning.Search;
using Portal.Domain.Requests;
using Portal.Domain.Sizing;

namespace Portal.Domain.Costs;

/// <summary>Instances with what grows by their number: volumes, metrics, what they fetch and write.</summary>
internal static class FleetCosts
{
    public const int VolumeGb = 20;

    public static void Add(Bill bill, Topology topology, SiteFleet fleet, InstanceOffer offer)
    {
        var profile = bill.Load.Profile;
        var hours = fleet.Hours(profile);
        var spare = hours == 0 ? 0 : fleet.SpareHours(profile) / hours;
        var average = hours / Month.Hours;
        Instances(bill, fleet, offer, spare);
        bill.Add(new BilledThing("Amazon EBS", "Root volumes gp3", Modules.Compute, "LaunchTemplate"), average * VolumeGb, "ebs", "gp3-storage", bill.Input.Paths.Fleet, spare);
        if (StagePolicy.Of(bill.Input.Sheet.Metadata.Stage).Observed)
        {
            bill.Add(new BilledThing("Amazon CloudWatch", "Detailed metrics of the instances", Modules.Compute, "LaunchTemplate"), average * UsageAssumptions.DetailedMetricsPerInstance.Value, "cloudwatch", "custom-metric-first-10k", bill.Input.Paths.Fleet, spare, UsageAssumptions.DetailedMetricsPerInstance);
        }

        bill.Add(new BilledThing("AWS Key Management Service", "Requests", Modules.Foundation, "DataKey"), average * UsageAssumptions.KmsRequestsPerInstance.Value / 10_000, "kms", "symmetric-request", bill.Input.Paths.Fleet, spare, UsageAssumptions.KmsRequestsPerInstance);
        Outbound(bill, topology, average);
    }

    /// <summary>What the instances alone cost a month: enough to tell types apart whose instance-hours are known.</summary>
    public static decimal InstanceUsd(PlanningInput input, SiteFleet fleet, InstanceOffer offer)
    {
        var covered = Covered(input, fleet, offer);
        return (covered * Month.Hours * (offer.Convertible?.Usd.Usd ?? 0)) + (fleet.HoursBeyond(covered, input.Workload.Profile) * offer.OnDemand.Usd.Usd);
    }

    /// <summary>What a month with the fleets at their maximum costs more than an expected one.</summary>
    public static Money BeyondMean(PlanningInput input, Topology topology, FleetOption option)
    {
        var atPeak = input with { Workload = input.Workload with { Profile = new LoadProfile(Month.Hours, 0, 0) } };
        return Bill.Total(atPeak, bill =>
        {
            foreach (var fleet in option.Fleets)
            {
                Add(bill.At(fleet.Site), topology, fleet, input.Offer(fleet.Site.Region, option.Name)!);
            }
        }) - option.Monthly;
    }

    /// <summary>A Savings Plan pays what runs steadily in every hour at the convertible rate; what runs beyond it is on demand.</summary>
    private static void Instances(Bill bill, SiteFleet fleet, InstanceOffer offer, decimal spare)
    {
        var item = $"{offer.Type.Name} Linux";
        var covered = Covered(bill.Input, fleet, offer);
        if (covered > 0)
        {
            bill.Add(new BilledThing("Amazon EC2", item + ", Savings Plan", Modules.Compute, "AutoScalingGroup"), covered * Month.Hours, offer.Convertible!, [.. bill.Input.Paths.Fleet, "budget.purchase"], spare, Assumed(bill));
        }

        bill.Add(new BilledThing("Amazon EC2", item, Modules.Compute, "AutoScalingGroup"), fleet.HoursBeyond(covered, bill.Load.Profile), offer.OnDemand, bill.Input.Paths.Fleet, spare, Assumed(bill));
    }

    private static int Covered(PlanningInput input, SiteFleet fleet, InstanceOffer offer) =>
        input.Sheet.Budget.Purchase == Purchase.OnDemand || offer.Convertible is null ? 0 : fleet.Steady;

    private static void Outbound(Bill bill, Topology topology, decimal instances)
    {
        var logGb = bill.Load.MeanRps * Month.Seconds * UsageAssumptions.LogBytesPerRequest.Value / 1e9m;
        LogCosts.Add(bill, new LogStream("Application log", Modules.Compute, "AppLog", "cloudwatch", "logs-ingest"), logGb, bill.Input.Paths.Mean, UsageAssumptions.LogBytesPerRequest);

        var gb = logGb + (instances * UsageAssumptions.UpdateGbPerInstance.Value);
        UsageAssumption[] assumptions = [UsageAssumptions.LogBytesPerRequest, UsageAssumptions.UpdateGbPerInstance];
        bill.Add(new BilledThing("Amazon VPC", "Data through NAT", Modules.Network, "NatGatewayA"), gb, "nat-gateway", "data-processed", bill.Input.Paths.Fleet, 0, assumptions);
        if (topology.Nat == NatLayout.Shared)
        {
            bill.Add(new BilledThing("Data transfer", "Between zones, to the shared NAT gateway", Modules.Network, "NatGatewayA"), 2 * gb * topology.CrossZoneShare, "data-transfer", "inter-az-each-direction", bill.Input.Paths.Fleet, 0, assumptions);
        }

        if (bill.Input.Sheet.Data.Relational is not null)
        {
            bill.Add(new BilledThing("AWS Secrets Manager", "Calls", Modules.Compute, "AutoScalingGroup"), instances * UsageAssumptions.SecretCallsPerInstance.Value / 10_000, "secrets-manager", "api-call", [SheetPaths.Relational], 0, UsageAssumptions.SecretCallsPerInstance);
        }
    }

    private static UsageAssumption[] Assumed(Bill bill) => bill.Load.RpsAssumed ? [UsageAssumptions.WorkloadClass(bill.Load)] : [];
}
