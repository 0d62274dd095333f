namespace Portal.Web.Components.Kit;

/// <summary>A run of characters with one colour. The tokens of a line together are the line.</summary>
public sealed record YamlToken(YamlTokenKind Kind, string Text);

public enum YamlTokenKind
{
    Plain,
    Key,
    Text,
    Number,
    Word,
    Tag,
    Comment,
}

/// <summary>Colours YAML line by line: enough for reading, loses no character, never fails. Block scalars are text to their end.</summary>
public static class YamlTokenizer
{
    public static IReadOnlyList<IReadOnlyList<YamlToken>> Lines(string text)
    {
        var lines = new List<IReadOnlyList<YamlToken>>();
        var blockIndent = -1;
        foreach (var line in text.TrimEnd('\n').Split('\n'))
        {
            var indent = line.Length - line.TrimStart().Length;
            if (blockIndent >= 0 && (indent > blockIndent || indent == line.Length))
            {
                lines.Add([new YamlToken(YamlTokenKind.Text, line)]);
                continue;
            }

            var tokens = YamlLine.Tokens(line);
            blockIndent = YamlLine.OpensBlock(tokens) ? indent : -1;
            lines.Add(tokens);
        }

        return lines;
    }
}
