using Portal.Domain.Costs;
using Portal.Domain.Resilience;

namespace Portal.Domain.Planning.Search;

/// <summary>What every design of a topology shares: keys, network, load balancer.</summary>
public sealed record Ground(Topology Topology, IReadOnlyList<CostLine> Lines, Money Monthly, PathPart LoadBalancer, RecoveryTime Zone)
{
    internal static Ground Of(PlanningInput input, Topology topology)
    {
        var lines = Bill.Lines(input, bill =>
        {
            PlatformCosts.Add(bill);
            NetworkCosts.Add(bill, topology);
            BalancerCosts.Add(bill, topology);
        });
        return new Ground(
            topology,
            lines,
            lines.Sum(line => line.MonthlyUsd),
            new PathPart("load balancer", input.Facts.Commitments[("elb", "multi-AZ load balancer")]),
            new RecoveryRules(input.Facts).LoadBalancer);
    }
}
