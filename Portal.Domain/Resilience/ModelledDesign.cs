namespace Portal.Domain.Resilience;

/// <summary>
/// What <see cref="FailureModel"/> knows of a design: the dynamic path of one region, and the second region. NAT gateways and the static fallback are not
/// on that path (<see cref="Excluded"/>) and so are no input. Both regions have the same parts.
/// </summary>
public sealed record ModelledDesign
{
    /// <summary>Zones that the fleet stands in. One zone means that the single data nodes stand in the same.</summary>
    public required int Zones { get; init; }

    /// <summary>Instances that run at mean load, evenly over the zones.</summary>
    public required int Running { get; init; }

    /// <summary>Instances that the mean load fills; at least one.</summary>
    public required int Needed { get; init; }

    public DatabaseShape Database { get; init; }

    /// <summary>Of Aurora; one of them writes.</summary>
    public int AuroraInstances { get; init; } = 1;

    /// <summary>Decides how long a restore takes.</summary>
    public decimal DatabaseSizeGb { get; init; } = 100;

    public bool KeyValue { get; init; }

    public CacheShape Cache { get; init; }

    /// <summary>Of Memcached.</summary>
    public int CacheNodes { get; init; } = 1;

    /// <summary>Requests are refused while the firewall does not answer.</summary>
    public bool WafFailClosed { get; init; }

    /// <summary>Dynamic requests pass the CDN.</summary>
    public bool CdnOnPath { get; init; }

    /// <summary>Null with one region.</summary>
    public SecondRegion? Second { get; init; }
}
