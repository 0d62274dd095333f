using System.Text;
using System.Text.RegularExpressions;
using Portal.Sandbox.Resources;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.CloudFormation.Templates;

/// <summary>What a resource offers to expressions: its Ref value and its attributes; null where it does not exist yet.</summary>
public sealed record ResourceValues(string Ref, Func<string, Node?> Attribute);

/// <summary>What expressions can see.</summary>
public sealed record EvaluationScope
{
    public required Template Template { get; init; }
    public required PseudoParameters Pseudo { get; init; }
    public required IReadOnlyDictionary<string, Node> Parameters { get; init; }
    public required Func<string, ResourceValues?> Resource { get; init; }
    public required Func<string, string?> Export { get; init; }
    public required DynamicReferences Dynamic { get; init; }
}

/// <summary>Evaluates intrinsic functions. What depends on a resource that does not exist yet becomes <see cref="Node.Unknown"/>.</summary>
public sealed partial class Evaluator(EvaluationScope scope)
{
    private readonly Dictionary<string, bool?> conditions = [];

    public bool IsOn(string? condition) => condition is null || Condition(condition);

    public Node Evaluate(Node node) => node switch
    {
        ListNode list => Node.List(list.Items.Select(Evaluate).Where(i => !ReferenceEquals(i, Node.NoValue))),
        MapNode { Members: [var only] } when Function(only.Key, only.Value) is { } value => value,
        MapNode map => Node.Map(map.Members.Select(m => KeyValuePair.Create(m.Key, Evaluate(m.Value))).Where(m => !ReferenceEquals(m.Value, Node.NoValue))),
        TextNode text when text.Value.Contains("{{resolve:", StringComparison.Ordinal) => scope.Dynamic.Resolve(text),
        _ => node,
    };

    private Node? Function(string name, Node argument) => name switch
    {
        "Ref" => Ref(Text(argument, "Ref")),
        "Fn::GetAtt" => GetAtt(argument),
        "Fn::Sub" => Sub(argument),
        "Fn::Join" => Join(argument),
        "Fn::Select" => Select(argument),
        "Fn::Split" => Split(argument),
        "Fn::If" => If(argument),
        "Fn::FindInMap" => FindInMap(argument),
        "Fn::Base64" => OverText(argument, text => Convert.ToBase64String(Encoding.UTF8.GetBytes(text))),
        "Fn::Cidr" => CidrBlocks(argument),
        "Fn::GetAZs" => GetAZs(argument),
        "Fn::ImportValue" => Import(argument),
        "Fn::Equals" or "Fn::Not" or "Fn::And" or "Fn::Or" => Node.Text(Test(Node.Map([KeyValuePair.Create(name, argument)])) ? "true" : "false"),
        _ => null,
    };

    private Node Ref(string name)
    {
        if (scope.Pseudo.Find(name) is { } pseudo) return pseudo;
        if (scope.Parameters.TryGetValue(name, out var value)) return value;
        return OfResource(name) is { } resource ? Node.Text(resource.Ref) : Node.Unknown;
    }

    private Node GetAtt(Node argument)
    {
        var path = argument.AsText is { } dotted ? dotted.Split('.', 2) : [.. argument.AsItems.Take(1).Select(i => i.AsText ?? ""), string.Join('.', argument.AsItems.Skip(1).Select(i => Evaluate(i).AsText))];
        return path.Length < 2 ? throw Error("Fn::GetAtt object requires two non-empty parameters, the resource name and the resource attribute") : Attribute(path[0], path[1]);
    }

    private Node Attribute(string name, string attribute) => OfResource(name) is not { } resource
        ? Node.Unknown
        : resource.Attribute(attribute) ?? throw Error($"resource {name} does not support attribute type {attribute} in Fn::GetAtt");

    private ResourceValues? OfResource(string name)
    {
        if (!scope.Template.Resources.TryGetValue(name, out var declaration) || !IsOn(declaration.Condition))
            throw TemplateReader.Format($"Unresolved resource dependencies [{name}] in the Resources block of the template");
        return scope.Resource(name);
    }

    private Node Sub(Node argument)
    {
        var variables = argument.AsItems is [_, var given] ? given.AsMembers.ToDictionary(m => m.Key, m => Evaluate(m.Value)) : [];
        var text = argument.AsText ?? (argument.AsItems is [var first, ..] ? first.AsText : null) ?? throw Error("One or more Fn::Sub intrinsic functions don't specify expected arguments. Specify a string as first argument, and an optional second argument to specify a mapping of values to replace in the string");
        var unknown = false;
        var result = Placeholder().Replace(text, match =>
        {
            var path = match.Groups[1].Value.Trim();
            var value = variables.TryGetValue(path, out var known) ? known
                : path.IndexOf('.') is var dot and > 0 ? Attribute(path[..dot], path[(dot + 1)..]) : Ref(path);
            unknown |= value.IsUnknown;
            return value is ListNode list ? string.Join(',', list.Items.Select(i => i.AsText)) : value.AsText ?? "";
        });
        return unknown ? Node.Unknown : scope.Dynamic.Resolve(new TextNode(result.Replace("${!", "${", StringComparison.Ordinal)));
    }

