using System.Text.Json;
using System.Text.RegularExpressions;

namespace Portal.Domain.Requests.Reading;

/// <summary>The embedded <c>request.schema.json</c>: the one place that holds fields, types, spellings, ranges and defaults.</summary>
public static class SheetSchema
{
    /// <summary>The document itself, as it stands at the root of the repository.</summary>
    public static JsonElement Document { get; } = Load();

    public static FieldSchema Root { get; } = Field(Document);

    /// <summary>The field at a path such as <c>traffic.peakRps</c>.</summary>
    public static FieldSchema At(string path) => path.Split('.').Aggregate(Root, (field, name) => field.Properties[name]);

    private static JsonElement Load()
    {
        using var stream = typeof(SheetSchema).Assembly.GetManifestResourceStream("request.schema.json")
            ?? throw new InvalidOperationException("request.schema.json is not embedded.");
        using var document = JsonDocument.Parse(stream);
        return document.RootElement.Clone();
    }

    private static FieldSchema Field(JsonElement json)
    {
        // What stands beside a $ref adds to what it points to.
        var own = json.EnumerateObject().Where(member => member.Name != "$ref");
        var shared = json.TryGetProperty("$ref", out var reference) ? Definition(reference.GetString()!).EnumerateObject() : Enumerable.Empty<JsonProperty>();
        var members = shared.Concat(own).GroupBy(member => member.Name).ToDictionary(group => group.Key, group => group.Last().Value);
        return Field(members);
    }

    private static JsonElement Definition(string pointer) => Document.GetProperty("$defs").GetProperty(pointer["#/$defs/".Length..]);

    private static FieldSchema Field(Dictionary<string, JsonElement> members)
    {
        JsonElement? Any(string name) => members.TryGetValue(name, out var value) ? value : null;
        string? Text(string name) => Any(name)?.GetString();
        decimal? Number(string name) => Any(name)?.GetDecimal();
        return new FieldSchema
        {
            Type = Text("type"),
            Properties = Any("properties") is { } properties ? properties.EnumerateObject().ToDictionary(p => p.Name, p => Field(p.Value)) : new(),
            Required = Strings(Any("required")),
            Others = Any("additionalProperties") is { ValueKind: JsonValueKind.Object } others ? Field(others) : null,
            NameFormat = Any("propertyNames")?.GetProperty("format").GetString(),
            Items = Any("items") is { } items ? Field(items) : null,
            MinItems = (int)(Number("minItems") ?? 0),
            UniqueItems = Any("uniqueItems")?.GetBoolean() ?? false,
            Enum = Strings(Any("enum")),
            Const = Any("const"),
            AnyOf = Text("type") != "object" && Any("anyOf") is { } branches ? [.. branches.EnumerateArray().Select(Field)] : [],
            Pattern = Text("pattern") is { } pattern ? Anchored(pattern) : null,
            MaxLength = (int)(Number("maxLength") ?? int.MaxValue),
            Format = Text("format"),
            Minimum = Number("minimum"),
            ExclusiveMinimum = Number("exclusiveMinimum"),
            Maximum = Number("maximum"),
            ExclusiveMaximum = Number("exclusiveMaximum"),
            Default = Any("default"),
            Description = Text("description") ?? "",
            Expected = Text("x-expected"),
            Unit = Text("x-unit"),
            RequiredWhen = Text("x-required-when"),
        };
    }

    private static string[] Strings(JsonElement? list) => list is { } present ? [.. present.EnumerateArray().Select(item => item.GetString()!)] : [];

    /// <summary>In JSON Schema <c>$</c> is the very end; in .NET it lets a line feed through. Linear in the text, whatever the text is.</summary>
    private static Regex Anchored(string pattern) =>
        new(@"\A(?:" + pattern.TrimStart('^').TrimEnd('$') + @")\z", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
}
