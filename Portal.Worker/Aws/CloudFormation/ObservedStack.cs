namespace Portal.Worker.Aws.CloudFormation;

/// <summary>A stack as AWS described it. <see cref="Status"/> keeps AWS's spelling.</summary>
public sealed record ObservedStack
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required string Status { get; init; }

    public string? Reason { get; init; }

    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>The last update; null before the first.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    public DateTimeOffset? DeletedAt { get; init; }

    public string? ChangeSetId { get; init; }

    public string? RoleArn { get; init; }

    public bool TerminationProtection { get; init; }

    public string? DriftStatus { get; init; }

    /// <summary>Masked ones (NoEcho) read <c>****</c> and must not be written back.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; init; } = new Dictionary<string, string>();

    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();

    public IReadOnlyDictionary<string, string> Outputs { get; init; } = new Dictionary<string, string>();
}

/// <summary>A stack in the list of a target.</summary>
public sealed record ObservedStackSummary(string Id, string Name, string Status, string? Reason, DateTimeOffset? CreatedAt, DateTimeOffset? UpdatedAt, DateTimeOffset? DeletedAt);

/// <summary>A resource of a stack.</summary>
public sealed record ObservedResource(string LogicalId, string? PhysicalId, string Type, string Status, string? Reason, DateTimeOffset? UpdatedAt, string? DriftStatus);

/// <summary>One event of a stack. Its identity is <see cref="EventId"/> alone; stamps repeat and arrive out of order.</summary>
public sealed record ObservedEvent(string EventId, string StackId, string StackName, DateTimeOffset At, string Status)
{
    public string? LogicalId { get; init; }

    public string? PhysicalId { get; init; }

    public string? ResourceType { get; init; }

    public string? Reason { get; init; }

    /// <summary>The token of the call that caused it: ours, or somebody else's.</summary>
    public string? Token { get; init; }

    /// <summary>The event is about the stack itself, not one of its resources.</summary>
    public bool IsOfStack => PhysicalId == StackId;
}
