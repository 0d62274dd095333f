using System.Text.Json.Nodes;

namespace Portal.Domain.Requests.Reading;

/// <summary>A sheet less everything that would be filled in anyway.</summary>
internal static class SheetShort
{
    public static JsonObject Of(RequestSheet sheet)
    {
        var json = SheetJson.ToJson(sheet with { Traffic = Of(sheet.Traffic) });
        Shorten(SheetSchema.Root, json);
        return json;
    }

    private static Traffic Of(Traffic traffic) => traffic.MeanRps == Defaults.MeanOf(traffic) ? traffic with { MeanRps = null } : traffic;

    private static void Shorten(FieldSchema field, JsonObject map)
    {
        foreach (var (name, value) in map.ToList())
        {
            if (!field.Properties.TryGetValue(name, out var known)) continue;
            if (value is JsonObject inner) Shorten(known, inner);
            if (IsDefault(known, value!) || value is JsonObject { Count: 0 }) map.Remove(name);
        }
    }

    private static bool IsDefault(FieldSchema field, JsonNode value) =>
        field.Default is { } standard && JsonNode.DeepEquals(JsonNode.Parse(standard.GetRawText()), value);
}
