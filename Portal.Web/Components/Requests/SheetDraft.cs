using Portal.Domain.Requests;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace Portal.Web.Components.Requests;

/// <summary>
/// A sheet being written: form and YAML view are two looks at this one text. It may be wrong in every way; what it says about itself is only
/// whether it can be shown as fields. Fields that the form does not know stay as they are.
/// </summary>
public sealed class SheetDraft
{
    private const int MaxDepth = 32;
    private YamlMappingNode root = new();

    public SheetDraft(string text) => Replace(text);

    /// <summary>The YAML, with what was typed last.</summary>
    public string Text { get; private set; } = "";

    /// <summary>False while the text cannot be read as a sheet: the form then shows the last one that could.</summary>
    public bool IsReadable { get; private set; }

    /// <summary>Takes over text from the YAML view.</summary>
    public void Replace(string text)
    {
        Text = text;
        IsReadable = TryRead(text, out var read);
        root = IsReadable ? read : root;
    }

    /// <summary>The scalar at a dotted path, or null.</summary>
    public string? Get(string path) => (Find(path) as YamlScalarNode)?.Value;

    public bool Has(string path) => Find(path) is not null;

    public IReadOnlyList<string> List(string path) =>
        Find(path) is YamlSequenceNode list ? [.. list.OfType<YamlScalarNode>().Select(s => s.Value ?? "")] : [];

    /// <summary>Null or blank takes the field away, and the group with it where it was the last.</summary>
    public void Set(string path, string? value) =>
        Put(path, string.IsNullOrWhiteSpace(value) ? null : Scalar(value, quoteNumbers: SheetFields.IsText(path)));

    public void SetList(string path, IEnumerable<string> values)
    {
        var list = new YamlSequenceNode(values.Select(v => Scalar(v, quoteNumbers: true))) { Style = SequenceStyle.Flow };
        Put(path, list.Children.Count == 0 ? null : list);
    }

    public void Remove(string path) => Put(path, null);

    private void Put(string path, YamlNode? node)
    {
        Put(root, path.Split('.'), 0, node);
        Text = Write(root);
        IsReadable = true;
    }

    private static void Put(YamlMappingNode map, string[] path, int at, YamlNode? node)
    {
        var existing = map.Children.TryGetValue(new YamlScalarNode(path[at]), out var found) ? found : null;
        if (at == path.Length - 1)
        {
            PutHere(map, path, node);
            return;
        }

        if (existing is not YamlMappingNode child)
        {
            if (node is null)
            {
                return;
            }

            PutHere(map, path[..(at + 1)], child = new YamlMappingNode());
        }

        Put(child, path, at + 1, node);
        if (child.Children.Count == 0)
        {
            map.Children.Remove(new YamlScalarNode(path[at]));
        }
    }

    /// <summary>Into the order of the contract, so that the YAML reads the same whoever wrote it.</summary>
    private static void PutHere(YamlMappingNode map, string[] path, YamlNode? node)
    {
        var key = new YamlScalarNode(path[^1]);
        if (node is null)
        {
            map.Children.Remove(key);
        }
        else if (map.Children.ContainsKey(key))
        {
            map.Children[key] = node;
        }
        else
        {
            var parent = string.Join('.', path[..^1]);
            var place = SheetFields.PlaceOf(parent, path[^1]);
            var before = map.Children.TakeWhile(c => SheetFields.PlaceOf(parent, ((YamlScalarNode)c.Key).Value ?? "") <= place).Count();
            map.Children.Insert(before, key, node);
        }
    }

    private YamlNode? Find(string path)
    {
        YamlNode? node = root;
        foreach (var key in path.Split('.'))
        {
            node = node is YamlMappingNode map && map.Children.TryGetValue(new YamlScalarNode(key), out var child) ? child : null;
        }

        return node;
    }

    private static YamlScalarNode Scalar(string value, bool quoteNumbers)
    {
        var looksLikeMore = quoteNumbers && (decimal.TryParse(value, out _) || value is "true" or "false" or "null" or "~");
        return new YamlScalarNode(value) { Style = value.Contains('\n') ? ScalarStyle.Literal : looksLikeMore ? ScalarStyle.DoubleQuoted : ScalarStyle.Any };
    }

    private static string Write(YamlMappingNode root)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        new YamlStream(new YamlDocument(root)).Save(writer, assignAnchors: false);
        var text = writer.ToString();
        return text.EndsWith("...\n", StringComparison.Ordinal) ? text[..^4] : text;
    }

    private static bool TryRead(string text, out YamlMappingNode read)
    {
        read = new YamlMappingNode();
        try
        {
            if (text.Length > RequestReader.MaxBytes || !IsPlain(text))
            {
                return false;
            }

            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            read = stream.Documents.FirstOrDefault()?.RootNode as YamlMappingNode ?? new YamlMappingNode();
            return stream.Documents.Count <= 1 && (stream.Documents.Count == 0 || stream.Documents[0].RootNode is YamlMappingNode);
        }
        catch (YamlException)
        {
            return false;
        }
    }

    /// <summary>Deep nesting would overflow the stack when it becomes a tree, so it is counted first; anchors are no part of a sheet.</summary>
    private static bool IsPlain(string text)
    {
        var parser = new Parser(new StringReader(text));
        var depth = 0;
        while (parser.MoveNext())
        {
            depth += parser.Current!.NestingIncrease;
            if (depth > MaxDepth || parser.Current is AnchorAlias or NodeEvent { Anchor.IsEmpty: false })
            {
                return false;
            }
        }

        return true;
    }
}
