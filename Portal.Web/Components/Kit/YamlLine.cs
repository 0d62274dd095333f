using System.Text.RegularExpressions;

namespace Portal.Web.Components.Kit;

/// <summary>One line of YAML outside a block scalar.</summary>
internal static partial class YamlLine
{
    public static IReadOnlyList<YamlToken> Tokens(string line)
    {
        var tokens = new List<YamlToken>();
        var end = 0;
        foreach (Match match in Pieces().Matches(line))
        {
            Plain(line[end..match.Index]);
            tokens.Add(new YamlToken(KindOf(match), match.Value));
            end = match.Index + match.Length;
        }

        Plain(line[end..]);
        return tokens;

        void Plain(string text)
        {
            if (text.Length > 0)
            {
                tokens.Add(new YamlToken(YamlTokenKind.Plain, text));
            }
        }
    }

    /// <summary>The line ends in <c>|</c> or <c>></c>: what is indented below it is text.</summary>
    public static bool OpensBlock(IReadOnlyList<YamlToken> tokens) =>
        tokens.LastOrDefault(t => t.Kind != YamlTokenKind.Comment && t.Text.Trim().Length > 0) is { Kind: YamlTokenKind.Plain } last && BlockMark().IsMatch(last.Text);

    private static YamlTokenKind KindOf(Match match) => match switch
    {
        _ when match.Groups["comment"].Success => YamlTokenKind.Comment,
        _ when match.Groups["key"].Success => YamlTokenKind.Key,
        _ when match.Groups["quoted"].Success => YamlTokenKind.Text,
        _ when match.Groups["tag"].Success => YamlTokenKind.Tag,
        _ when match.Groups["number"].Success => YamlTokenKind.Number,
        _ => YamlTokenKind.Word,
    };

    // A key ends in a colon before a blank or the end; a number or word stands alone between blanks, brackets and commas.
    [GeneratedRegex("""
        (?<comment>(?:^|(?<=\s))\#.*$)
        |(?<key>(?:(?<=^[\s-]*)|(?<=[{,]\s*))(?:"[^"]*"|'[^']*'|[^\s"'{}\[\],\#!&*][^\s"'{}\[\],]*)(?=:(?:\s|$)))
        |(?<quoted>"(?:\\.|[^"\\])*"|'(?:''|[^'])*')
        |(?<tag>(?<=\s|^|\[)![A-Za-z:]+)
        |(?<number>(?<=[\s\[,]|^)-?\d+(?:\.\d+)?(?=[\s,\]}]|$))
        |(?<word>(?<=[\s\[,]|^)(?:true|false|null|~)(?=[\s,\]}]|$))
        """, RegexOptions.IgnorePatternWhitespace, matchTimeoutMilliseconds: 200)]
    private static partial Regex Pieces();

    [GeneratedRegex(@"(?:^|[\s:-])[|>][+-]?\d?\s*$")]
    private static partial Regex BlockMark();
}
