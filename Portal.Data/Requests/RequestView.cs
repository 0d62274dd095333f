using Portal.Domain.Costs;
using Portal.Domain.Environments;
using Portal.Domain.Planning.Document;
using Portal.Domain.Requests;

namespace Portal.Data.Requests;

/// <summary>A request with its current revision, as pages and API show it.</summary>
public sealed record RequestView
{
    public required RequestId Id { get; init; }

    public required RequestKind Kind { get; init; }

    public required RequestState State { get; init; }

    public required string Team { get; init; }

    public required string Name { get; init; }

    public required string RequestedBy { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    public required int Revision { get; init; }

    public required Digest Digest { get; init; }

    public required bool Feasible { get; init; }

    public required Money MonthlyUsd { get; init; }

    public required Money BudgetUsd { get; init; }

    public EnvironmentId? EnvironmentId { get; init; }

    internal static RequestView Of(RequestRow request, RevisionRow revision) => new()
    {
        Id = request.Id,
        Kind = request.Kind,
        State = request.State,
        Team = request.Team,
        Name = request.Name,
        RequestedBy = request.RequestedBy,
        CreatedAt = request.CreatedAt,
        UpdatedAt = request.UpdatedAt,
        Revision = revision.Number,
        Digest = revision.Digest,
        Feasible = revision.Feasible,
        MonthlyUsd = revision.MonthlyUsd,
        BudgetUsd = revision.BudgetUsd,
        EnvironmentId = request.EnvironmentId,
    };
}
