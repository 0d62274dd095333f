using Portal.Data.Environments;

namespace Portal.Web.Api;

/// <summary>An event as the API writes it.</summary>
internal sealed record EventJson
{
    public required string EventId { get; init; }

    public required EventKind Kind { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string Stack { get; init; }

    public required string Region { get; init; }

    public required string LogicalId { get; init; }

    public required string PhysicalId { get; init; }

    public required string ResourceType { get; init; }

    public required string Status { get; init; }

    public string? Reason { get; init; }

    public static EventJson Of(EventRow row) => new()
    {
        EventId = row.EventId,
        Kind = row.Kind,
        At = row.At,
        Stack = row.Stack,
        Region = row.Region,
        LogicalId = row.LogicalId,
        PhysicalId = row.PhysicalId,
        ResourceType = row.ResourceType,
        Status = row.Status,
        Reason = row.Reason,
    };
}
