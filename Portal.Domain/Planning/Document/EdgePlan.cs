namespace Portal.Domain.Planning.Document;

/// <summary>What stands between users and the load balancer.</summary>
public sealed record EdgePlan
{
    public bool Cdn { get; init; }

    public bool Waf { get; init; }

    public bool WafFailOpen { get; init; }

    public bool GlobalAccelerator { get; init; }

    public bool ShieldAdvanced { get; init; }

    public Routing Routing { get; init; } = Routing.Simple;
}

/// <summary>How names answer over regions.</summary>
public enum Routing
{
    Simple,
    Failover,
    Latency,
}
