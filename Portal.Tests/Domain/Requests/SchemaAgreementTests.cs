using System.Net;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using Portal.Domain;
using Portal.Domain.Costs;
using Portal.Domain.Requests;
using Portal.Domain.Requests.Reading;

namespace Portal.Tests.Domain.Requests;

/// <summary>request.schema.json and the records say the same: fields, required ones, words, kinds and defaults; and the reader enforces what the file says.</summary>
public sealed class SchemaAgreementTests
{
    /// <summary>Filled in by the reader from other fields, so the schema can only say so in words.</summary>
    private static readonly string[] FilledFromOthers = ["traffic.meanRps", "dns.hostedZone", "dns.certificate"];

    private static readonly string[] Enforced =
        ["type", "properties", "required", "additionalProperties", "propertyNames", "items", "minItems", "uniqueItems", "enum", "const", "anyOf", "pattern", "maxLength", "format", "minimum", "exclusiveMinimum", "maximum", "exclusiveMaximum"];

    private static readonly string[] Spoken = ["$schema", "$id", "$ref", "$defs", "$comment", "title", "description", "default", "x-expected", "x-unit", "x-required-when", "dependentRequired"];

    public static TheoryData<string> Paths => [.. Walk(SheetSchema.Root, typeof(RequestSheet), "").Select(found => found.Path)];

