using Portal.Domain.Requests;

namespace Portal.Domain.Sizing;

/// <summary>The relational database of one region.</summary>
public sealed record DatabasePlan
{
    public required string Region { get; init; }

    /// <summary><see cref="RelationalService.Rds"/> or <see cref="RelationalService.Aurora"/>, never auto.</summary>
    public required RelationalService Service { get; init; }

    public required DatabaseEngine Engine { get; init; }

    public required string InstanceClass { get; init; }

    public required int Instances { get; init; }

    public required bool MultiAz { get; init; }

    public required string Role { get; init; }
}
