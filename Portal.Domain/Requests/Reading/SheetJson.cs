using System.Globalization;
using System.Net;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Portal.Domain.Requests.Reading;

/// <summary>Between a checked tree and the records: names in camel case, values spelled as the contract spells them.</summary>
internal static class SheetJson
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        NumberHandling = JsonNumberHandling.Strict,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new WireEnumConverter(), new DurationConverter(), new NetworkConverter(), new TimeOfDayConverter(), new PlainDecimalConverter() },
    };

    /// <summary>The records' own initialisers fill in the defaults.</summary>
    public static RequestSheet ToSheet(MapNode checkedTree) => Defaults.Fill(ToJson(checkedTree).Deserialize<RequestSheet>(Options)!);

    /// <summary>The whole document in the order of the contract, defaults and all; what is not asked for is left out.</summary>
    public static JsonObject ToJson(RequestSheet sheet)
    {
        var document = new JsonObject { ["apiVersion"] = RequestSheet.ApiVersion, ["kind"] = RequestSheet.Kind };
        foreach (var (name, value) in JsonSerializer.SerializeToNode(sheet, Options)!.AsObject().ToList())
        {
            value!.Parent!.AsObject().Remove(name);
            document.Add(name, value);
        }

        DropEmpty(document);
        return document;
    }

    private static void DropEmpty(JsonObject map)
    {
        foreach (var (name, value) in map.ToList())
        {
            if (value is not JsonObject inner) continue;
            DropEmpty(inner);
            if (inner.Count == 0) map.Remove(name);
        }
    }

    private static JsonNode ToJson(SheetNode node) => node switch
    {
        MapNode map => new JsonObject(map.Entries.Select(entry => KeyValuePair.Create(entry.Key, (JsonNode?)ToJson(entry.Value)))),
        ListNode list => new JsonArray([.. list.Items.Select(ToJson)]),
        TextNode text => JsonValue.Create(text.Value),
        NumberNode number => JsonValue.Create(number.Value),
        BoolNode flag => JsonValue.Create(flag.Value),
        _ => throw new InvalidOperationException($"A checked sheet holds no {node.Kind}."),
    };

    private sealed class DurationConverter : JsonConverter<TimeSpan>
    {
        public override TimeSpan Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.Number ? TimeSpan.Zero
            : Duration.TryParse(reader.GetString()!, out var time) ? time
            : throw new JsonException($"Not a duration: {reader.GetString()}");

        public override void Write(Utf8JsonWriter writer, TimeSpan value, JsonSerializerOptions options) => writer.WriteStringValue(Duration.Write(value));
    }

    private sealed class NetworkConverter : JsonConverter<IPNetwork>
    {
        public override IPNetwork Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => IPNetwork.Parse(reader.GetString()!);

        public override void Write(Utf8JsonWriter writer, IPNetwork value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }

    private sealed class TimeOfDayConverter : JsonConverter<TimeOnly>
    {
        public override TimeOnly Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            TimeOnly.ParseExact(reader.GetString()!, "HH:mm", CultureInfo.InvariantCulture);

        public override void Write(Utf8JsonWriter writer, TimeOnly value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString("HH:mm", CultureInfo.InvariantCulture));
    }

    /// <summary>Equal numbers are equal bytes: 2.50 is written 2.5.</summary>
    private sealed class PlainDecimalConverter : JsonConverter<decimal>
    {
        public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDecimal();

        public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) =>
            writer.WriteRawValue(value.ToString("0.############################", CultureInfo.InvariantCulture));
    }
}
