namespace Portal.Domain.Requests.Reading;

/// <summary>Goes through every text of a sheet, known field or not, for what may not come in (<see cref="HostileText"/>).</summary>
internal static class TextCheck
{
    public static IEnumerable<Problem> Check(SheetNode sheet)
    {
        var texts = Texts(sheet, "").ToList();
        var alone = texts.Select(text => (text.Path, Fault: HostileText.Find(text.Value))).Where(found => found.Fault is not null);
        return [.. alone.Select(found => new Problem(found.Path, found.Fault!)), .. Joined(texts)];
    }

    /// <summary>A reference that comes to light only where one field is written behind another.</summary>
    private static IEnumerable<Problem> Joined(List<(string Path, string Value)> texts)
    {
        var folded = texts.ConvertAll(text => (text.Path, Value: Lookalikes.Fold(text.Value)));
        for (var cut = 1; cut < HostileText.Reference.Length; cut++)
        {
            var (head, tail) = (HostileText.Reference[..cut], HostileText.Reference[cut..]);
            var first = folded.Find(text => text.Value.EndsWith(head, StringComparison.Ordinal));
            if (first.Path is not null && folded.Exists(text => text.Path != first.Path && text.Value.StartsWith(tail, StringComparison.Ordinal)))
                yield return new(first.Path, "makes a dynamic reference ({{resolve:…}}) together with another field: take the braces out");
        }
    }

    private static IEnumerable<(string Path, string Value)> Texts(SheetNode node, string path) => node switch
    {
        TextNode text => [(path, text.Value)],
        ListNode list => list.Items.SelectMany((item, i) => Texts(item, $"{path}[{i}]")),
        MapNode map => map.Entries.SelectMany(entry => InEntry(entry, path)),
        _ => [],
    };

    private static IEnumerable<(string Path, string Value)> InEntry(KeyValuePair<string, SheetNode> entry, string path)
    {
        var at = (path.Length == 0 ? "" : path + ".") + Echo.Name(entry.Key);
        return Texts(entry.Value, at).Prepend((at, entry.Key));
    }
}
