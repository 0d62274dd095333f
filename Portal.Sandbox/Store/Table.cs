using System.Text.Json;

namespace Portal.Sandbox.Store;

internal interface ITable
{
    IEnumerable<SavedRow> Rows();
}

internal abstract record TableChange
{
    public abstract SavedRow Row();
    public abstract void Undo();
}

/// <summary>Immutable rows under an owner (a stack, or an account and region), in the order they were first put.</summary>
public sealed class Table<T> : ITable where T : class
{
    private readonly Dictionary<string, OrderedDictionary<string, T>> owners = [];
    private readonly string name;
    private readonly List<TableChange> pending;

    internal Table(string name, List<TableChange> pending)
    {
        this.name = name;
        this.pending = pending;
    }

    public IEnumerable<string> Owners => owners.Keys;

    public IEnumerable<T> All => owners.Values.SelectMany(rows => rows.Values);

    public T? Find(string owner, string key) =>
        owners.TryGetValue(owner, out var rows) && rows.TryGetValue(key, out var value) ? value : null;

    public IReadOnlyList<T> In(string owner) => owners.TryGetValue(owner, out var rows) ? rows.Values : [];

    public void Put(string owner, string key, T value)
    {
        pending.Add(new Change(this, owner, key, Find(owner, key), value));
        Set(owner, key, value);
    }

    public void Remove(string owner, string key)
    {
        if (Find(owner, key) is not { } before) return;
        pending.Add(new Change(this, owner, key, before, null));
        Set(owner, key, null);
    }

    internal void Load(IEnumerable<SavedRow> rows)
    {
        foreach (var row in rows) Set(row.O, row.K, row.V?.Deserialize<T>(LogFile.Json));
    }

    IEnumerable<SavedRow> ITable.Rows() =>
        from owner in owners
        from row in owner.Value
        select new SavedRow(name, owner.Key, row.Key, Saved(row.Value));

    private static JsonElement? Saved(T? value) => value is null ? null : JsonSerializer.SerializeToElement(value, LogFile.Json);

    private void Set(string owner, string key, T? value)
    {
        if (!owners.TryGetValue(owner, out var rows)) owners[owner] = rows = [];
        if (value is null) rows.Remove(key); else rows[key] = value;
    }

    private sealed record Change(Table<T> Table, string Owner, string Key, T? Before, T? After) : TableChange
    {
        public override SavedRow Row() => new(Table.name, Owner, Key, Saved(After));
        public override void Undo() => Table.Set(Owner, Key, Before);
    }
}
