namespace Portal.Domain.Requests.Reading;

/// <summary>Words for a field that the schema does not know: where it belongs, or what it was perhaps meant to be.</summary>
internal static class UnknownField
{
    private static readonly Dictionary<string, string> PathByName =
        PathsOf(SheetSchema.Root, "").GroupBy(path => path.Split('.')[^1]).ToDictionary(group => group.Key, group => group.First());

    public static string Message(string name, string section, FieldSchema field)
    {
        var nearest = Nearest.To(name, [.. field.Properties.Keys]);
        return PathByName.TryGetValue(name, out var elsewhere) && !Nearest.IsClose(name, nearest)
            ? $"is not a field{In(section)}: it belongs at {elsewhere}"
            : $"is not a known field{In(section)}: the nearest is {nearest}";
    }

    private static string In(string section) => section.Length == 0 ? "" : $" of {section}";

    private static IEnumerable<string> PathsOf(FieldSchema field, string prefix) => field.Properties.SelectMany(property =>
        PathsOf(property.Value, $"{prefix}{property.Key}.").Prepend(prefix + property.Key));
}
