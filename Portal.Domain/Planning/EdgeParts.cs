using Portal.Domain.Planning.Search;

namespace Portal.Domain.Planning;

/// <summary>What stands between users and the load balancers, as the plan document names it.</summary>
internal static class EdgeParts
{
    public static EdgePlan Of(Design design) => new()
    {
        Routing = design.Reach.Strategy switch
        {
            Strategy.ActiveActive => Routing.Latency,
            Strategy.PilotLight or Strategy.WarmStandby => Routing.Failover,
            _ => Routing.Simple,
        },
    };
}
