using System.Text;

namespace Portal.Domain.Requests.Reading;

/// <summary>
/// Grows a <see cref="SheetNode"/> out of a parser's events and says stop at the first thing a sheet may not have, so that a hostile
/// text never becomes a large tree. Every step answers null or the problem that ends the reading.
/// </summary>
internal sealed class SheetTree
{
    public const int MaxDepth = 32;
    public const int MaxNodes = 10_000;

    private readonly Stack<Open> open = new();
    private int nodes;

    /// <summary>The whole, once its last part is closed.</summary>
    public SheetNode? Root { get; private set; }

    public bool ExpectsKey => open.TryPeek(out var top) && top is { IsMap: true, Key: null };

    public Problem? StartMap() => Start(isMap: true);

    public Problem? StartList() => Start(isMap: false);

    public Problem? Key(string key)
    {
        var map = open.Peek();
        map.Key = key;
        return map.Keys.Add(key) ? null : new Problem(Path(), "is written twice: keep one");
    }

    public Problem? End()
    {
        var closed = open.Pop();
        return Place(closed.IsMap ? new MapNode(closed.Entries) : new ListNode(closed.Items));
    }

    public Problem? Add(SheetNode scalar) => Count() ?? Place(scalar);

    private Problem? Start(bool isMap)
    {
        if (ExpectsKey) return new Problem(Path(), "a field's name must be plain text, not a group of fields or a list");
        if (open.Count == MaxDepth) return new Problem("", $"The sheet is nested deeper than {MaxDepth} levels; a sheet needs four");
        open.Push(new Open(isMap));
        return Count();
    }

    private Problem? Count() => ++nodes > MaxNodes ? new Problem("", $"The sheet holds more than {MaxNodes:N0} values; a sheet needs a few dozen") : null;

    private Problem? Place(SheetNode node)
    {
        if (open.TryPeek(out var parent)) parent.Take(node);
        else Root = node;
        return null;
    }

    private string Path()
    {
        var path = new StringBuilder();
        foreach (var part in open.Reverse())
        {
            if (!part.IsMap) path.Append('[').Append(part.Items.Count).Append(']');
            else if (part.Key is not null) path.Append(path.Length == 0 ? "" : ".").Append(Echo.Name(part.Key));
        }

        return path.ToString();
    }

    private sealed class Open(bool isMap)
    {
        public bool IsMap => isMap;

        public string? Key { get; set; }

        public HashSet<string> Keys { get; } = new(StringComparer.Ordinal);

        public List<KeyValuePair<string, SheetNode>> Entries { get; } = [];

        public List<SheetNode> Items { get; } = [];

        public void Take(SheetNode node)
        {
            if (IsMap) Entries.Add(new(Key!, node));
            else Items.Add(node);
            Key = null;
        }
    }
}
