using Portal.Domain.Requests;

namespace Portal.Domain.Sizing;

/// <summary>The key-value table in one region.</summary>
public sealed record KeyValuePlan(string Region, string Mode, ReadConsistency Consistency, string Role)
{
    /// <summary>Whether a write is in several regions before it is acknowledged.</summary>
    public bool StrongOverRegions { get; init; }
}
