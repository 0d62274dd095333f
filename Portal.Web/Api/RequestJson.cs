using Portal.Data.Requests;
using Portal.Domain.Costs;
using Portal.Domain.Planning.Document;
using Portal.Domain.Requests;

namespace Portal.Web.Api;

/// <summary>A request as the API writes it.</summary>
internal sealed record RequestJson
{
    public required string Id { get; init; }

    public required RequestKind Kind { get; init; }

    public required RequestState State { get; init; }

    public required string Team { get; init; }

    public required string Name { get; init; }

    public required string RequestedBy { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    public required int Revision { get; init; }

    public required string PlanDigest { get; init; }

    public required bool Feasible { get; init; }

    public required Money MonthlyUsd { get; init; }

    public required Money BudgetUsd { get; init; }

    public string? EnvironmentId { get; init; }

    public static RequestJson Of(RequestView request) => new()
    {
        Id = request.Id.ToString(),
        Kind = request.Kind,
        State = request.State,
        Team = request.Team,
        Name = request.Name,
        RequestedBy = request.RequestedBy,
        CreatedAt = request.CreatedAt,
        UpdatedAt = request.UpdatedAt,
        Revision = request.Revision,
        PlanDigest = request.Digest.ToString(),
        Feasible = request.Feasible,
        MonthlyUsd = request.MonthlyUsd,
        BudgetUsd = request.BudgetUsd,
        EnvironmentId = request.EnvironmentId?.ToString(),
    };
}
