using System.Collections.Immutable;
using Portal.Domain.Environments;
using Portal.Domain.Planning.Document;

namespace Portal.Domain.Deployments;

/// <summary>The state of the step function: one deployment with all its stacks, in graph order.</summary>
public sealed record DeploymentModel
{
    public required DeploymentId Id { get; init; }

    public required DeploymentKind Kind { get; init; }

    /// <summary>Counts from 1; part of change set names.</summary>
    public required int Attempt { get; init; }

    public required StackGraph Graph { get; init; }

    public required ImmutableSortedDictionary<int, StackModel> Stacks { get; init; }

    /// <summary>Names of the change sets of all deployments of the environment: by them a stack is known as ours.</summary>
    public required IReadOnlySet<string> OwnChangeSets { get; init; }

    /// <summary><c>region/parameter</c> to image id, as signed.</summary>
    public required IReadOnlyDictionary<string, string> Images { get; init; }

    /// <summary>How long to wait between two looks at the same stack.</summary>
    public required TimeSpan PollEvery { get; init; }

    public DeploymentState State { get; init; } = DeploymentState.Running;

    public bool CancelAsked { get; init; }

    /// <summary>Set while the engine can do nothing without a person.</summary>
    public WaitingFor? Waiting { get; init; }

    public string? FirstCause { get; init; }

    public string? NextAction { get; init; }

    public string ChangeSetName => DeploymentNames.ChangeSet(Id, Attempt);

    public bool IsOver => State is DeploymentState.Succeeded or DeploymentState.Failed or DeploymentState.Cancelled;

    /// <summary>Nothing new starts; what runs settles.</summary>
    public bool IsHalting => CancelAsked || Stacks.Values.Any(s => s.Phase == StackPhase.Failed || s.Settling == StackPhase.Failed);

    public StackModel Find(string stack) => Stacks.Values.Single(s => s.Name == stack);

    public DeploymentModel With(StackModel stack) => this with { Stacks = Stacks.SetItem(stack.Position, stack) };

    internal bool Owns(StackModel stack, StackReading reading) =>
        reading.Id == stack.StackId || (DeploymentNames.ChangeSetNameOf(reading.ChangeSetId) is { } name && OwnChangeSets.Contains(name));

    internal string Token(StackModel stack, StackOperation operation, int round = 0) => DeploymentNames.Token(Id, Attempt, stack.Position, operation, round);
}
