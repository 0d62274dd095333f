using System.IO.Enumeration;
using System.Text.Json;
using Portal.Tests.Architecture;

namespace Portal.Tests.Domain.Templates.Judges;

/// <summary>A rule that some resources break for a reason.</summary>
/// <param name="Resources">Their ids in the linked document; a star stands for any ending.</param>
internal sealed record AcceptedFinding(string Rule, IReadOnlyList<string> Resources, string Reason)
{
    public bool Covers(JudgeFinding finding) => finding.Rule == Rule && Resources.Any(each => FileSystemName.MatchesSimpleExpression(each, finding.Resource, ignoreCase: false));
}

/// <summary>The one list of what the judges may find, <c>tools/judges/accepted.json</c>.</summary>
/// <param name="Floor">How many findings of each pack there may be at most, however well each is explained. Warnings of AwsSolutions do not count; Control Tower counts controls.</param>
internal sealed record AcceptedFindings(IReadOnlyDictionary<string, int> Floor, IReadOnlyList<AcceptedFinding> Findings)
{
    public static AcceptedFindings Read() =>
        JsonSerializer.Deserialize<AcceptedFindings>(File.ReadAllText(Path.Combine(Repository.Root, "tools", "judges", "accepted.json")), JsonSerializerOptions.Web)!;
}
