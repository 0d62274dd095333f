using Portal.Domain.Requests;

namespace Portal.Domain.Sizing;

/// <summary>The key-value table in one region.</summary>
public sealed record KeyValuePlan(string Region, string Mode, ReadConsistency Consistency, string Role);
