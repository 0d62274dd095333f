using System.Globalization;
using System.Text.RegularExpressions;

namespace Portal.Domain.Requests.Reading;

/// <summary>What an unquoted word means: the core schema of YAML 1.2 (https://yaml.org/spec/1.2.2/#103-core-schema), less what counts as a trap.</summary>
internal static partial class ScalarText
{
    public static SheetNode Read(string word) => word switch
    {
        "" or "~" or "null" or "Null" or "NULL" => new NullNode(),
        "true" or "True" or "TRUE" => new BoolNode(true),
        "false" or "False" or "FALSE" => new BoolNode(false),
        _ when Decimal().IsMatch(word) => Number(word),
        _ when Strange().IsMatch(word) => new StrangeNumberNode(word),
        _ => new TextNode(word),
    };

    /// <summary>A decimal number in the form of JSON, exact to 28 digits.</summary>
    public static SheetNode Number(string written) =>
        decimal.TryParse(written, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            ? new NumberNode(value == 0 ? 0 : value, written)
            : new StrangeNumberNode(written);

    [GeneratedRegex(@"\A-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?\z")]
    private static partial Regex Decimal();

    /// <summary>Other ways of writing numbers: 010 (is it eight or ten?), 0x1f, .5, 5., +5, .inf, NaN.</summary>
    [GeneratedRegex(@"\A([-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|0o[0-7]+|0x[0-9a-fA-F]+|[-+]?\.?(inf|Inf|INF)|[-+]?Infinity|\.?(nan|NaN|NAN))\z")]
    private static partial Regex Strange();
}
