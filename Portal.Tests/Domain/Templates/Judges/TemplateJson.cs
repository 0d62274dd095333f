using System.Globalization;
using System.Text.Json.Nodes;
using Portal.Domain.Templates;

namespace Portal.Tests.Domain.Templates.Judges;

/// <summary>A template as JSON, which every judge reads alike.</summary>
internal static class TemplateJson
{
    public static string Write(TemplateMap root) => Node(root).ToJsonString();

    private static JsonNode Node(TemplateNode node) => node switch
    {
        TemplateMap map => new JsonObject(map.Entries.Select(entry => new KeyValuePair<string, JsonNode?>(entry.Key, Node(entry.Value)))),
        TemplateList list => new JsonArray([.. list.Items.Select(Node)]),
        TemplateScalar { Quoted: false, Text: "true" or "false" } flag => JsonValue.Create(flag.Text == "true"),
        TemplateScalar { Quoted: false } number => JsonValue.Create(decimal.Parse(number.Text, CultureInfo.InvariantCulture)),
        TemplateScalar text => JsonValue.Create(text.Text),
        _ => throw new ArgumentOutOfRangeException(nameof(node)),
    };
}
