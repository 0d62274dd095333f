using System.Text.RegularExpressions;

namespace Portal.Domain.Templates;

/// <summary>Fn::Sub's text: <c>${Name}</c> and <c>${Resource.Attribute}</c> are replaced, <c>${!Name}</c> is the literal <c>${Name}</c>.</summary>
internal static partial class SubTemplate
{
    /// <summary>The text and the names of its own that the call brings along.</summary>
    public static (string Text, TemplateMap Names) Of(TemplateNode argument, string path) => argument switch
    {
        TemplateScalar scalar => (scalar.Text, TemplateMap.Empty),
        TemplateList { Items: [TemplateScalar scalar, TemplateMap names] } => (scalar.Text, names),
        _ => throw new TemplateException(path, "Fn::Sub takes a text, or a text and a mapping of names"),
    };

    /// <summary>What stands in the <c>${...}</c> of the text, literals left out.</summary>
    public static IEnumerable<string> Names(string text) =>
        Placeholder().Matches(text).Select(match => match.Groups[1].Value.Trim()).Where(name => !name.StartsWith('!'));

    public static string Replace(string text, Func<string, string> value) => Placeholder().Replace(text, match =>
        match.Groups[1].Value.Trim() is ['!', .. var literal] ? $"${{{literal}}}" : value(match.Groups[1].Value.Trim()));

    [GeneratedRegex(@"\$\{([^}]*)\}")]
    private static partial Regex Placeholder();
}
