using Portal.Domain.Costs;
using Portal.Domain.Planning.Policies;
using Portal.Domain.Planning.Search.Regions;
using Portal.Domain.Resilience;

namespace Portal.Domain.Planning.Search;

/// <summary>What every design of a reach and a topology shares: keys, network, load balancer in each region with servers.</summary>
public sealed record Ground
{
    private Ground()
    {
    }

    public required Reach Reach { get; init; }

    public required Topology Topology { get; init; }

    public required IReadOnlyList<CostLine> Lines { get; init; }

    public required Tally Tally { get; init; }

    public required PathPart LoadBalancer { get; init; }

    /// <summary>Null where the databases' own backups are all there is.</summary>
    public BackupPolicy? Backups { get; init; }

    /// <summary>Whether alarms and a dashboard watch over it.</summary>
    public bool IsObserved { get; init; }

    internal static Ground Of(PlanningInput input, Reach reach, Topology topology)
    {
        var lines = Bill.Lines(input, bill =>
        {
            foreach (var site in reach.Live)
            {
                PlatformCosts.Add(bill.At(site));
                NetworkCosts.Add(bill.At(site), topology);
                BalancerCosts.Add(bill.At(site));
                AlarmCosts.AddGround(bill.At(site), reach, topology);
            }

            GlobalAlarmCosts.AddTopic(bill);
            if (reach.Strategy == Strategy.BackupCopy)
            {
                PlatformCosts.AddCopyKeys(bill.At(reach.Sites[1]));
            }
        });
        var rules = input.Recovery;
        var balancer = new PathPart("load balancer", input.Facts.Commitments[("elb", "multi-AZ load balancer")]);
        return new Ground
        {
            Reach = reach,
            Topology = topology,
            Lines = lines,
            LoadBalancer = balancer,
            Backups = BackupPolicy.Of(input, reach),
            IsObserved = input.Policy.Observed,
            Tally = Tally.Empty with
            {
                Monthly = lines.Sum(line => line.MonthlyUsd),
                Chain = Chain.Of(balancer.Percent),
                Elsewhere = Chain.Of(balancer.Percent),
                Zone = RecoveryRules.Slowest([rules.LoadBalancer, rules.Nat(topology.Nat == NatLayout.Shared, topology.Zones)]),
                Region = reach.Strategy == Strategy.OneRegion ? null : new RecoveryTime(0, reach.Strategy == Strategy.BackupCopy ? RegionRebuild.DeploymentSeconds : 0),
                SwitchSeconds = reach.IsAutomatic || reach.Strategy == Strategy.OneRegion ? 0 : (long)input.Facts.Formulas["human-decision-seconds"].Evaluate(),
                RoundTripMs = input.RoundTripMs(reach),
                Lacks = (topology.Zones > 1 ? Shortfall.None : Shortfall.OneZone) | (LacksCopies(input, reach) ? Shortfall.NoCopies : Shortfall.None),
            },
        };
    }

    /// <summary>Where no other region may be had, none is lacking here: then the control fails on the plan, and says so.</summary>
    private static bool LacksCopies(PlanningInput input, Reach reach) =>
        reach.Strategy == Strategy.OneRegion && input.SecondRegions.Count > 0 && input.Stores;
}
