namespace Portal.Domain.Planning.Document;

/// <summary>A region the design stands in.</summary>
public sealed record PlannedRegion
{
    public required string Region { get; init; }

    public required string Account { get; init; }

    public required RegionRole Role { get; init; }

    /// <summary>Zone names, two or three: the network spans them. Empty where no network stands.</summary>
    public required IReadOnlyList<string> Zones { get; init; }

    /// <summary>Null where no network stands, as in a region that holds copies only.</summary>
    public string? VpcCidr { get; init; }
}

/// <summary>What a region is for.</summary>
public enum RegionRole
{
    Primary,

    /// <summary>Warm standby or pilot light.</summary>
    Secondary,
    Active,

    /// <summary>Copies only.</summary>
    Backup,

    /// <summary>Quorum only.</summary>
    Witness,
}
