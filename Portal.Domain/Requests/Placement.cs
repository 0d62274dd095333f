namespace Portal.Domain.Requests;

/// <summary>Where it may stand.</summary>
public sealed record Placement
{
    public required string PrimaryRegion { get; init; }

    public IReadOnlyList<string> SecondaryRegions { get; init; } = [];

    /// <summary>Countries or data-residency groups; empty: anywhere.</summary>
    public IReadOnlyList<string> Residency { get; init; } = [];

    public bool ActiveActive { get; init; }

    /// <summary>Twelve digits; null: the platform's rule for team and stage.</summary>
    public string? Account { get; init; }
}
