namespace Portal.Domain.Templates;

/// <summary>A file of <c>templates/</c>: one module is one stack.</summary>
public sealed record TemplateModule
{
    /// <summary>The file's name without <c>.yaml</c>, and the last part of its stacks' names.</summary>
    public required string Name { get; init; }

    /// <summary>The bytes of the file, as text.</summary>
    public required string Source { get; init; }

    /// <summary>The file as a tree, functions in long form.</summary>
    public required TemplateMap Root { get; init; }

    /// <summary>A short name for people, from <c>Metadata.Portal.Title</c>.</summary>
    public required string Title { get; init; }

    /// <summary>What the stack is, in a sentence: the template's Description.</summary>
    public required string Description { get; init; }

    /// <summary>The steps of the three-tier guide that the module serves, from <c>Metadata.Portal.Guide</c>.</summary>
    public required IReadOnlyList<string> GuideSteps { get; init; }

    /// <summary>Outputs that no stack waits for and people look up, from <c>Metadata.Portal.ForPeople</c>.</summary>
    public required IReadOnlyList<string> ForPeople { get; init; }

    public required IReadOnlyList<TemplateParameter> Parameters { get; init; }

    public required IReadOnlyList<ModuleResource> Resources { get; init; }

    public required IReadOnlyList<ModuleOutput> Outputs { get; init; }

    /// <summary>What must be acknowledged where every optional resource is on; a resolved template may need less.</summary>
    public required IReadOnlyList<string> Capabilities { get; init; }
}

/// <summary>A resource that a module can make.</summary>
/// <param name="LogicalId">Its name in the template; the resolver never changes it.</param>
/// <param name="Type">CloudFormation's type, as <c>AWS::EC2::VPC</c>.</param>
/// <param name="Purpose">What it is for, in a sentence, from its <c>Metadata.Portal.Purpose</c>.</param>
/// <param name="Condition">The condition under which it exists; null where it always does.</param>
public sealed record ModuleResource(string LogicalId, string Type, string Purpose, string? Condition);

/// <summary>A value that a module hands to other stacks.</summary>
/// <param name="Condition">The condition under which it exists; null where it always does.</param>
public sealed record ModuleOutput(string Name, string Description, string? Condition);
