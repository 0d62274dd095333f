using System.Text.Json;
using System.Text.RegularExpressions;

namespace Portal.Domain.Requests.Reading;

/// <summary>One field as <c>request.schema.json</c> describes it: the part of JSON Schema 2020-12 that the file uses.
/// Forms take their words, choices and units from here.</summary>
public sealed record FieldSchema
{
    /// <summary>Null where <see cref="Const"/> or <see cref="AnyOf"/> says it all.</summary>
    public string? Type { get; init; }

    public IReadOnlyDictionary<string, FieldSchema> Properties { get; init; } = new Dictionary<string, FieldSchema>();

    public IReadOnlyList<string> Required { get; init; } = [];

    /// <summary>For maps with names of the writer's own: what each value is.</summary>
    public FieldSchema? Others { get; init; }

    /// <summary>For maps with names of the writer's own: the <see cref="Format"/> of the names.</summary>
    public string? NameFormat { get; init; }

    public FieldSchema? Items { get; init; }

    public int MinItems { get; init; }

    public bool UniqueItems { get; init; }

    public IReadOnlyList<string> Enum { get; init; } = [];

    public JsonElement? Const { get; init; }

    public IReadOnlyList<FieldSchema> AnyOf { get; init; } = [];

    public Regex? Pattern { get; init; }

    public int MaxLength { get; init; } = int.MaxValue;

    public string? Format { get; init; }

    public decimal? Minimum { get; init; }

    public decimal? ExclusiveMinimum { get; init; }

    public decimal? Maximum { get; init; }

    public decimal? ExclusiveMaximum { get; init; }

    /// <summary>Whether a number lies within the field's bounds.</summary>
    public bool Admits(decimal number) => !(number < Minimum || number <= ExclusiveMinimum || number > Maximum || number >= ExclusiveMaximum);

    public JsonElement? Default { get; init; }

    public string Description { get; init; } = "";

    /// <summary>In words, what a value looks like.</summary>
    public string? Expected { get; init; }

    public string? Unit { get; init; }

    public string? RequiredWhen { get; init; }
}
