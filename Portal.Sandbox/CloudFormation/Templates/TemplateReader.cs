using System.Text.Json;
using Portal.Sandbox.Wire;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Portal.Sandbox.CloudFormation.Templates;

/// <summary>YAML or JSON text into nodes, short-form functions (<c>!Sub</c>) into their long form.</summary>
public static class TemplateReader
{
    private const int MaxDepth = 100;

    public static Node Read(string body)
    {
        var node = body.TrimStart().StartsWith('{') ? ReadJson(body) : ReadYaml(body);
        return node is MapNode ? node : throw Format("unsupported structure.");
    }

    public static AwsException Format(string message) => AwsException.Validation("Template format error: " + message);

    private static Node ReadJson(string body)
    {
        try
        {
            return Node.FromJson(body);
        }
        catch (JsonException e)
        {
            throw Format($"JSON not well-formed. (line {e.LineNumber + 1}, column {e.BytePositionInLine + 1})");
        }
    }

    private static Node ReadYaml(string body)
    {
        try
        {
            var yaml = new YamlStream();
            yaml.Load(new StringReader(body));
            return yaml.Documents.Count == 1 ? Convert(yaml.Documents[0].RootNode, 0) : throw Format("unsupported structure.");
        }
        catch (YamlException e)
        {
            throw Format($"YAML not well-formed. (line {e.Start.Line}, column {e.Start.Column})");
        }
    }

    private static Node Convert(YamlNode node, int depth)
    {
        if (depth > MaxDepth) throw Format("unsupported structure.");
        return Tagged(node.Tag, Plain(node, depth));
    }

    private static Node Plain(YamlNode node, int depth) => node switch
    {
        YamlScalarNode { Style: ScalarStyle.Plain, Value: null or "" or "~" or "null" } scalar when scalar.Tag.IsEmpty => Node.Null,
        YamlScalarNode scalar => Node.Text(scalar.Value ?? ""),
        YamlSequenceNode list => Node.List(list.Children.Select(c => Convert(c, depth + 1))),
        YamlMappingNode map => Node.Map(map.Children.Select(c => KeyValuePair.Create(Key(c.Key), Convert(c.Value, depth + 1)))),
        _ => throw Format("unsupported structure."),
    };

    private static string Key(YamlNode key) => key is YamlScalarNode { Value: { } name } ? name : throw Format("unsupported structure.");

    private static Node Tagged(TagName tag, Node value)
    {
        if (tag.IsEmpty || !tag.IsLocal) return value;
        var name = tag.Value[1..];
        if (name is "Ref" or "Condition") return Single(name, value);
        if (name == "GetAtt" && value.AsText is { } path && path.IndexOf('.') is var dot and > 0)
            value = Node.List([Node.Text(path[..dot]), Node.Text(path[(dot + 1)..])]);
        return Single("Fn::" + name, value);
    }

    private static Node Single(string name, Node value) => Node.Map([KeyValuePair.Create(name, value)]);
}
