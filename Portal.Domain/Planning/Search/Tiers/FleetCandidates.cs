using Portal.Domain.Facts;
using Portal.Domain.Planning.Search.Regions;
using Portal.Domain.Requests;
using Portal.Domain.Sizing;

namespace Portal.Domain.Planning.Search.Tiers;

/// <summary>Every instance type with which all regions with servers can carry their load.</summary>
internal static class FleetCandidates
{
    /// <summary>Below this the operating system, the TLS proxy and a package update do not fit; nor may a size hold less than one vCPU's share of the application.</summary>
    private const decimal MinimumMemoryGib = 1;

    public static IEnumerable<FleetCandidate> Of(PlanningInput input, Reach reach, Topology topology)
    {
        var live = reach.Live.ToList();
        foreach (var type in Types(input))
        {
            var whole = Fleet.Of(type, topology.Zones, input.Workload);
            if (whole.PerZone > FleetAxis.MostPerZone)
            {
                continue;
            }

            var sites = new List<(SiteFleet Fleet, InstanceOffer Offer)>();
            foreach (var site in live)
            {
                var load = input.Workload.Part(site.StandsBy ? 1 : site.Share);
                var ordinary = site.StandsBy || site.Share == 1 ? whole : Fleet.Of(type, topology.Zones, load);
                if (input.Offer(site.Region, type.Name) is { } offer && IsSold(input, offer) && Sustains(input, ordinary, load))
                {
                    sites.Add((new SiteFleet(site, reach.Strategy, ordinary, whole), offer));
                }
            }

            if (sites.Count < live.Count)
            {
                continue;
            }

            yield return Priced(false);
            if (SpotRule.Allows(input.Sheet, topology) && sites.TrueForAll(site => SpotRule.IsSteady(site.Offer)))
            {
                yield return Priced(true);
            }

            FleetCandidate Priced(bool spot) => new(type, spot, [.. sites.Select(site => FleetPrice.Of(input, site.Fleet, site.Offer, spot))]);
        }
    }

    private static IEnumerable<InstanceType> Types(PlanningInput input)
    {
        var application = input.Sheet.Application;
        return input.Facts.Instances.GetValueOrDefault(input.Region, [])
            .Select(offer => offer.Type)
            .Where(type => application.Architectures.Contains(type.Architecture))
            .Where(type => type.MemoryGib >= Math.Max(MinimumMemoryGib, application.MemoryGbPerVcpu));
    }

    private static bool IsSold(PlanningInput input, InstanceOffer offer) => input.Sheet.Budget.Purchase == Purchase.OnDemand || offer.Convertible is not null;

    /// <summary>A burstable type must carry mean and peak by its credits; its CPU share follows from the measured rate at the target share.</summary>
    private static bool Sustains(PlanningInput input, Fleet fleet, Workload load)
    {
        if (fleet.Type.BaselinePercent is not { } baseline)
        {
            return true;
        }

        decimal Share(decimal rps, int instances) => rps / load.RpsPerVcpu / (instances * fleet.Type.Vcpu) * load.TargetCpuPercent;

        // Between its limits scaling holds CPU at its target, whatever sized the fleet; in business hours the peak's fleet stands from the start.
        var least = load.Profile.KeepsHours ? fleet.AtPeak : fleet.AtMean;
        var held = Math.Min(Share(load.PeakRps, least), FleetSize.ScalingTarget(load.TargetCpuPercent, fleet.Zones));
        var peak = Math.Max(Share(load.PeakRps, fleet.AtPeak), held);
        var peakHours = BurstCredits.PeakHoursPerDay(input.Sheet.Traffic);

        // Servers that are new each morning bring no credits along.
        return BurstCredits.Carry(baseline, Share(load.MeanRps, fleet.AtMean), peak, peakHours, load.Profile.StoppedHours > 0 ? peakHours : BurstCredits.HoursPerDay);
    }
}
