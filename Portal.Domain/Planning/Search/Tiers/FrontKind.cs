namespace Portal.Domain.Planning.Search.Tiers;

/// <summary>The choices before the load balancer.</summary>
/// <param name="HasStatic">Whether there is static content. Buckets are private, so it goes through the CDN.</param>
/// <param name="DynamicThroughCdn">Whether the application's requests pass the CDN too.</param>
public sealed record FrontKind(bool HasStatic, bool DynamicThroughCdn, Firewall Firewall, Steering Steering)
{
    /// <summary>Whether a web ACL stands before the CDN, or before the static page that answers while no region does.</summary>
    public bool EdgeFirewall { get; init; }

    /// <summary>Shield Advanced.</summary>
    public bool HasShield { get; init; }

    /// <summary>Whether a static page answers while no region does. It stands at CloudFront beside everything else, so that no region's loss takes it too.</summary>
    public bool HasFallback { get; init; }

    public bool Cdn => HasStatic || DynamicThroughCdn;
}

/// <summary>The web application firewall on the way of the application's requests.</summary>
public enum Firewall
{
    None,

    /// <summary>Requests pass while it cannot be reached.</summary>
    FailOpen,

    /// <summary>Requests are refused while it cannot be reached, so that it counts in the floor.</summary>
    FailClosed,

    /// <summary>At the CDN, which has no switch for letting requests pass: it counts in the floor.</summary>
    Edge,
}

/// <summary>How the loss of a region is noticed and users are led elsewhere.</summary>
public enum Steering
{
    /// <summary>One region serves; nothing to lead elsewhere.</summary>
    None,

    /// <summary>No name of ours leads anywhere: people point theirs to the other region.</summary>
    ByHand,

    /// <summary>Names follow the load balancers' own view of their targets, since nobody outside can ask internal ones.</summary>
    TargetHealth,

    /// <summary>Health checks of Route 53 every 30 s, three misses.</summary>
    StandardChecks,

    /// <summary>Health checks of Route 53 every 10 s, three misses.</summary>
    FastChecks,

    /// <summary>Global Accelerator: two addresses that never change, so no answer of DNS has to expire.</summary>
    Accelerator,
}
