namespace Portal.Domain.Requests;

/// <summary>The availability promise on the dynamic request path, percent of the month.</summary>
public sealed record Availability
{
    public required decimal SlaPercent { get; init; }
}
