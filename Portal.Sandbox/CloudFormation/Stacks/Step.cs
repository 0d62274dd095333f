namespace Portal.Sandbox.CloudFormation.Stacks;

public enum StepAction
{
    /// <summary>Not decided yet: what an apply step becomes depends on the values when its turn comes.</summary>
    Apply,
    Create,
    Update,
    Replace,
    Delete,
    Revert,
}

public enum StepStage
{
    Waiting,
    Started,
    Initiated,
    Done,
    Failed,
}

/// <summary>One piece of work of the running phase: one resource, one action.</summary>
public sealed record Step
{
    /// <summary>The end of a step that is stuck.</summary>
    public static readonly DateTimeOffset Never = DateTimeOffset.MaxValue;

    public required string Key { get; init; }
    public required string LogicalId { get; init; }
    public required StepAction Action { get; init; }
    public StepStage Stage { get; init; }

    /// <summary>When the next thing happens to it.</summary>
    public DateTimeOffset? Due { get; init; }
    public DateTimeOffset? Ends { get; init; }

    /// <summary>Keys of steps that must be done first.</summary>
    public IReadOnlyList<string> After { get; init; } = [];

    /// <summary>The resource before this operation: what a revert restores and what a cleanup deletes after a replacement.</summary>
    public ResourceState? Before { get; init; }

    /// <summary>Set where the step will fail when its time is over.</summary>
    public string? Failure { get; init; }

    /// <summary>Refused before anything was made: it never gets a physical id.</summary>
    public bool IsRefused { get; init; }

    public bool IsMoving => Stage is StepStage.Started or StepStage.Initiated;

    public bool IsSettled => Stage is StepStage.Done or StepStage.Failed;
}
