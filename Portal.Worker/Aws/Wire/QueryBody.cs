namespace Portal.Worker.Aws.Wire;

/// <summary>The parameters of the Query protocol: <c>Tags.member.1.Key=…</c>.</summary>
public sealed class QueryBody
{
    private readonly IDictionary<string, string> parameters;

    internal QueryBody(IDictionary<string, string> parameters) => this.parameters = parameters;

    public void Add(string key, string value) => parameters[key] = value;

    /// <param name="key">The list's own key: what an empty list is said with.</param>
    /// <param name="itemKey">The key that numbers follow.</param>
    /// <param name="items">Its items.</param>
    /// <param name="sayEmpty">An empty list is sent (as an empty value) where the protocol can say it.</param>
    /// <param name="write">Writes one item under its key.</param>
    public void Items<T>(string key, string itemKey, IReadOnlyCollection<T> items, bool sayEmpty, Action<string, T> write)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(write);
        if (items.Count == 0 && sayEmpty)
            Add(key, "");
        var number = 0;
        foreach (var item in items)
            write($"{itemKey}.{++number}", item);
    }

    public void Entries<T>(string key, string entryKey, IReadOnlyDictionary<string, T> entries, string keyName, string valueName, Action<string, T> write)
    {
        ArgumentNullException.ThrowIfNull(entries);
        ArgumentNullException.ThrowIfNull(write);
        var number = 0;
        foreach (var (name, value) in entries)
        {
            Add($"{entryKey}.{++number}.{keyName}", name);
            write($"{entryKey}.{number}.{valueName}", value);
        }
    }
}
