using System.Text.Json.Serialization;
using Portal.Sandbox.CloudFormation.Stacks;

namespace Portal.Sandbox.CloudFormation.ChangeSets;

public sealed record ChangeDetail(string Attribute, string? Name, string? RequiresRecreation, string Evaluation, string ChangeSource, string? CausingEntity);

public sealed record ResourceChange
{
    public required string Action { get; init; }
    public required string LogicalId { get; init; }
    public string? PhysicalId { get; init; }
    public required string Type { get; init; }
    public string? Replacement { get; init; }
    public string? PolicyAction { get; init; }
    public IReadOnlyList<string> Scope { get; init; } = [];
    public IReadOnlyList<ChangeDetail> Details { get; init; } = [];
}

public sealed record ChangeSet
{
    public const string CreatePending = "CREATE_PENDING";
    public const string CreateInProgress = "CREATE_IN_PROGRESS";
    public const string CreateComplete = "CREATE_COMPLETE";
    public const string Failed = "FAILED";
    public const string Unavailable = "UNAVAILABLE";
    public const string Available = "AVAILABLE";
    public const string ExecuteInProgress = "EXECUTE_IN_PROGRESS";
    public const string ExecuteComplete = "EXECUTE_COMPLETE";
    public const string ExecuteFailed = "EXECUTE_FAILED";
    public const string Obsolete = "OBSOLETE";

    public required string Id { get; init; }
    public required string Name { get; init; }
    public required string StackId { get; init; }
    public required string StackName { get; init; }
    public required bool IsCreate { get; init; }
    public required string Status { get; init; }
    public required string ExecutionStatus { get; init; }
    public string? StatusReason { get; init; }
    public required DateTimeOffset Created { get; init; }
    public required DateTimeOffset Due { get; init; }
    public string? Description { get; init; }
    public required StackInput Input { get; init; }
    public string? RoleArn { get; init; }
    public IReadOnlyList<string> NotificationArns { get; init; } = [];
    public string? OnStackFailure { get; init; }
    public IReadOnlyList<ResourceChange> Changes { get; init; } = [];

    [JsonIgnore]
    public bool CanExecute => Status == CreateComplete && ExecutionStatus == Available;

    [JsonIgnore]
    public bool IsBeingMade => Status is CreatePending or CreateInProgress;
}
