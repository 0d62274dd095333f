namespace Portal.Domain.Templates;

/// <summary>A module with its decisions taken: a plain template without conditions, the very bytes that are signed and deployed.</summary>
public sealed record ResolvedTemplate
{
    /// <summary>CloudFormation takes at most this many bytes inline; a larger body goes through a bucket.</summary>
    /// <remarks>https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html</remarks>
    public const int InlineLimitBytes = 51_200;

    /// <summary>The template as YAML, lines ended by LF.</summary>
    public required string Body { get; init; }

    /// <summary>The same template as a tree, for those who judge or price it.</summary>
    public required TemplateMap Root { get; init; }

    /// <summary>The parameters the body still has and what each is given, defaults included, sorted by name. Pass all of them.</summary>
    public required IReadOnlyDictionary<string, TemplateValue> Parameters { get; init; }

    /// <summary>The names of the outputs that exist, in the order of the source.</summary>
    public required IReadOnlyList<string> Outputs { get; init; }

    /// <summary>Logical id to CloudFormation type, in the order of the source.</summary>
    public required IReadOnlyDictionary<string, string> ResourceTypes { get; init; }

    /// <summary>What CreateChangeSet must acknowledge, as <c>CAPABILITY_IAM</c>.</summary>
    public required IReadOnlyList<string> Capabilities { get; init; }

    /// <summary>The size of <see cref="Body"/> in UTF-8.</summary>
    public required int Bytes { get; init; }
}
