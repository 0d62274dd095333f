namespace Portal.Domain.Controls;

/// <summary>The load balancers of an environment and what their attributes say.</summary>
internal static class LoadBalancers
{
    public static IEnumerable<ControlledResource> All(Inventory inventory) => inventory.OfType("AWS::ElasticLoadBalancingV2::LoadBalancer");

    /// <summary>AWS gives a load balancer public addresses where nothing is said.</summary>
    public static bool IsPublic(ControlledResource balancer) => !balancer["Scheme"].Is("internal");

    public static ControlledValue Attribute(ControlledResource balancer, string key) =>
        balancer["LoadBalancerAttributes"].Items.FirstOrDefault(attribute => attribute["Key"].Is(key))["Value"];
}
