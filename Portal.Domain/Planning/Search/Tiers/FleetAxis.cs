using Portal.Domain.Costs;
using Portal.Domain.Planning.Search.Regions;
using Portal.Domain.Resilience;

namespace Portal.Domain.Planning.Search.Tiers;

/// <summary>Instance types: every family and size that the price book sells in all regions with servers and the sheet's architectures admit.</summary>
internal static class FleetAxis
{
    /// <summary>An application subnet is a /24 (a sixteenth of the /20): 251 addresses, less a margin for the load balancer and rolling updates.</summary>
    public const int MostPerZone = 230;

    public static IEnumerable<TierOption> Options(PlanningInput input, Reach reach, Topology topology) =>
        FleetCandidates.Of(input, reach, topology).Select(candidate => Option(input, topology, candidate));

    /// <summary>
    /// Those that no other type beats in instance price, instance-hours, number, alarms and what a takeover waits for alike: everything else that a fleet costs grows with its instance-hours, so the others need no pricing.
    /// </summary>
    public static IEnumerable<TierOption> Likely(PlanningInput input, Reach reach, Topology topology)
    {
        var kept = new List<FleetCandidate>();
        foreach (var candidate in FleetCandidates.Of(input, reach, topology)
            .OrderBy(candidate => candidate.Sites.Sum(site => site.Usd)).ThenBy(candidate => candidate.Pieces).ThenBy(candidate => candidate.Spot).ThenBy(candidate => candidate.Type.Name, StringComparer.Ordinal))
        {
            if (!kept.Exists(other => other.IsNoWorseThan(candidate)))
            {
                kept.Add(candidate);
            }
        }

        return kept.Select(candidate => Option(input, topology, candidate));
    }

    private static FleetOption Option(PlanningInput input, Topology topology, FleetCandidate candidate)
    {
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
            Zone = input.Recovery.Fleet(topology.Zones),
            Region = candidate.MustGrow ? input.Recovery.ScaleOut : new RecoveryTime(0, 0),
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
}
