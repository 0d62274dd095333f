using Portal.Domain.Planning.Document;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Portal.Domain.Requests.Reading;

/// <summary>
/// Reads YAML event by event: one document of maps, lists and scalars. Anchors, aliases, merge keys, tags and directives are refused where
/// they appear, before anything is expanded.
/// </summary>
internal static class YamlText
{
    public static Result<SheetNode> Read(string text)
    {
        try
        {
            return Walk(new Parser(new StringReader(text)));
        }
        catch (YamlException e)
        {
            return Result<SheetNode>.No(new Problem("", $"The sheet is not YAML: {Echo.Sentence(e.Message)}, line {e.Start.Line}, column {e.Start.Column}"));
        }
    }

    private static Result<SheetNode> Walk(Parser parser)
    {
        var tree = new SheetTree();
        var documents = 0;
        while (Next(parser))
        {
            if (parser.Current is DocumentStart && ++documents > 1) return No(parser, "holds a second document (---): send one sheet at a time");
            if (Refusal(parser.Current!, tree) is { } refusal) return No(parser, refusal);
            if (Grow(parser.Current!, tree) is { } problem) return Result<SheetNode>.No(problem);
        }

        return Result<SheetNode>.Ok(tree.Root ?? new NullNode());
    }

    /// <summary>The parser answers some broken texts (<c>"\udc00\ud800"</c>) with exceptions of other kinds than its own.</summary>
    private static bool Next(Parser parser)
    {
        try
        {
            return parser.MoveNext();
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or IndexOutOfRangeException)
        {
            var mark = parser.Current?.End ?? Mark.Empty;
            throw new YamlException(mark, mark, "it cannot be parsed", e);
        }
    }

    private static string? Refusal(ParsingEvent current, SheetTree tree) => current switch
    {
        AnchorAlias => "holds an alias (*name): write the value out",
        NodeEvent { Anchor.IsEmpty: false } => "holds an anchor (&name): write each value out",
        NodeEvent { Tag.IsEmpty: false } => "holds a tag (!name): a sheet has plain values only",
        Scalar { Value: "<<", Style: ScalarStyle.Plain } when tree.ExpectsKey => "holds a merge key (<<): write the fields out",
        DocumentStart { Version: not null } => "holds a directive (%YAML): leave it out",
        _ => null,
    };

    private static Problem? Grow(ParsingEvent current, SheetTree tree) => current switch
    {
        MappingStart => tree.StartMap(),
        SequenceStart => tree.StartList(),
        MappingEnd or SequenceEnd => tree.End(),
        Scalar key when tree.ExpectsKey => tree.Key(key.Value),
        Scalar { Style: ScalarStyle.Plain } word => tree.Add(ScalarText.Read(word.Value)),
        Scalar text => tree.Add(new TextNode(text.Value)),
        _ => null,
    };

    private static Result<SheetNode> No(Parser parser, string message) =>
        Result<SheetNode>.No(new Problem("", $"The sheet {message}, line {parser.Current!.Start.Line}"));
}
