using System.Text;
using System.Text.Json;

namespace Portal.Domain.Requests.Reading;

/// <summary>Reads JSON as RFC 8259 has it: no comments, no trailing commas, no NaN.</summary>
internal static class JsonText
{
    public static Result<SheetNode> Read(string text)
    {
        try
        {
            return Walk(Encoding.UTF8.GetBytes(text));
        }
        catch (JsonException e)
        {
            return Result<SheetNode>.No(new Problem("", $"The sheet starts with {{ but is not JSON, line {e.LineNumber + 1}, column {e.BytePositionInLine + 1}"));
        }
        catch (InvalidOperationException)
        {
            // The reader's answer to "\ud800" and the like.
            return Result<SheetNode>.No(new Problem("", "The sheet holds half a character (\\ud800 to \\udfff without its pair)"));
        }
    }

    private static Result<SheetNode> Walk(byte[] utf8)
    {
        // One level more than a sheet may have, so that the tree says it in its own words.
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = SheetTree.MaxDepth + 1 });
        var tree = new SheetTree();
        while (reader.Read())
            if (Grow(ref reader, tree) is { } problem)
                return Result<SheetNode>.No(problem);
        return Result<SheetNode>.Ok(tree.Root ?? new NullNode());
    }

    private static Problem? Grow(ref Utf8JsonReader reader, SheetTree tree) => reader.TokenType switch
    {
        JsonTokenType.StartObject => tree.StartMap(),
        JsonTokenType.StartArray => tree.StartList(),
        JsonTokenType.EndObject or JsonTokenType.EndArray => tree.End(),
        JsonTokenType.PropertyName => tree.Key(reader.GetString()!),
        JsonTokenType.String => tree.Add(new TextNode(reader.GetString()!)),
        JsonTokenType.Number => tree.Add(ScalarText.Number(Encoding.UTF8.GetString(reader.ValueSpan))),
        JsonTokenType.True or JsonTokenType.False => tree.Add(new BoolNode(reader.TokenType == JsonTokenType.True)),
        _ => tree.Add(new NullNode()),
    };
}