    private Node Join(Node argument)
    {
        if (argument.AsItems is not [var delimiter, var values]) throw Error("every Fn::Join object requires two parameters, (1) a string delimiter and (2) a list of strings to be joined or a function that returns a list of strings (such as Fn::GetAZs) to be joined.");
        var items = Evaluate(values);
        return items.IsUnknown ? Node.Unknown : Node.Text(string.Join(delimiter.AsText, items.AsItems.Select(i => i.AsText ?? i.ToJson())));
    }

    private Node Select(Node argument)
    {
        if (argument.AsItems is not [var at, var values]) throw Error("Fn::Select requires a list argument with two elements");
        var items = Evaluate(values);
        var index = Evaluate(at).AsText;
        if (items is not ListNode list) return items.IsUnknown ? Node.Unknown : throw Error("Fn::Select requires a list argument with two elements: an integer index and a list");
        if (!int.TryParse(index, out var number) || number < 0 || number >= list.Items.Length) throw Error($"Fn::Select cannot select nonexistent value at index {index}");
        return list.Items[number];
    }

    private Node Split(Node argument)
    {
        if (argument.AsItems is not [var delimiter, var source]) throw Error("every Fn::Split object requires two parameters, (1) a string delimiter and (2) a string to be split or a function that returns a string to be split.");
        var text = Evaluate(source);
        return text.IsUnknown ? Node.Unknown : Node.List((text.AsText ?? "").Split(delimiter.AsText).Select(Node.Text));
    }

    private Node If(Node argument) => argument.AsItems is [var condition, var yes, var no]
        ? Evaluate(Condition(Text(condition, "Fn::If")) ? yes : no)
        : throw Error("Fn::If requires a list argument with three elements");

    private Node FindInMap(Node argument)
    {
        var keys = argument.AsItems.Take(3).Select(k => Evaluate(k).AsText ?? "").ToArray();
        if (keys.Length < 3) throw Error("every Fn::FindInMap object requires three parameters, the map name, map key and the attribute for return value");
        return scope.Template.Mappings[keys[0]]?[keys[1]]?[keys[2]] ?? throw Error($"Unable to get mapping for {string.Join("::", keys)}");
    }

    private Node CidrBlocks(Node argument)
    {
        if (argument.AsItems is not [var block, var count, ..]) throw Error("Every Fn::Cidr object requires two required parameters, (1) a string or an array of strings and (2) an integer.");
        var parts = argument.AsItems.Select(Evaluate).ToList();
        if (parts.Any(p => p.IsUnknown)) return Node.Unknown;
        return Node.List(Cidr.Split(parts[0].AsText ?? "", parts[1].AsText ?? "", parts.Count > 2 ? parts[2].AsText : null).Select(Node.Text));
    }

    private Node GetAZs(Node argument)
    {
        var region = Evaluate(argument).AsText is { Length: > 0 } named ? named : scope.Pseudo.Region;
        return Node.List(Zones.Of(region).Select(Node.Text));
    }

    private Node Import(Node argument) => Evaluate(argument) is { IsUnknown: false } name
        ? Node.Text(scope.Export(name.AsText ?? "") ?? throw AwsException.Validation($"No export named {name.AsText} found."))
        : Node.Unknown;

    private bool Condition(string name)
    {
        if (conditions.TryGetValue(name, out var known)) return known ?? throw AwsException.Validation($"Template format error: Circular dependencies for resource conditions: [{name}]");
        var expression = scope.Template.Conditions[name] ?? throw TemplateReader.Format($"Unresolved condition dependency {name} in the Resources block of the template");
        conditions[name] = null;
        var value = Test(expression);
        conditions[name] = value;
        return value;
    }

    private bool Test(Node expression) => expression is MapNode { Members: [var (name, argument)] }
        ? name switch
        {
            "Condition" => Condition(Text(argument, name)),
            "Fn::Not" => argument.AsItems is [var one] ? !Test(one) : throw Error("Fn::Not requires a list argument with one element"),
            "Fn::And" => argument.AsItems.All(Test),
            "Fn::Or" => argument.AsItems.Any(Test),
            "Fn::Equals" => argument.AsItems is [var left, var right] ? Evaluate(left).ToJson() == Evaluate(right).ToJson() : throw Error("Fn::Equals requires a list argument with two elements"),
            _ => throw TemplateReader.Format($"Conditions can only be boolean operations on parameters and other conditions"),
        }
        : throw TemplateReader.Format("Conditions can only be boolean operations on parameters and other conditions");

    private Node OverText(Node argument, Func<string, string> change) => Evaluate(argument) is { IsUnknown: false } value ? Node.Text(change(value.AsText ?? "")) : Node.Unknown;

    private static string Text(Node node, string function) => node.AsText ?? throw Error($"every {function} object must have a single String value.");

    private static AwsException Error(string message) => AwsException.Validation("Template error: " + message);

    [GeneratedRegex(@"\$\{([^!}][^}]*)\}")]
    private static partial Regex Placeholder();
}
