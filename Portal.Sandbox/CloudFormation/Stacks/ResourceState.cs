using System.Text.Json.Serialization;
using Portal.Sandbox.CloudFormation.Templates;
using Portal.Sandbox.Resources;

namespace Portal.Sandbox.CloudFormation.Stacks;

/// <summary>One resource of a stack as it stands.</summary>
public sealed record ResourceState
{
    public required string LogicalId { get; init; }
    public required string Type { get; init; }
    public string? PhysicalId { get; init; }
    public required string Status { get; init; }
    public string? Reason { get; init; }
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Evaluated properties as the last operation wanted them, JSON with sorted names.</summary>
    public required string Properties { get; init; }

    /// <summary>What is really there, where somebody changed it by hand.</summary>
    public string? Actual { get; init; }
    public string? Metadata { get; init; }
    public string StackTags { get; init; } = "";

    /// <summary>Counts replacements.</summary>
    public int Generation { get; init; }
    public IReadOnlyList<string> DependsOn { get; init; } = [];
    public string? DeletionPolicy { get; init; }
    public string? UpdateReplacePolicy { get; init; }
    public string DriftStatus { get; init; } = "NOT_CHECKED";

    [JsonIgnore]
    public Node PropertyNode => Node.FromJson(Properties);

    /// <summary>Whether something stands in the account that a rollback or deletion must take away.</summary>
    [JsonIgnore]
    public bool Exists => PhysicalId is not null && Status is not (StackStatus.DeleteComplete or StackStatus.DeleteSkipped);

    public ResourceIdentity Identity(StackState stack) => new(stack.Account, stack.Region, stack.Name, stack.Id, LogicalId, Generation);

    public ResourceValues? Values(StackState stack)
    {
        if (PhysicalId is not { } id) return null;
        var source = new ResourceValueSource(Type, Identity(stack), PropertyNode);
        return new ResourceValues(id, attribute => source.Attribute(id, attribute));
    }
}
