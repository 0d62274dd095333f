using System.Text.RegularExpressions;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.CloudFormation.Templates;

/// <summary><c>{{resolve:ssm:…}}</c> inside property values. Secrets stay as written: their value is not for the template.</summary>
public sealed partial class DynamicReferences(Func<string, string?> parameterStore)
{
    public Node Resolve(TextNode node)
    {
        if (!node.Value.Contains("{{resolve:", StringComparison.Ordinal)) return node;
        return Node.Text(Stored().Replace(node.Value, match => parameterStore(match.Groups[1].Value)
            ?? throw AwsException.Validation($"Parameters: [ssm:{match.Groups[1].Value}] cannot be found.")));
    }

    [GeneratedRegex(@"\{\{resolve:ssm:([A-Za-z0-9_./-]+)(?::\d+)?\}\}")]
    private static partial Regex Stored();
}
