using Portal.Domain.Facts;
using Portal.Domain.Planning.Search;
using Portal.Domain.Planning.Search.Regions;
using Portal.Domain.Planning.Search.Tiers;
using Portal.Domain.Resilience;

namespace Portal.Domain.Planning.Document;

/// <summary>What stands between users and the load balancers, as the plan document names it.</summary>
internal static class EdgeParts
{
    public static EdgePlan Of(Design design)
    {
        var kind = design.Front.Kind;
        return new EdgePlan
        {
            Cdn = kind.Cdn,
            Waf = kind.Firewall != Firewall.None,
            WafFailOpen = kind.Firewall == Firewall.FailOpen,
            GlobalAccelerator = kind.Steering == Steering.Accelerator,
            ShieldAdvanced = kind.HasShield,
            Routing = kind.Steering is not (Steering.StandardChecks or Steering.FastChecks or Steering.TargetHealth) ? Routing.Simple
                : design.Reach.Strategy == Strategy.ActiveActive ? Routing.Latency : Routing.Failover,
        };
    }

    /// <summary>Null without static content: a floor of its own, since it passes neither load balancer nor servers.</summary>
    public static StaticAvailability? Static(AwsFacts facts, Design design)
    {
        if (!design.Front.Kind.HasStatic)
        {
            return null;
        }

        PathPart[] path =
        [
            new("content delivery network", facts.Commitments[("cloudfront", "all")]),
            new("object storage", facts.Commitments[("s3", "standard, glacier flexible, deep archive, express one zone")]),
        ];
        return new StaticAvailability(Floor.Of(path), path);
    }
}
