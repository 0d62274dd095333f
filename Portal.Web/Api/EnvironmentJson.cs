using Portal.Data.Deployments;
using Portal.Data.Environments;
using Portal.Domain.Costs;
using Portal.Domain.Deployments;
using Portal.Domain.Environments;
using Portal.Domain.Requests;

namespace Portal.Web.Api;

/// <summary>An environment as the API writes it.</summary>
internal sealed record EnvironmentJson
{
    public required string Id { get; init; }

    public required string Team { get; init; }

    public required string Name { get; init; }

    public required Stage Stage { get; init; }

    public required string CostCenter { get; init; }

    public required EnvironmentState State { get; init; }

    public WaitingFor? WaitingFor { get; init; }

    public required string Region { get; init; }

    public required string Account { get; init; }

    public required string RequestId { get; init; }

    public required int Revision { get; init; }

    public string? DeploymentId { get; init; }

    public required Money EstimateUsd { get; init; }

    public required Money BudgetUsd { get; init; }

    public DateOnly? ExpiresOn { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>The newest deployment; only where one environment is asked for.</summary>
    public DeploymentJson? Deployment { get; init; }

    public static EnvironmentJson Of(EnvironmentView environment, DeploymentView? deployment = null) => new()
    {
        Id = environment.Id.ToString(),
        Team = environment.Team,
        Name = environment.Name,
        Stage = environment.Stage,
        CostCenter = environment.CostCenter,
        State = environment.State,
        WaitingFor = environment.WaitingFor,
        Region = environment.Region,
        Account = environment.Account,
        RequestId = environment.RequestId.ToString(),
        Revision = environment.Revision,
        DeploymentId = environment.DeploymentId?.ToString(),
        EstimateUsd = environment.EstimateUsd,
        BudgetUsd = environment.BudgetUsd,
        ExpiresOn = environment.ExpiresOn,
        CreatedAt = environment.CreatedAt,
        UpdatedAt = environment.UpdatedAt,
        Deployment = deployment is null ? null : DeploymentJson.Of(deployment),
    };
}

/// <summary>A deployment without its stacks, which have a call of their own.</summary>
internal sealed record DeploymentJson
{
    public required string Id { get; init; }

    public required DeploymentKind Kind { get; init; }

    public required DeploymentState State { get; init; }

    public required int Attempt { get; init; }

    public required string RequestedBy { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? StartedAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    public string? FirstCause { get; init; }

    public string? NextAction { get; init; }

    public static DeploymentJson Of(DeploymentView deployment) => new()
    {
        Id = deployment.Id.ToString(),
        Kind = deployment.Kind,
        State = deployment.State,
        Attempt = deployment.Attempt,
        RequestedBy = deployment.RequestedBy,
        CreatedAt = deployment.CreatedAt,
        StartedAt = deployment.StartedAt,
        EndedAt = deployment.EndedAt,
        FirstCause = deployment.FirstCause,
        NextAction = deployment.NextAction,
    };
}
