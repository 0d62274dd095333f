using System.Text.RegularExpressions;
using Portal.Sandbox.CloudFormation.Stacks;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.CloudFormation;

/// <summary>Reads what CloudFormation's calls have in common out of their parameters, with AWS's refusals.</summary>
public static partial class CloudFormationCall
{
    private const int MaxTags = 50;

    public static IReadOnlyList<Tag> Tags(QueryParameters query)
    {
        var tags = query.Structures("Tags").Select(t => new Tag(t.Required("Key"), t["Value"] ?? "")).ToList();
        if (tags.Count > MaxTags) throw AwsException.Validation($"1 validation error detected: Value at 'tags' failed to satisfy constraint: Member must have length less than or equal to {MaxTags}");
        if (tags.FirstOrDefault(t => t.Key.StartsWith("aws:", StringComparison.OrdinalIgnoreCase)) is { } own) throw AwsException.Validation($"aws: prefixed tag key names are not allowed for external use: {own.Key}");
        return tags.Select(t => t.Key).Distinct().Count() == tags.Count ? tags : throw AwsException.Validation("Duplicate tag keys found. Please use unique tag keys for each tag.");
    }

    public static IReadOnlyList<GivenParameter> Parameters(QueryParameters query) =>
        [.. query.Structures("Parameters").Select(p => new GivenParameter(p.Required("ParameterKey"), p["ParameterValue"], p.Flag("UsePreviousValue")))];

    public static string NewStackName(QueryParameters query)
    {
        var name = query.Required("StackName");
        if (!StackNameShape().IsMatch(name)) throw AwsException.Validation($"1 validation error detected: Value '{name}' at 'stackName' failed to satisfy constraint: Member must satisfy regular expression pattern: [a-zA-Z][-a-zA-Z0-9]*|arn:[-a-zA-Z0-9:/._+]*");
        return name.Length <= 128 ? name : throw AwsException.Validation($"1 validation error detected: Value '{name}' at 'stackName' failed to satisfy constraint: Member must have length less than or equal to 128");
    }

    public static string? Token(QueryParameters query, string name = "ClientRequestToken")
    {
        var token = query[name];
        if (token is not null && !TokenShape().IsMatch(token)) throw AwsException.Validation($"1 validation error detected: Value '{token}' at '{char.ToLowerInvariant(name[0])}{name[1..]}' failed to satisfy constraint: Member must satisfy regular expression pattern: [a-zA-Z0-9][-a-zA-Z0-9]*");
        return token;
    }

    [GeneratedRegex(@"^([a-zA-Z][-a-zA-Z0-9]*|arn:[-a-zA-Z0-9:/._+]*)$")]
    private static partial Regex StackNameShape();

    [GeneratedRegex(@"^[a-zA-Z0-9][-a-zA-Z0-9]{0,127}$")]
    private static partial Regex TokenShape();
}
