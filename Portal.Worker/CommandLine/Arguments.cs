namespace Portal.Worker.CommandLine;

/// <summary>Words of a command: plain ones, and <c>--name value</c> or <c>--name=value</c>.</summary>
internal sealed record Arguments(IReadOnlyList<string> Plain, IReadOnlyDictionary<string, string> Options)
{
    public string? Option(string name) => Options.GetValueOrDefault(name);

    /// <summary>Null where an option is unknown, given twice or lacks its value.</summary>
    public static Arguments? Parse(IReadOnlyList<string> words, params IReadOnlyList<string> options)
    {
        var plain = new List<string>();
        var given = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < words.Count; i++)
        {
            if (!words[i].StartsWith("--", StringComparison.Ordinal))
            {
                plain.Add(words[i]);
                continue;
            }

            var parts = words[i].Split('=', 2);
            var value = parts.Length == 2 ? parts[1] : i + 1 < words.Count ? words[++i] : null;
            if (value is null || !options.Contains(parts[0]) || !given.TryAdd(parts[0], value))
            {
                return null;
            }
        }

        return new Arguments(plain, given);
    }
}
