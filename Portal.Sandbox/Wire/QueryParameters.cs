namespace Portal.Sandbox.Wire;

/// <summary>Parameters of AWS's query protocol: flat names in which lists are written as <c>Tags.member.1.Key</c>.</summary>
public sealed class QueryParameters(IReadOnlyDictionary<string, string> values)
{
    public string? this[string name] => values.TryGetValue(name, out var value) ? value : null;

    public static QueryParameters Parse(string form)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in form.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = pair.IndexOf('=');
            values[Decode(equals < 0 ? pair : pair[..equals])] = equals < 0 ? "" : Decode(pair[(equals + 1)..]);
        }

        return new QueryParameters(values);
    }

    public string Required(string name) =>
        this[name] ?? throw AwsException.Validation(
            $"1 validation error detected: Value null at '{char.ToLowerInvariant(name[0])}{name[1..]}' failed to satisfy constraint: Member must not be null");

    public bool Flag(string name) => string.Equals(this[name], "true", StringComparison.OrdinalIgnoreCase);

    public int? Number(string name) => int.TryParse(this[name], out var number) ? number : null;

    public IReadOnlyList<string> List(string name) =>
        [.. Indexes(name).Select(i => this[$"{name}.member.{i}"]).OfType<string>()];

    /// <summary>A list of structures; each item sees its own members by their plain names.</summary>
    public IReadOnlyList<QueryParameters> Structures(string name) =>
        [.. Indexes(name).Select(i => Under($"{name}.member.{i}."))];

    public bool HasList(string name) => values.ContainsKey(name) || values.Keys.Any(k => k.StartsWith(name + ".member.", StringComparison.Ordinal));

    private QueryParameters Under(string prefix) =>
        new(values.Where(v => v.Key.StartsWith(prefix, StringComparison.Ordinal)).ToDictionary(v => v.Key[prefix.Length..], v => v.Value));

    private IEnumerable<int> Indexes(string name)
    {
        var prefix = name + ".member.";
        return values.Keys.Where(k => k.StartsWith(prefix, StringComparison.Ordinal))
            .Select(k => k[prefix.Length..].Split('.')[0])
            .Select(i => int.TryParse(i, out var index) ? index : -1).Where(i => i >= 0).Distinct().Order();
    }

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
