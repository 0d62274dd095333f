using System.Globalization;
using System.Text.Json;

namespace Portal.Domain.Requests.Reading;

/// <summary>Holds a sheet against its schema and says everything that does not fit, each with its path and the way out.</summary>
internal sealed class SchemaCheck(List<Problem> problems)
{
    public void Check(FieldSchema field, SheetNode node, string path)
    {
        if (node is NullNode) Say(path, "is empty: give it a value or leave the field out");
        else if (field.Const is { } word) CheckConst(word, node, path);
        else if (field.AnyOf.Count > 0) CheckAnyOf(field, node, path);
        else CheckType(field, node, path);
    }

    private void CheckType(FieldSchema field, SheetNode node, string path)
    {
        switch (field.Type, node)
        {
            case ("object", MapNode map): CheckMap(field, map, path); break;
            case ("array", ListNode list): CheckList(field, list, path); break;
            case ("string", TextNode text): CheckText(field, text.Value, path); break;
            case ("number" or "integer", NumberNode number): CheckNumber(field, number.Value, path); break;
            case ("boolean", BoolNode): break;
            default: Say(path, WrongKind.Message(field, node)); break;
        }
    }

    private void CheckConst(JsonElement word, SheetNode node, string path)
    {
        if (!IsConst(word, node)) Say(path, $"must be {word.GetString()}");
    }

    private void CheckAnyOf(FieldSchema field, SheetNode node, string path)
    {
        if (!field.AnyOf.Any(branch => Fits(branch, node)) || (node is TextNode text && Formats.Fault(field.Format, text.Value) is not null))
            Say(path, $"must be {field.Expected}");
    }

    private static bool Fits(FieldSchema branch, SheetNode node)
    {
        var faults = new List<Problem>();
        if (branch.Const is { } word) return IsConst(word, node);
        new SchemaCheck(faults).Check(branch, node, "");
        return faults.Count == 0;
    }

    private static bool IsConst(JsonElement word, SheetNode node) => (word.ValueKind, node) switch
    {
        (JsonValueKind.String, TextNode text) => text.Value == word.GetString(),
        (JsonValueKind.Number, NumberNode number) => number.Value == word.GetDecimal(),
        _ => false,
    };

    private void CheckMap(FieldSchema field, MapNode map, string path)
    {
        foreach (var (name, value) in map.Entries)
        {
            var at = Join(path, Echo.Name(name));
            if (field.Properties.TryGetValue(name, out var known)) Check(known, value, at);
            else if (field.Others is null) Say(at, UnknownField.Message(name, path, field));
            else CheckOther(field, name, value, at);
        }

        foreach (var name in field.Required.Where(name => map.Find(name) is null)) SayMissing(field.Properties[name], Join(path, name));
    }

    private void CheckOther(FieldSchema field, string name, SheetNode value, string path)
    {
        if (Formats.Fault(field.NameFormat, name) is { } fault) Say(path, fault);
        else Check(field.Others!, value, path);
    }

    /// <summary>Of a whole section that is missing, its own required fields are named.</summary>
    private void SayMissing(FieldSchema field, string path)
    {
        if (field.Type == "object") CheckMap(field, MapNode.Empty, path);
        else Say(path, Missing(field));
    }

    public static string Missing(FieldSchema field, string? when = null) => $"is required{when}: {Wanted(field)}";

    private static string Wanted(FieldSchema field) =>
        field.Const is { } word ? $"write {word.GetString()}"
        : field.Enum.Count > 0 ? "one of " + string.Join(", ", field.Enum)
        : field.Expected ?? char.ToLowerInvariant(field.Description[0]) + field.Description[1..].TrimEnd('.') + (field.Unit is null ? "" : $" ({field.Unit})");

    private void CheckList(FieldSchema field, ListNode list, string path)
    {
        if (list.Items.Count < field.MinItems) Say(path, $"must hold at least {field.MinItems}: leave the field out for the default");
        var seen = new HashSet<SheetNode>();
        for (var i = 0; i < list.Items.Count; i++)
        {
            Check(field.Items!, list.Items[i], $"{path}[{i}]");
            if (field.UniqueItems && !seen.Add(list.Items[i])) Say($"{path}[{i}]", "stands twice in the list: keep one");
        }
    }

    private void CheckText(FieldSchema field, string text, string path)
    {
        if (field.Enum.Count > 0 && !field.Enum.Contains(text)) Say(path, Spelling(field.Enum, text));
        else if (text.Length > field.MaxLength) Say(path, $"has {text.Length:N0} characters: at most {field.MaxLength:N0}");
        else if (field.Pattern is { } pattern && !pattern.IsMatch(text)) Say(path, $"must be {field.Expected}, not {Echo.Value(text)}");
        else if (Formats.Fault(field.Format, text) is { } fault) Say(path, fault);
    }

    private static string Spelling(IReadOnlyList<string> allowed, string text) =>
        $"is {Echo.Value(text)}, which is not one of {string.Join(", ", allowed)}; the nearest is {Nearest.To(text, allowed)}";

    private void CheckNumber(FieldSchema field, decimal value, string path)
    {
        if (Range(field, value) is { } range) Say(path, $"must be {range}{(field.Unit is null ? "" : $" ({field.Unit})")}");
        else if (field.Type == "integer" && value != decimal.Truncate(value)) Say(path, "must be a whole number");
    }

    private static string? Range(FieldSchema field, decimal value) =>
        value < field.Minimum ? $"at least {Shown(field.Minimum)}"
        : value <= field.ExclusiveMinimum ? $"above {Shown(field.ExclusiveMinimum)}"
        : value > field.Maximum ? $"at most {Shown(field.Maximum)}"
        : value >= field.ExclusiveMaximum ? $"below {Shown(field.ExclusiveMaximum)}"
        : null;

    private static string Shown(decimal? bound) => bound!.Value.ToString("#,##0.###", CultureInfo.InvariantCulture);

    private static string Join(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";

    private void Say(string path, string message) => problems.Add(new Problem(path, message));
}
