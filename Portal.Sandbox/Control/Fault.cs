using System.Text.Json.Serialization;

namespace Portal.Sandbox.Control;

/// <summary>Something that goes wrong on purpose: to a call, to a resource, or to a region.</summary>
public sealed record Fault
{
    public string Id { get; init; } = "";
    public required string Effect { get; init; }

    /// <summary>Calls: which one, the how-manieth of them, and how often from there.</summary>
    public string? Operation { get; init; }
    public string? Account { get; init; }
    public string? Region { get; init; }
    public int Nth { get; init; } = 1;
    public int Count { get; init; } = 1;
    public int? Status { get; init; }
    public string? Code { get; init; }
    public string? Message { get; init; }
    public int DelayMs { get; init; }

    /// <summary>A throttle with a rate is a token bucket that stays, instead of refusing a number of calls.</summary>
    public double? RequestsPerSecond { get; init; }

    /// <summary>Resources: a type or a logical id, why it fails, and optionally only on create, update or delete.</summary>
    public string? ResourceType { get; init; }
    public string? LogicalId { get; init; }
    public string? Stack { get; init; }
    public string? Reason { get; init; }
    public string? On { get; init; }

    /// <summary>Outages: a zone of the region or all of it, and how long.</summary>
    public string? Zone { get; init; }
    public double Seconds { get; init; }

    public DateTimeOffset Since { get; init; }

    /// <summary>How many matching calls or resources it has seen.</summary>
    public int Seen { get; init; }

    [JsonIgnore]
    public bool StrikesNext => Seen + 1 >= Nth && Seen + 1 < Nth + Count;

    [JsonIgnore]
    public bool IsSpent => Seen + 1 >= Nth + Count - 1;
}
