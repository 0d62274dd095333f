using Portal.Domain.Costs;
using Portal.Domain.Resilience;

namespace Portal.Domain.Planning.Search;

/// <summary>How the loss of a region is noticed, for reaches that have another one to serve.</summary>
internal static class FrontAxis
{
    public static IEnumerable<TierOption> Options(PlanningInput input, Reach reach, Topology topology) =>
        Steerings(reach).Select(steering => new FrontOption(input, bill => SteeringCosts.Add(bill, reach, steering))
        {
            Steering = steering,
            Zone = new RecoveryTime(0, 0),
            Region = new RecoveryTime(0, 0),
            SwitchSeconds = reach.Strategy == Strategy.OneRegion ? 0 : Detection(input, steering) + RegionRecovery.DnsTtl,
            Pieces = steering == Steering.None ? 0 : reach.Live.Count(),
        });

    private static IEnumerable<Steering> Steerings(Reach reach) => reach.TakesOver ? [Steering.StandardChecks, Steering.FastChecks] : [Steering.None];

    /// <summary>Without health checks the alarms of the first region tell, as fast as standard checks.</summary>
    private static long Detection(PlanningInput input, Steering steering) =>
        new RecoveryRules(input.Facts).Region.Detection(steering == Steering.FastChecks ? RegionDetection.Fast : RegionDetection.Standard);
}
