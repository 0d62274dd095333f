namespace Portal.Domain.Deployments;

/// <summary>Reads from what stands whether a call with a lost answer was done.</summary>
internal static class Doubt
{
    /// <summary>A call that was not seen to be done may still be on its way from a worker that was stopped; no worker sends one this old.</summary>
    private static readonly TimeSpan OnItsWay = TimeSpan.FromSeconds(30);

    /// <summary>Takes the answer back where the call may still arrive: it is too early to let go of the stack.</summary>
    public static StackModel? StillOpen(StackModel stack, DateTimeOffset now) =>
        stack.Resolved is { Happened: false } answer && now - stack.DoubtSince < OnItsWay ? stack with { InDoubt = answer.Operation, Resolved = null } : null;

    public static StackModel Answer(StackModel stack, StackReading? reading) => stack.InDoubt switch
    {
        null => stack,
        StackOperation.CreateChangeSet or StackOperation.ExecuteChangeSet when reading?.Condition == StackCondition.Empty => stack,
        // Even where the stack is gone: taking it for executed can at worst ask a person, taking it for not executed could execute twice.
        StackOperation.ExecuteChangeSet => Resolve(stack, true) with { ExecutedAt = stack.ExecutedAt ?? stack.PhaseSince },
        { } operation => Resolve(stack, Happened(operation, reading)),
    };

    public static StackModel Answer(StackModel stack, ChangeSetReading? reading) => stack.InDoubt switch
    {
        StackOperation.CreateChangeSet => Resolve(stack, reading is not null),
        StackOperation.ExecuteChangeSet => Resolve(stack, reading?.WasExecuted == true),
        _ => stack,
    };

    private static bool Happened(StackOperation operation, StackReading? reading) => operation switch
    {
        StackOperation.DeleteStack => reading is null || reading.Status.StartsWith("DELETE_", StringComparison.Ordinal),
        StackOperation.ProtectStack => reading?.TerminationProtection == true,
        StackOperation.UnprotectStack => reading?.TerminationProtection == false,
        StackOperation.UnlockStack => DeletionLock.IsOff(reading),
        StackOperation.CreateChangeSet => reading is not null && reading.Condition != StackCondition.Gone,
        // Neither shows in a stack's description; both are harmless to repeat.
        _ => false,
    };

    private static StackModel Resolve(StackModel stack, bool happened) => stack with { InDoubt = null, Resolved = (stack.InDoubt!.Value, happened) };
}
