namespace Portal.Domain.Deployments;

/// <summary>What the engine learned about one stack since the last step.</summary>
public abstract record Observation(string Stack)
{
    /// <summary>Null: no such stack.</summary>
    public sealed record StackSeen(string Stack, StackReading? Reading) : Observation(Stack);

    /// <summary>Null: no such change set (or stack).</summary>
    public sealed record ChangeSetSeen(string Stack, ChangeSetReading? Reading) : Observation(Stack);

    /// <summary>All events up to now are stored.</summary>
    public sealed record EventsSeen(string Stack, string? LastEventId, FailedResource? FirstFailure) : Observation(Stack);

    public sealed record ReadFailed(string Stack, CallOutcome Outcome, string Message) : Observation(Stack);

    public sealed record CallEnded(string Stack, StackOperation Operation, CallOutcome Outcome) : Observation(Stack)
    {
        public string? StackId { get; init; }

        public string? ChangeSetId { get; init; }

        public string? Message { get; init; }
    }
}
