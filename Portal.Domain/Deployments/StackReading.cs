namespace Portal.Domain.Deployments;

/// <summary>A stack as AWS described it a moment ago.</summary>
public sealed record StackReading
{
    /// <summary>The ARN.</summary>
    public required string Id { get; init; }

    public required string Status { get; init; }

    public string? Reason { get; init; }

    /// <summary>ARN of the change set that was made or executed last; null where AWS does not say.</summary>
    public string? ChangeSetId { get; init; }

    public bool TerminationProtection { get; init; }

    public IReadOnlyDictionary<string, string> Parameters { get; init; } = new Dictionary<string, string>();

    public IReadOnlyDictionary<string, string> Outputs { get; init; } = new Dictionary<string, string>();

    public StackCondition Condition => StackStatusTable.Of(Status).Condition;
}

/// <summary>A change set as AWS described it a moment ago.</summary>
public sealed record ChangeSetReading
{
    public required string Id { get; init; }

    public required string StackId { get; init; }

    /// <summary><c>CREATE_PENDING</c>, <c>CREATE_IN_PROGRESS</c>, <c>CREATE_COMPLETE</c>, <c>FAILED</c>, <c>DELETE_…</c>.</summary>
    public required string Status { get; init; }

    /// <summary><c>UNAVAILABLE</c>, <c>AVAILABLE</c>, <c>EXECUTE_IN_PROGRESS</c>, <c>EXECUTE_COMPLETE</c>, <c>EXECUTE_FAILED</c>, <c>OBSOLETE</c>.</summary>
    public required string ExecutionStatus { get; init; }

    public string? Reason { get; init; }

    /// <summary>FAILED because there is nothing to change, which is a success.</summary>
    public bool HasNoChanges { get; init; }

    public bool IsExecutable => Status == "CREATE_COMPLETE" && ExecutionStatus == "AVAILABLE";

    public bool WasExecuted => ExecutionStatus.StartsWith("EXECUTE_", StringComparison.Ordinal);
}

/// <summary>The first resource that failed, from the stack's events.</summary>
public sealed record FailedResource(string LogicalId, string ResourceType, string Status, string Reason);
