using System.Collections.Concurrent;

namespace Portal.Sandbox.CloudFormation.Templates;

/// <summary>A template by its sections; expressions are still unevaluated.</summary>
public sealed record Template
{
    public required string Body { get; init; }
    public string? Description { get; init; }
    public string? Version { get; init; }
    public Node? Metadata { get; init; }
    public required IReadOnlyDictionary<string, ParameterDeclaration> Parameters { get; init; }
    public required Node Mappings { get; init; }
    public required Node Conditions { get; init; }
    public required IReadOnlyDictionary<string, ResourceDeclaration> Resources { get; init; }
    public required IReadOnlyDictionary<string, OutputDeclaration> Outputs { get; init; }

    private const int Remembered = 200;
    private static readonly ConcurrentDictionary<string, Template> Parsed = new();

    /// <summary>Reads and checks: what AWS refuses at once, it refuses with AWS's words. Good ones are remembered, since every step asks again.</summary>
    public static Template Parse(string body)
    {
        if (Parsed.TryGetValue(body, out var known)) return known;
        if (Parsed.Count >= Remembered) Parsed.Clear();
        return Parsed[body] = Read(body);
    }

    private static Template Read(string body)
    {
        var root = TemplateReader.Read(body);
        TemplateChecks.Sections(root);
        var template = new Template
        {
            Body = body,
            Description = root["Description"]?.AsText,
            Version = root["AWSTemplateFormatVersion"]?.AsText,
            Metadata = root["Metadata"],
            Parameters = Section(root, "Parameters", ParameterDeclaration.Read),
            Mappings = root["Mappings"] ?? Node.Map([]),
            Conditions = root["Conditions"] ?? Node.Map([]),
            Resources = Section(root, "Resources", ResourceDeclaration.Read),
            Outputs = Section(root, "Outputs", OutputDeclaration.Read),
        };
        TemplateChecks.References(template);
        return template;
    }

    private static OrderedDictionary<string, T> Section<T>(Node root, string name, Func<string, Node, T> read)
    {
        var section = new OrderedDictionary<string, T>(StringComparer.Ordinal);
        foreach (var (key, value) in root[name]?.AsMembers ?? []) section[key] = read(key, value);
        return section;
    }
}

public sealed record ResourceDeclaration
{
    public required string Type { get; init; }
    public required Node Properties { get; init; }
    public Node? Metadata { get; init; }

    /// <summary>How it is created and updated: references in them must lead somewhere, nothing else comes of them.</summary>
    public required IReadOnlyList<Node> Policies { get; init; }
    public string? Condition { get; init; }
    public required IReadOnlyList<string> DependsOn { get; init; }
    public string? DeletionPolicy { get; init; }
    public string? UpdateReplacePolicy { get; init; }

    public static ResourceDeclaration Read(string name, Node node) => new()
    {
        Type = node["Type"]?.AsText ?? throw TemplateReader.Format($"[/Resources/{name}] Every Resources object must contain a Type member."),
        Properties = node["Properties"] is { } properties && properties != Node.Null ? properties : Node.Map([]),
        Metadata = node["Metadata"],
        Policies = [.. new[] { node["CreationPolicy"], node["UpdatePolicy"] }.OfType<Node>()],
        Condition = node["Condition"]?.AsText,
        DependsOn = node["DependsOn"] is { } dependsOn ? dependsOn.AsText is { } one ? [one] : [.. dependsOn.AsItems.Select(i => i.AsText).OfType<string>()] : [],
        DeletionPolicy = Policy(node, "DeletionPolicy", name),
        UpdateReplacePolicy = Policy(node, "UpdateReplacePolicy", name),
    };

    private static string? Policy(Node node, string policy, string name) => node[policy] switch
    {
        null => null,
        TextNode { Value: "Delete" or "Retain" or "Snapshot" or "RetainExceptOnCreate" } text => text.Value,
        TextNode text => throw TemplateReader.Format($"Unrecognized {policy} {text.Value} for resource {name}"),
        _ => throw TemplateReader.Format($"Every {policy} member must be a string."),
    };
}

public sealed record OutputDeclaration
{
    public required Node Value { get; init; }
    public Node? ExportName { get; init; }
    public string? Condition { get; init; }
    public string? Description { get; init; }

    public static OutputDeclaration Read(string name, Node node) => new()
    {
        Value = node["Value"] ?? throw TemplateReader.Format($"Output {name} is malformed. The Value field of every Outputs member must be specified."),
        ExportName = node["Export"]?["Name"],
        Condition = node["Condition"]?.AsText,
        Description = node["Description"]?.AsText,
    };
}
