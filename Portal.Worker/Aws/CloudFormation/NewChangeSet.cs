namespace Portal.Worker.Aws.CloudFormation;

/// <summary>Everything that goes into a change set. Name and token are the caller's and deterministic, so that a second call finds the first.</summary>
public sealed record NewChangeSet
{
    /// <summary>The stack's name for <see cref="ChangeSetType.Create"/>, its id (ARN) afterwards.</summary>
    public required string Stack { get; init; }

    public required ChangeSetType Type { get; init; }

    public required string Name { get; init; }

    /// <summary><c>[a-zA-Z0-9][-a-zA-Z0-9]*</c>, at most 128.</summary>
    public required string Token { get; init; }

    /// <summary>At most 51,200 bytes; a longer one goes by <see cref="TemplateUrl"/>. Exactly one of the two.</summary>
    public string? TemplateBody { get; init; }

    public string? TemplateUrl { get; init; }

    public IReadOnlyDictionary<string, string> Parameters { get; init; } = new Dictionary<string, string>();

    /// <summary>Parameters that keep the value the stack has (masked values are never written back).</summary>
    public IReadOnlyCollection<string> KeptParameters { get; init; } = [];

    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();

    public IReadOnlyCollection<string> Capabilities { get; init; } = [];

    /// <summary>The service role CloudFormation acts with; null: the caller's own.</summary>
    public string? RoleArn { get; init; }

    public string? Description { get; init; }
}

public enum ChangeSetType
{
    Create,
    Update,
}

/// <summary>What AWS called what we made.</summary>
public sealed record ChangeSetIds(string StackId, string ChangeSetId);
