using Portal.Domain.Costs;
using Portal.Domain.Facts;
using Portal.Domain.Planning.Search.Regions;
using Portal.Domain.Requests;
using Portal.Domain.Resilience;
using Portal.Domain.Sizing;

namespace Portal.Domain.Planning.Search.Tiers;

/// <summary>Instance types: every family and size that the price book sells in all regions with servers and the sheet's architectures admit.</summary>
internal static class FleetAxis
{
    /// <summary>An application subnet is a /24 (a sixteenth of the /20): 251 addresses, less a margin for the load balancer and rolling updates.</summary>
    public const int MostPerZone = 230;

    /// <summary>Below this the operating system, the TLS proxy and a package update do not fit; nor may a size hold less than one vCPU's share of the application.</summary>
    private const decimal MinimumMemoryGib = 1;

    public static IEnumerable<TierOption> Options(PlanningInput input, Reach reach, Topology topology) =>
        Candidates(input, reach, topology).Select(candidate => Option(input, reach, topology, candidate));

    /// <summary>
    /// Those that no other type beats in instance price, instance-hours, number, alarms and what a takeover waits for alike: everything else that a fleet costs grows with its instance-hours, so the others need no pricing.
    /// </summary>
    public static IEnumerable<TierOption> Likely(PlanningInput input, Reach reach, Topology topology)
    {
        var kept = new List<Candidate>();
        foreach (var candidate in Candidates(input, reach, topology)
            .OrderBy(candidate => candidate.Sites.Sum(site => site.Usd)).ThenBy(candidate => candidate.Pieces).ThenBy(candidate => candidate.Spot).ThenBy(candidate => candidate.Type.Name, StringComparer.Ordinal))
        {
            if (!kept.Exists(other => other.IsNoWorseThan(candidate)))
            {
                kept.Add(candidate);
            }
        }

        return kept.Select(candidate => Option(input, reach, topology, candidate));
    }

    private static FleetOption Option(PlanningInput input, Reach reach, Topology topology, Candidate candidate)
    {
        var rules = new RecoveryRules(input.Facts);
        var commitment = topology.Zones > 1 ? input.Facts.Commitments[("ec2", "region-level (two or more AZs)")] : input.Facts.Commitments[("ec2", "instance-level (single instance)")];
        return new FleetOption(input, bill => Price(bill, fleet => fleet))
        {
            AtPeak = bill => Price(bill, fleet => fleet.AtItsMost),
            Type = candidate.Type,
            Spot = candidate.Spot,
            InterruptionBand = candidate.Spot ? SpotRule.Worst(candidate.Sites.Select(site => site.Offer)) : null,
            Fleets = [.. candidate.Sites.Select(site => site.Fleet)],
            Commitment = new PathPart("compute", commitment),
            IsSingle = topology.Zones == 1,
            Zone = rules.Fleet(topology.Zones),
            Region = candidate.MustGrow ? rules.ScaleOut : new RecoveryTime(0, 0),
            Pieces = candidate.Pieces,
        };

        void Price(Bill bill, Func<SiteFleet, SiteFleet> standing)
        {
            foreach (var site in candidate.Sites)
            {
                FleetCosts.Add(bill.At(site.Fleet.Site), topology, standing(site.Fleet), site.Offer, candidate.Spot);
                AlarmCosts.AddFleet(bill.At(site.Fleet.Site), site.Fleet);
            }
        }
    }

    private static IEnumerable<Candidate> Candidates(PlanningInput input, Reach reach, Topology topology)
    {
        var live = reach.Live.ToList();
        foreach (var type in Types(input))
        {
            var whole = Fleet.Of(type, topology.Zones, input.Workload);
            if (whole.PerZone > MostPerZone)
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

            Candidate Priced(bool spot) => new(type, spot, [.. sites.Select(site => SitePrice.Of(input, site.Fleet, site.Offer, spot))]);
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

    /// <summary>A type with its fleet in each region.</summary>
    private sealed record Candidate(InstanceType Type, bool Spot, IReadOnlyList<SitePrice> Sites)
    {
        public int Pieces { get; } = Sites.Sum(site => site.Fleet.Max);

        /// <summary>Whether one of the regions could not carry the mean load of all by what it runs, so that a takeover waits for more.</summary>
        public bool MustGrow { get; } = Sites.Any(site => !site.Fleet.CarriesMean);

        public bool IsNoWorseThan(Candidate other) => Pieces <= other.Pieces && (!MustGrow || other.MustGrow) && Sites.Zip(other.Sites).All(pair => pair.First.Usd <= pair.Second.Usd && pair.First.Hours <= pair.Second.Hours && pair.First.Alarms <= pair.Second.Alarms);
    }

    private sealed record SitePrice(SiteFleet Fleet, InstanceOffer Offer, decimal Hours, decimal Usd, int Alarms)
    {
        public static SitePrice Of(PlanningInput input, SiteFleet fleet, InstanceOffer offer, bool spot) =>
            new(fleet, offer, fleet.Hours(input.Workload.Profile), FleetCosts.InstanceUsd(input, fleet, offer, spot), AlarmCosts.OfFleet(input, fleet));
    }
}
