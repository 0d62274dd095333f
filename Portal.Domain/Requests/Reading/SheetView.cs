using System.Net;

namespace Portal.Domain.Requests.Reading;

/// <summary>
/// What the rules between fields see: the values that are there and fit their own field. A value with a fault of its own counts as given but
/// unknown, so that one slip is told once.
/// </summary>
internal sealed class SheetView(MapNode root, IEnumerable<Problem> faults)
{
    private readonly HashSet<string> faulty = [.. faults.Select(fault => fault.Path)];

    public bool Has(string path) => At(path) is not null;

    public decimal? Number(string path) => Sound(path) is NumberNode number ? number.Value : null;

    public string? Text(string path) => Sound(path) is TextNode text ? text.Value : null;

    public bool IsTrue(string path) => Sound(path) is BoolNode { Value: true };

    /// <summary>The sound texts of a list, each with its path.</summary>
    public IEnumerable<(string Path, string Value)> Texts(string path) =>
        Sound(path) is not ListNode list ? [] : Enumerable.Range(0, list.Items.Count)
            .Where(i => list.Items[i] is TextNode && !faulty.Contains($"{path}[{i}]"))
            .Select(i => ($"{path}[{i}]", ((TextNode)list.Items[i]).Value));

    /// <summary>The numbers of a map; null where it is left out or one of them is faulty.</summary>
    public IReadOnlyList<decimal>? Shares(string path) =>
        Sound(path) is MapNode map && !faulty.Any(fault => fault.StartsWith(path + ".", StringComparison.Ordinal))
            ? [.. map.Entries.Select(entry => entry.Value).OfType<NumberNode>().Select(number => number.Value)]
            : null;

    public IPNetwork? Network(string path) => Text(path) is { } text ? Cidr.Parse(text) : null;

    private SheetNode? Sound(string path) => faulty.Contains(path) ? null : At(path);

    private SheetNode? At(string path)
    {
        SheetNode? node = root;
        foreach (var name in path.Split('.')) node = (node as MapNode)?.Find(name);
        return node;
    }
}
