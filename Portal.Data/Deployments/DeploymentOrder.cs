using Portal.Domain.Approvals;
using Portal.Domain.Deployments;
using Portal.Domain.Environments;
using Portal.Domain.Planning.Document;
using Portal.Domain.Requests;

namespace Portal.Data.Deployments;

/// <summary>What was asked and who signed it: all that the worker checks again before it touches an account.</summary>
public sealed record DeploymentOrder
{
    public required DeploymentId Id { get; init; }

    public required EnvironmentId EnvironmentId { get; init; }

    public required DeploymentKind Kind { get; init; }

    public required DeploymentState State { get; init; }

    public required int Attempt { get; init; }

    public required string Team { get; init; }

    public required Stage Stage { get; init; }

    public required string Sheet { get; init; }

    /// <summary>The bytes that are deployed.</summary>
    public required PlanFolder Folder { get; init; }

    public required IReadOnlyDictionary<string, string> Images { get; init; }

    public required SignedContent Content { get; init; }

    /// <summary>What allows this deployment; null where the stage needs no signature.</summary>
    public required SignedContent? AllowedBy { get; init; }
}
