using System.Text.RegularExpressions;
using Portal.Domain.Templates;

namespace Portal.Tests.Domain.Templates.Judges;

/// <summary>Fn::Sub in the linked document: texts are put in, references of the stack are renamed, the rest becomes a name of the call's own.</summary>
internal static partial class LinkedText
{
    /// <param name="link">Links a node of the stack.</param>
    /// <param name="reference">What a Ref to that name is in the linked document.</param>
    /// <param name="rename">The linked name of a resource.</param>
    public static TemplateNode Of(TemplateNode argument, Func<TemplateNode, TemplateNode> link, Func<string, TemplateNode> reference, Func<string, string> rename)
    {
        var (text, given) = argument is TemplateList { Items: [TemplateScalar first, TemplateMap names] } ? (first.Text, names) : (((TemplateScalar)argument).Text, TemplateMap.Empty);
        var own = new SortedDictionary<string, TemplateNode>(StringComparer.Ordinal);

        string Put(string name)
        {
            if (name.StartsWith('!'))
                return $"${{{name}}}";
            if (given[name] is null && name.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot)
                return $"${{{rename(name[..dot])}{name[dot..]}}}";
            switch (given[name] is { } node ? link(node) : reference(name))
            {
                case TemplateScalar scalar:
                    return scalar.Text.Replace("${", "${!", StringComparison.Ordinal);
                case var value when value.IsFunction(out var call, out var target) && call == "Ref":
                    return $"${{{((TemplateScalar)target).Text}}}";
                case var value:
                    var key = "V" + name.Replace(":", "", StringComparison.Ordinal);
                    own[key] = value;
                    return $"${{{key}}}";
            }
        }

        var replaced = Placeholder().Replace(text, match => Put(match.Groups[1].Value.Trim()));
        if (!Open().IsMatch(replaced))
            return new TemplateScalar(replaced.Replace("${!", "${", StringComparison.Ordinal));
        return Only().Match(replaced) is { Success: true } only && own.TryGetValue(only.Groups[1].Value, out var whole)
            ? whole
            : new TemplateMap([new("Fn::Sub", own.Count == 0 ? new TemplateScalar(replaced) : new TemplateList([new TemplateScalar(replaced), new TemplateMap([.. own])]))]);
    }

    [GeneratedRegex(@"\$\{([^}]*)\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"\$\{(?!!)")]
    private static partial Regex Open();

    [GeneratedRegex(@"^\$\{(\w+)\}\z")]
    private static partial Regex Only();
}
