using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Portal.Sandbox.CloudFormation.Templates;

/// <summary>
/// A piece of a template: text, list or map. All scalars are text, as CloudFormation treats them; <c>Null</c> is a written null.
/// </summary>
public abstract record Node
{
    /// <summary>Stands for a value that only exists once a resource does; what contains it is not known either.</summary>
    public static readonly Node Unknown = new TextNode("{{changeSet:KNOWN_AFTER_APPLY}}");

    /// <summary>AWS::NoValue: whoever holds it drops it.</summary>
    public static readonly Node NoValue = new TextNode("{{no value}}");

    public static readonly Node Null = new TextNode("null");

    public static Node Text(string value) => new TextNode(value);
    public static Node List(IEnumerable<Node> items) => new ListNode([.. items]);
    public static Node Map(IEnumerable<KeyValuePair<string, Node>> members) => new MapNode([.. members]);

    public static Node FromJson(string json)
    {
        using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 256 });
        return FromJson(document.RootElement);
    }

    public static Node FromJson(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => Map(json.EnumerateObject().Select(m => KeyValuePair.Create(m.Name, FromJson(m.Value)))),
        JsonValueKind.Array => List(json.EnumerateArray().Select(FromJson)),
        JsonValueKind.String => Text(json.GetString() ?? ""),
        JsonValueKind.Null => Null,
        _ => Text(json.GetRawText()),
    };

    public bool IsUnknown => this switch
    {
        MapNode map => map.Members.Any(m => m.Value.IsUnknown),
        ListNode list => list.Items.Any(i => i.IsUnknown),
        _ => ReferenceEquals(this, Unknown),
    };

    public Node? this[string name] => this is MapNode map ? map.Find(name) : null;

    /// <summary>The text of a scalar, null for anything else.</summary>
    public string? AsText => this is TextNode text && !ReferenceEquals(this, Null) ? text.Value : null;

    public bool IsTrue => string.Equals(AsText, "true", StringComparison.OrdinalIgnoreCase);

    public IReadOnlyList<Node> AsItems => this is ListNode list ? list.Items : [];

    public IReadOnlyList<KeyValuePair<string, Node>> AsMembers => this is MapNode map ? map.Members : [];

    /// <summary>Members sorted by name, so that equal values give equal text.</summary>
    public string ToJson() => ToJsonNode(this).ToJsonString(Relaxed);

    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = 256 };

    private static JsonNode ToJsonNode(Node node) => node switch
    {
        MapNode map => new JsonObject(map.Members.OrderBy(m => m.Key, StringComparer.Ordinal).Select(m => KeyValuePair.Create(m.Key, (JsonNode?)ToJsonNode(m.Value)))),
        ListNode list => new JsonArray([.. list.Items.Select(ToJsonNode)]),
        _ => JsonValue.Create(((TextNode)node).Value),
    };
}

public sealed record TextNode(string Value) : Node;

public sealed record ListNode(ImmutableArray<Node> Items) : Node;

public sealed record MapNode(ImmutableArray<KeyValuePair<string, Node>> Members) : Node
{
    public Node? Find(string name)
    {
        foreach (var member in Members)
        {
            if (member.Key == name) return member.Value;
        }

        return null;
    }
}
