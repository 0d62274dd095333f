using Portal.Domain.Costs;
using Portal.Domain.Deployments;
using Portal.Domain.Environments;
using Portal.Domain.Requests;

namespace Portal.Data.Environments;

/// <summary>An environment as pages and API show it.</summary>
public sealed record EnvironmentView
{
    public required EnvironmentId Id { get; init; }

    public required string Team { get; init; }

    public required string Name { get; init; }

    public required Stage Stage { get; init; }

    public required string CostCenter { get; init; }

    public required EnvironmentState State { get; init; }

    public WaitingFor? WaitingFor { get; init; }

    public required string Region { get; init; }

    public required string Account { get; init; }

    public required RequestId RequestId { get; init; }

    public required int Revision { get; init; }

    public DeploymentId? DeploymentId { get; init; }

    public required Money EstimateUsd { get; init; }

    public required Money BudgetUsd { get; init; }

    public DateOnly? ExpiresOn { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    internal static EnvironmentView Of(EnvironmentRow row) => new()
    {
        Id = row.Id,
        Team = row.Team,
        Name = row.Name,
        Stage = row.Stage,
        CostCenter = row.CostCenter,
        State = row.State,
        WaitingFor = row.WaitingKind is null ? null : new WaitingFor(row.WaitingKind, row.WaitingTodo ?? ""),
        Region = row.Region,
        Account = row.Account,
        RequestId = row.RequestId,
        Revision = row.Revision,
        DeploymentId = row.DeploymentId,
        EstimateUsd = row.EstimateUsd,
        BudgetUsd = row.BudgetUsd,
        ExpiresOn = row.ExpiresOn,
        CreatedAt = row.CreatedAt,
        UpdatedAt = row.UpdatedAt,
    };
}
