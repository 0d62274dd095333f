using Portal.Data.Storage;
using Portal.Domain.Deployments;

namespace Portal.Data.Deployments;

/// <summary>A deployment with its stacks in graph order, as pages and API show it.</summary>
public sealed record DeploymentView
{
    public required DeploymentId Id { get; init; }

    public required DeploymentKind Kind { get; init; }

    public required DeploymentState State { get; init; }

    public required int Attempt { get; init; }

    public required string RequestedBy { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? StartedAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    public string? FirstCause { get; init; }

    public string? NextAction { get; init; }

    public required IReadOnlyList<StackDeploymentView> Stacks { get; init; }

    internal static DeploymentView Of(DeploymentRow row, IEnumerable<StackDeploymentRow> stacks) => new()
    {
        Id = row.Id,
        Kind = row.Kind,
        State = row.State,
        Attempt = row.Attempt,
        RequestedBy = row.RequestedBy,
        CreatedAt = row.CreatedAt,
        StartedAt = row.StartedAt,
        EndedAt = row.EndedAt,
        FirstCause = row.FirstCause,
        NextAction = row.NextAction,
        Stacks = [.. stacks.Select(StackDeploymentView.Of)],
    };
}

/// <summary>One stack of a deployment as last seen.</summary>
public sealed record StackDeploymentView
{
    public required string Name { get; init; }

    public required string Account { get; init; }

    public required string Region { get; init; }

    public required string Module { get; init; }

    public required StackPhase Phase { get; init; }

    public string? StackId { get; init; }

    public string? Status { get; init; }

    public string? StatusReason { get; init; }

    public required IReadOnlyDictionary<string, string> Outputs { get; init; }

    public required int ExpectedSeconds { get; init; }

    public DateTimeOffset? StartedAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    internal static StackDeploymentView Of(StackDeploymentRow row) => new()
    {
        Name = row.Stack,
        Account = row.Account,
        Region = row.Region,
        Module = row.Module,
        Phase = row.Phase,
        StackId = row.StackId,
        Status = row.Status,
        StatusReason = row.StatusReason,
        Outputs = Json.Read<Dictionary<string, string>>(row.Outputs),
        ExpectedSeconds = row.ExpectedSeconds,
        StartedAt = row.StartedAt,
        EndedAt = row.EndedAt,
    };
}
