namespace Portal.Sandbox.CloudFormation.Stacks;

public sealed record Tag(string Key, string Value);

/// <param name="Resolved">What a Parameter Store name stood for when the operation started.</param>
public sealed record ParameterValue(string Key, string Value, string? Resolved = null);

public sealed record StackOutput(string Key, string Value, string? Description, string? ExportName);

/// <summary>What a person hands in: template, parameters, tags.</summary>
public sealed record StackInput
{
    public required string Template { get; init; }
    public IReadOnlyList<ParameterValue> Parameters { get; init; } = [];
    public IReadOnlyList<Tag> Tags { get; init; } = [];
    public IReadOnlyList<string> Capabilities { get; init; } = [];
}

/// <summary>A CloudFormation stack, without its resources and events, which are rows of their own.</summary>
public sealed record StackState
{
    public required string Id { get; init; }
    public required string Name { get; init; }
    public required string Account { get; init; }
    public required string Region { get; init; }
    public required string Status { get; init; }
    public string? StatusReason { get; init; }
    public required DateTimeOffset Created { get; init; }
    public DateTimeOffset? Updated { get; init; }
    public DateTimeOffset? Deleted { get; init; }

    /// <summary>Last applied, or being applied; null before the first execution.</summary>
    public StackInput? Input { get; init; }
    public string? Description { get; init; }
    public IReadOnlyList<StackOutput> Outputs { get; init; } = [];
    public string? RoleArn { get; init; }
    public IReadOnlyList<string> NotificationArns { get; init; } = [];
    public bool DisableRollback { get; init; }
    public string? OnFailure { get; init; }
    public int? TimeoutMinutes { get; init; }
    public bool IsProtected { get; init; }
    public string? Policy { get; init; }
    public string? ChangeSetId { get; init; }
    public StackOperation? Operation { get; init; }
    public string DriftStatus { get; init; } = "NOT_CHECKED";
    public DateTimeOffset? DriftChecked { get; init; }

    public string World => Wire.AwsCall.WorldOf(Account, Region);

    public bool IsDeleted => Status == StackStatus.DeleteComplete;
}

public enum OperationKind
{
    Create,
    Update,
    Delete,
}

public enum OperationPhase
{
    /// <summary>Creates and updates, in dependency order.</summary>
    Apply,

    /// <summary>After a failed create: deletes what was made.</summary>
    Rollback,

    /// <summary>After an update: deletes what was replaced or removed.</summary>
    Cleanup,

    /// <summary>After a failed update: brings changed resources back.</summary>
    Revert,

    /// <summary>After that: deletes what the update had made.</summary>
    RevertCleanup,

    Delete,
}

/// <summary>What moves a stack at the moment.</summary>
public sealed record StackOperation
{
    public required OperationKind Kind { get; init; }
    public required OperationPhase Phase { get; init; }
    public string? Token { get; init; }
    public required DateTimeOffset Started { get; init; }

    /// <summary>What an update goes back to.</summary>
    public StackInput? Before { get; init; }
    public IReadOnlyList<StackOutput> OutputsBefore { get; init; } = [];
    public IReadOnlyList<string> Retain { get; init; } = [];

    /// <summary>What a failed update had added, by logical id, and the new halves of its replacements: they go once all is reverted.</summary>
    public IReadOnlyList<string> Added { get; init; } = [];
    public IReadOnlyList<ResourceState> NewHalves { get; init; } = [];
}
