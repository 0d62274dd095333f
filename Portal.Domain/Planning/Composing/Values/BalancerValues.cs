using Portal.Domain.Planning.Policies;
using Portal.Domain.Planning.Search;
using Portal.Domain.Planning.Search.Regions;
using Portal.Domain.Planning.Search.Tiers;
using Portal.Domain.Requests;
using Portal.Domain.Sizing;

namespace Portal.Domain.Planning.Composing.Values;

/// <summary>A region's load balancer and the firewall before it.</summary>
internal static class BalancerValues
{
    public static void Add(RegionValues values, PlanningInput input, Design design, Site site)
    {
        var (balancer, front) = (values.To(Modules.Balancer), design.Front.Kind);
        if (!input.IsPublic || front.DynamicThroughCdn)
        {
            AddInternal(values, site);
        }

        balancer.Set("IdleSeconds", HeldConnections.IdleSecondsOf(input.Sheet));
        balancer.Set("DeletionProtection", input.Policy.ProtectsAll);
        balancer.Set("WafFailOpen", front.Firewall != Firewall.FailClosed);
        var balancing = LoadBalancing.Of(input.Sheet);
        balancer.Set("Algorithm", balancing.Algorithm);
        balancer.Set("SlowStartSeconds", balancing.SlowStartSeconds);
        values.To(Modules.Firewall).Set("RateLimit", RateLimit.OfApplication(input));
    }

    /// <summary>Behind a CDN too the load balancer is private: CloudFront comes in by network interfaces of its own in the application's subnets, and nobody passes the firewall at the edge by.</summary>
    /// <remarks>https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-vpc-origins.html</remarks>
    private static void AddInternal(RegionValues values, Site site)
    {
        values.To(Modules.Balancer).Set("Exposure", Wire.Name(Exposure.Internal));
        values.To(Modules.Security).Set("Exposure", Wire.Name(Exposure.Internal));
        values.To(Modules.Balancer).SetFrom("PublicSubnetIds", site.Region, Modules.Network, "AppSubnetIds");
    }
}
