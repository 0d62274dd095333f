namespace Portal.Domain.Requests;

/// <summary>Who asks, and for what.</summary>
public sealed record SheetMetadata
{
    /// <summary><c>[a-z][a-z0-9-]{1,30}[a-z0-9]</c>, unique per team.</summary>
    public required string Name { get; init; }

    public required string Team { get; init; }

    public required Stage Stage { get; init; }

    /// <summary>Printable ASCII, 1 to 40 characters.</summary>
    public required string CostCenter { get; init; }

    public string? Description { get; init; }
}
