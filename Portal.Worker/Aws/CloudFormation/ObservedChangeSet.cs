namespace Portal.Worker.Aws.CloudFormation;

/// <summary>A change set as AWS described it. Statuses keep AWS's spelling.</summary>
public sealed record ObservedChangeSet
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required string StackId { get; init; }

    public required string StackName { get; init; }

    /// <summary><c>CREATE_PENDING</c> … <c>CREATE_COMPLETE</c>, <c>FAILED</c>.</summary>
    public required string Status { get; init; }

    /// <summary><c>UNAVAILABLE</c>, <c>AVAILABLE</c>, <c>EXECUTE_IN_PROGRESS</c>, <c>EXECUTE_COMPLETE</c>, <c>EXECUTE_FAILED</c>, <c>OBSOLETE</c>.</summary>
    public required string ExecutionStatus { get; init; }

    public string? Reason { get; init; }

    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>FAILED because there is nothing to change: a success without an execution.</summary>
    public bool HasNoChanges { get; init; }

    public IReadOnlyDictionary<string, string> Parameters { get; init; } = new Dictionary<string, string>();

    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();

    public IReadOnlyList<ObservedChange> Changes { get; init; } = [];
}

/// <summary>One resource in a change set.</summary>
public sealed record ObservedChange(string Action, string LogicalId, string? PhysicalId, string ResourceType)
{
    /// <summary><c>True</c>, <c>False</c>, <c>Conditional</c>; null where nothing is modified.</summary>
    public string? Replacement { get; init; }

    /// <summary><c>Delete</c>, <c>Retain</c>, <c>Snapshot</c>, <c>ReplaceAnd…</c>; null where nothing goes.</summary>
    public string? PolicyAction { get; init; }

    public IReadOnlyList<string> Scope { get; init; } = [];

    public IReadOnlyList<ObservedChangeDetail> Details { get; init; } = [];
}

/// <summary>Why a resource changes: the property and whether it means a new resource (<c>Never</c>, <c>Conditionally</c>, <c>Always</c>).</summary>
public sealed record ObservedChangeDetail(string? Attribute, string? Property, string? RequiresRecreation, string? Source, string? CausingEntity);

/// <summary>A change set in the list of a stack.</summary>
public sealed record ObservedChangeSetSummary(string Id, string Name, string StackId, string Status, string ExecutionStatus, string? Reason, DateTimeOffset? CreatedAt);
