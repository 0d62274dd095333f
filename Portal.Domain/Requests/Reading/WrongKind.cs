namespace Portal.Domain.Requests.Reading;

/// <summary>Words for a value of another kind than its field, with the way out that fits the mistake.</summary>
internal static class WrongKind
{
    public static string Message(FieldSchema field, SheetNode node) => (field.Type, node) switch
    {
        ("string", NumberNode number) => $"must be text: put it in quotes, \"{number.Written[..Math.Min(40, number.Written.Length)]}\"",
        ("string", StrangeNumberNode or BoolNode) => "must be text: put it in quotes",
        ("number" or "integer", TextNode text) when ScalarText.Read(text.Value) is NumberNode => "must be a number: write it without quotes",
        ("number" or "integer", StrangeNumberNode) => "must be a plain decimal number such as 2000 or 99.95, not too large",
        ("boolean", _) => "must be true or false",
        ("array", _) => $"must be a list, not {node.Kind}: put it in brackets, [a, b]",
        ("object", _) => $"must be a group of fields ({string.Join(", ", field.Properties.Keys.Take(4))}), not {node.Kind}",
        ("number", _) => $"must be a number{(field.Unit is null ? "" : $" ({field.Unit})")}, not {node.Kind}",
        ("integer", _) => $"must be a whole number, not {node.Kind}",
        _ => $"must be text, not {node.Kind}",
    };
}
