using Portal.Domain.Costs;
using Portal.Domain.Facts;
using Portal.Domain.Requests;
using Portal.Domain.Resilience;
using Portal.Domain.Sizing;

namespace Portal.Domain.Planning.Search;

/// <summary>Instance types: every family and size that the price book sells in the region and the sheet's architectures admit.</summary>
internal static class FleetAxis
{
    /// <summary>An application subnet is a /24 (a sixteenth of the /20): 251 addresses, less a margin for the load balancer and rolling updates.</summary>
    public const int MostPerZone = 230;

    public static IEnumerable<FleetOption> Options(PlanningInput input, Topology topology)
    {
        var rules = new RecoveryRules(input.Facts);
        var commitment = topology.Zones > 1
            ? input.Facts.Commitments[("ec2", "region-level (two or more AZs)")]
            : input.Facts.Commitments[("ec2", "instance-level (single instance)")];
        var part = new PathPart("compute", commitment);
        var zone = RecoveryRules.Slowest([rules.Fleet(topology.Zones), rules.Nat(topology.Nat == NatLayout.Shared, topology.Zones)]);
        foreach (var offer in Offers(input))
        {
            var fleet = Fleet.Of(offer.Type, topology.Zones, input.Workload);
            if (fleet.PerZone > MostPerZone || !Sustains(input, fleet))
            {
                continue;
            }

            yield return new FleetOption(input, bill => FleetCosts.Add(bill, topology, fleet, offer))
            {
                Fleet = fleet,
                Offer = offer,
                Commitment = part,
                Zone = zone,
                Pieces = fleet.AtPeak,
            };
        }
    }

    private static IEnumerable<InstanceOffer> Offers(PlanningInput input)
    {
        var application = input.Sheet.Application;
        var onDemand = input.Sheet.Budget.Purchase == Purchase.OnDemand;
        return input.Facts.Instances.GetValueOrDefault(input.Region, [])
            .Where(offer => application.Architectures.Contains(offer.Type.Architecture))
            .Where(offer => offer.Type.MemoryGib >= Math.Max(MinimumMemoryGib, application.MemoryGbPerVcpu))
            .Where(offer => onDemand || offer.Convertible is not null);
    }

    /// <summary>Below this the operating system, the TLS proxy and a package update do not fit; nor may a size hold less than one vCPU's share of the application.</summary>
    private const decimal MinimumMemoryGib = 1;

    /// <summary>A burstable type must carry mean and peak by its credits; its CPU share follows from the measured rate at the target share.</summary>
    private static bool Sustains(PlanningInput input, Fleet fleet)
    {
        if (fleet.Type.BaselinePercent is not { } baseline)
        {
            return true;
        }

        var load = input.Workload;
        decimal Share(decimal rps, int instances) => rps / load.RpsPerVcpu / (instances * fleet.Type.Vcpu) * load.TargetCpuPercent;

        // Between its limits scaling holds CPU at its target, whatever sized the fleet; in business hours the peak's fleet stands from the start.
        var least = load.Profile.IdleHours > 0 ? fleet.AtPeak : fleet.AtMean;
        var held = Math.Min(Share(load.PeakRps, least), FleetSize.ScalingTarget(load.TargetCpuPercent, fleet.Zones));
        var peak = Math.Max(Share(load.PeakRps, fleet.AtPeak), held);
        return BurstCredits.Carry(baseline, Share(load.MeanRps, fleet.AtMean), peak, BurstCredits.PeakHoursPerDay(input.Sheet.Traffic));
    }
}
