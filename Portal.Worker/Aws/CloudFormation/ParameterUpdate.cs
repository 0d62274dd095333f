namespace Portal.Worker.Aws.CloudFormation;

/// <summary>An update of a stack that changes parameters and keeps the template that stands.</summary>
public sealed record ParameterUpdate
{
    /// <summary>By id.</summary>
    public required string Stack { get; init; }

    public required string Token { get; init; }

    public required IReadOnlyDictionary<string, string> Changed { get; init; }

    /// <summary>Parameters that keep their value; AWS asks for every one by name.</summary>
    public required IReadOnlyCollection<string> Kept { get; init; }

    public required IReadOnlyCollection<string> Capabilities { get; init; }
}
