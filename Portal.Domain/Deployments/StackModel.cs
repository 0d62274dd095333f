using Portal.Domain.Planning.Document;

namespace Portal.Domain.Deployments;

/// <summary>What the engine knows about one stack of a deployment.</summary>
public sealed record StackModel
{
    public required StackPlan Plan { get; init; }

    /// <summary>Place in the graph's order, from 0.</summary>
    public required int Position { get; init; }

    public StackPhase Phase { get; init; }

    /// <summary>Since when it waits for the same thing: what the bounds count from. A doubt in between does not reset it.</summary>
    public DateTimeOffset PhaseSince { get; init; }

    /// <summary>The ARN once it is known; every later call names it.</summary>
    public string? StackId { get; init; }

    /// <summary>The change set that this deployment made.</summary>
    public string? ChangeSetId { get; init; }

    public string? Status { get; init; }

    public string? StatusReason { get; init; }

    public IReadOnlyDictionary<string, string> Outputs { get; init; } = new Dictionary<string, string>();

    /// <summary>Newest event that is stored.</summary>
    public string? LastEventId { get; init; }

    /// <summary>Set once this deployment has executed its change set; from then on it never makes another one.</summary>
    public DateTimeOffset? ExecutedAt { get; init; }

    /// <summary>Deletions that ended in DELETE_FAILED.</summary>
    public int FailedDeletions { get; init; }

    /// <summary>Why it failed, in plain words.</summary>
    public string? Cause { get; init; }

    public DateTimeOffset? StartedAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>The call whose outcome is not known.</summary>
    public StackOperation? InDoubt { get; init; }

    /// <summary>When that call was meant to be made.</summary>
    public DateTimeOffset DoubtSince { get; init; }

    /// <summary>What the last look said about the call that was in doubt: the step's answer, not stored here.</summary>
    public (StackOperation Operation, bool Happened)? Resolved { get; init; }

    /// <summary>When to look next. Not stored: whoever resumes looks at once.</summary>
    public DateTimeOffset ReadAt { get; init; }

    /// <summary>Calls that failed in a row. Not stored.</summary>
    public int Failures { get; init; }

    /// <summary>What the last call or look that failed said. Not stored.</summary>
    public string? LastFailure { get; init; }

    /// <summary>The phase that follows once the last events are stored. Not stored: a new reading leads here again.</summary>
    public StackPhase? Settling { get; init; }

    public string Name => Plan.Name;

    /// <summary>How calls name it: by id once there is one.</summary>
    public string Target => StackId ?? Plan.Name;

    public bool IsActive => Phase is not (StackPhase.Pending or StackPhase.Done or StackPhase.Failed);

    internal StackModel MoveTo(StackPhase phase, DateTimeOffset now) =>
        phase == Phase ? this : this with { Phase = phase, PhaseSince = KeepsWaiting(phase) ? PhaseSince : now };

    internal StackModel Seen(StackReading reading) => this with
    {
        StackId = reading.Id,
        Status = reading.Status,
        StatusReason = reading.Reason,
        Outputs = reading.Condition == StackCondition.Standing ? reading.Outputs : Outputs,
    };

    internal StackModel Executed(DateTimeOffset now) => (this with { ExecutedAt = ExecutedAt ?? now }).MoveTo(StackPhase.Working, now);

    internal StackModel Finish(StackPhase phase, DateTimeOffset now) =>
        this with { Phase = phase, PhaseSince = now, EndedAt = phase is StackPhase.Done or StackPhase.Failed ? now : null, Settling = null };

    private bool KeepsWaiting(StackPhase next) => next == StackPhase.Unknown || (Phase == StackPhase.Unknown && next is not (StackPhase.Working or StackPhase.Clearing));
}