    [Fact]
    public void EveryRecord_HasExactlyTheFieldsOfItsSection()
    {
        foreach (var (path, schema, type) in Walk(SheetSchema.Root, typeof(RequestSheet), "").Prepend(("", SheetSchema.Root, typeof(RequestSheet))).Where(field => IsSection(field.Item3)))
            Assert.Equal(
                Names(type).Order(StringComparer.Ordinal),
                schema.Properties.Keys.Except(path.Length == 0 ? ["apiVersion", "kind"] : []).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void EveryRecord_HasTheFieldsInTheOrderOfTheContract()
    {
        foreach (var (_, schema, type) in Walk(SheetSchema.Root, typeof(RequestSheet), "").Where(field => IsSection(field.Type)))
            Assert.Equal(schema.Properties.Keys, Names(type));
    }

    [Fact]
    public void EveryRecord_RequiresWhatItsSectionRequires()
    {
        foreach (var (path, schema, type) in Walk(SheetSchema.Root, typeof(RequestSheet), "").Prepend(("", SheetSchema.Root, typeof(RequestSheet))).Where(field => IsSection(field.Item3)))
            Assert.Equal(
                Required(type).Order(StringComparer.Ordinal).ToList(),
                schema.Required.Except(path.Length == 0 ? ["apiVersion", "kind"] : []).Order(StringComparer.Ordinal).ToList());
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public void EveryField_IsOfTheSameKindInBoth(string path)
    {
        var (_, schema, type) = Field(path);

        Assert.Equal(path == "data.relational.readReplicas" ? "anyOf" : Kind(type), schema.Type ?? "anyOf");
        Assert.NotEmpty(schema.Description);
        Assert.True(schema.Expected is not null || (schema.Pattern is null && schema.AnyOf.Count == 0), "says in x-expected what the pattern means");
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public void EveryEnum_HasTheWordsOfTheContract(string path)
    {
        var (_, schema, type) = Field(path);
        var words = schema.Items?.Enum ?? schema.Enum;

        Assert.Equal(Words(Element(type)).Order(StringComparer.Ordinal), words.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public void EveryDefault_IsWhatTheReaderFillsIn(string path)
    {
        if (FilledFromOthers.Contains(path)) return;
        var (_, schema, _) = Field(path);
        var filled = At(Bare(path), path);

        if (schema.Default is { } standard) AssertHolds(JsonNode.Parse(standard.GetRawText())!, filled);
        else if (!IsRequired(path) && schema is not ({ Type: "object" } or { RequiredWhen: not null })) Assert.Null(filled);
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public void EveryField_IsHeldToItsKindRangeAndForm(string path)
    {
        var (_, schema, _) = Field(path);

        foreach (var wrong in Wrong(schema).Select(value => (Value: value, Path: path))
            .Concat(schema.Items is { } item ? Wrong(item).Select(value => (Value: $"[{value}]", Path: $"{path}[0]")) : []))
        {
            var json = With(CanonicalSheet.Write(RequestReader.Read(Sheets.Full).Expect()), path, JsonNode.Parse(wrong.Value));

            Assert.Contains(RequestReader.Read(json).Problems, problem => problem.Path == wrong.Path);
        }
    }

    [Fact]
    public void Schema_UsesNoKeywordThatTheReaderOverlooks()
    {
        var used = Keywords(SheetSchema.Document).Distinct();

        Assert.Empty(used.Except([.. Enforced, .. Spoken]));
    }

    private static IEnumerable<string> Wrong(FieldSchema field)
    {
        yield return "null";
        yield return field.Type == "object" ? "7" : "{\"a\":1}";
        if (field.Type is "string" or "boolean") yield return "7";
        if (field.Type is "number" or "integer" or "array" or null) yield return "\"x y\"";
        if (field.Type == "integer") yield return "1.5";
        if (field.Enum.Count > 0 || field.Pattern is not null || field.Format is not null) yield return "\"\\n\"";
        if (field.MaxLength < int.MaxValue) yield return $"\"{new string('a', field.MaxLength + 1)}\"";
        if (field.MinItems > 0) yield return "[]";
        if (field.Minimum is { } least) yield return $"{least - 0.0001m}";
        if (field.ExclusiveMinimum is { } above) yield return $"{above}";
        if (field.Maximum is { } most) yield return $"{most + 1}";
        if (field.ExclusiveMaximum is { } below) yield return $"{below}";
    }

    private static IEnumerable<(string Path, FieldSchema Schema, Type Type)> Walk(FieldSchema schema, Type type, string prefix)
    {
        foreach (var property in SheetDump.Properties(type))
        {
            var name = JsonNamingPolicy.CamelCase.ConvertName(property.Name);
            if (!schema.Properties.TryGetValue(name, out var field)) continue;
            var inner = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
            yield return (prefix + name, field, inner);
            if (!IsSection(inner)) continue;
            foreach (var deeper in Walk(field, inner, $"{prefix}{name}.")) yield return deeper;
        }
    }

    private static (string Path, FieldSchema Schema, Type Type) Field(string path) => Walk(SheetSchema.Root, typeof(RequestSheet), "").Single(field => field.Path == path);

    private static bool IsSection(Type type) => type.Namespace == typeof(RequestSheet).Namespace && type.IsClass;

    private static IEnumerable<string> Names(Type type) => SheetDump.Properties(type).Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name));

    /// <summary>Of positional records every parameter is required.</summary>
    private static IEnumerable<string> Required(Type type) => SheetDump.Properties(type)
        .Where(property => property.GetCustomAttribute<RequiredMemberAttribute>() is not null || type.GetConstructor(Type.EmptyTypes) is null)
        .Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name));

    private static Type Element(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) ? type.GetGenericArguments()[0] : type;

    private static IEnumerable<string> Words(Type type) => type.IsEnum
        ? (IEnumerable<string>)typeof(Wire).GetMethod(nameof(Wire.All))!.MakeGenericMethod(type).Invoke(null, null)!
        : [];

    private static string Kind(Type type) =>
        type == typeof(string) || type.IsEnum || type == typeof(DateOnly) || type == typeof(TimeOnly) || type == typeof(IPNetwork) ? "string"
        : type == typeof(decimal) || type == typeof(Money) ? "number"
        : type == typeof(bool) ? "boolean"
        : type == typeof(TimeSpan) ? "anyOf"
        : type == typeof(int) ? "integer"
        : Element(type) != type ? "array"
        : "object";

    private static bool IsRequired(string path)
    {
        var parent = path.Contains('.') ? SheetSchema.At(path[..path.LastIndexOf('.')]) : SheetSchema.Root;
        return parent.Required.Contains(path[(path.LastIndexOf('.') + 1)..]);
    }

    /// <summary>A sheet with nothing but required fields, and the one kind of data or objective that the path lies in.</summary>
    private static JsonNode Bare(string path) => JsonNode.Parse(CanonicalSheet.Write(RequestReader.Read(Sheets.Smallest + "\n" + (path.Split('.') switch
    {
        ["data", "relational", _] => "data: { relational: { engine: mysql, sizeGb: 1 } }",
        ["data", "keyValue", _] => "data: { keyValue: { sizeGb: 1 } }",
        ["data", "cache", _] => "data: { cache: { engine: redis, sizeGb: 1 } }",
        ["data", "objects", _] => "data: { objects: { sizeGb: 1 } }",
        _ => "",
    })).Expect()))!;

    private static JsonNode? At(JsonNode root, string path) => path.Split('.').Aggregate((JsonNode?)root, (node, name) => node?[name]);

    private static string With(string json, string path, JsonNode? value)
    {
        var root = JsonNode.Parse(json)!.AsObject();
        var names = path.Split('.');
        var section = names[..^1].Aggregate(root, (node, name) => (JsonObject)(node[name] ??= new JsonObject()));
        section[names[^1]] = value;
        return root.ToJsonString();
    }

    /// <summary>The default of a group names only what differs from the defaults within.</summary>
    private static void AssertHolds(JsonNode standard, JsonNode? filled)
    {
        if (standard is JsonObject map)
            foreach (var (name, value) in map) AssertHolds(value!, filled?[name]);
        else Assert.True(JsonNode.DeepEquals(standard, filled), $"{standard.ToJsonString()} is not {filled?.ToJsonString()}");
    }

    private static IEnumerable<string> Keywords(JsonElement schema)
    {
        if (schema.ValueKind != JsonValueKind.Object) yield break;
        foreach (var member in schema.EnumerateObject())
        {
            yield return member.Name;
            if (member.Name is "default" or "dependentRequired") continue;
            var inner = member.Name is "properties" or "$defs" ? member.Value.EnumerateObject().Select(field => field.Value)
                : member.Value.ValueKind == JsonValueKind.Array ? member.Value.EnumerateArray()
                : Enumerable.Repeat(member.Value, 1);
            foreach (var keyword in inner.SelectMany(Keywords)) yield return keyword;
        }
    }
}
