namespace Portal.Domain.Requests.Reading;

/// <summary>Goes through every text of a sheet, known field or not, for what may not come in (<see cref="HostileText"/>).</summary>
internal static class TextCheck
{
    public static IEnumerable<Problem> Check(SheetNode sheet)
    {
        var texts = Texts(sheet, "").ToList();
        foreach (var (path, text) in texts)
            if (HostileText.Find(text) is { } fault)
                yield return new(path, fault);
        foreach (var (path, text) in texts)
            if (texts.Any(other => other.Path != path && HostileText.JoinsToReference(text, other.Text)))
                yield return new(path, "makes a dynamic reference ({{resolve:…}}) together with another field: take the braces out");
    }

    private static IEnumerable<(string Path, string Text)> Texts(SheetNode node, string path) => node switch
    {
        TextNode text => [(path, text.Value)],
        ListNode list => list.Items.SelectMany((item, i) => Texts(item, $"{path}[{i}]")),
        MapNode map => map.Entries.SelectMany(entry => InEntry(entry, path)),
        _ => [],
    };

    private static IEnumerable<(string Path, string Text)> InEntry(KeyValuePair<string, SheetNode> entry, string path)
    {
        var at = (path.Length == 0 ? "" : path + ".") + Echo.Name(entry.Key);
        return Texts(entry.Value, at).Prepend((at, entry.Key));
    }
}
