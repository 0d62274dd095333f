namespace Portal.Domain.Planning.Document;

/// <summary>One CloudFormation stack of the plan: the file, its values, and what has to stand before it.</summary>
public sealed record StackPlan
{
    /// <summary><c>{team}-{name}-{region}-{module}</c>.</summary>
    public required string Name { get; init; }

    public required string Account { get; init; }

    public required string Region { get; init; }

    public required string Module { get; init; }

    /// <summary>Path of the template in the plan folder, <c>stacks/….yaml</c>.</summary>
    public required string Template { get; init; }

    public required IReadOnlyList<string> DependsOn { get; init; }

    public required IReadOnlyList<string> Capabilities { get; init; }

    public required bool TerminationProtection { get; init; }

    /// <summary>Whether a stack policy forbids replacement of its data after creation.</summary>
    public bool StackPolicy { get; init; }

    /// <summary>Longest path through its resources by typical provisioning times.</summary>
    public required int ExpectedSeconds { get; init; }

    public required IReadOnlyDictionary<string, StackParameter> Parameters { get; init; }

    public required IReadOnlyDictionary<string, string> Tags { get; init; }
}
