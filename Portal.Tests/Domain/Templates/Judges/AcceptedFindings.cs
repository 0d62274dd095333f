using System.IO.Enumeration;
using System.Text.Json;
using Portal.Tests.Architecture;

namespace Portal.Tests.Domain.Templates.Judges;

/// <summary>Rules that some resources break for a reason.</summary>
/// <param name="Resources">Their ids in the linked document, without the region; a star stands for any ending.</param>
/// <param name="Where">Choices of <see cref="Planning.PlanChoices"/>, one of which the plan has made; null where every plan may break the rule.</param>
internal sealed record AcceptedFinding(IReadOnlyList<string> Rules, IReadOnlyList<string> Resources, IReadOnlyList<string>? Where, string Reason)
{
    public bool Covers(JudgedPlan plan, JudgeFinding finding) =>
        Rules.Contains(finding.Rule) && Resources.Any(each => Names(each, finding)) && (Where is null || Where.Any(plan.Choices.Contains));

    public static bool Names(string resource, JudgeFinding finding) => FileSystemName.MatchesSimpleExpression(resource, finding.Resource, ignoreCase: false);

    public override string ToString() => string.Join(", ", Rules);
}

/// <summary>The one list of what the judges may find, <c>tools/judges/accepted.json</c>.</summary>
/// <param name="Floor">How many findings of each pack there may be at most, however well each is explained.</param>
internal sealed record AcceptedFindings(IReadOnlyDictionary<string, int> Floor, IReadOnlyList<AcceptedFinding> Findings)
{
    public static AcceptedFindings Read() =>
        JsonSerializer.Deserialize<AcceptedFindings>(File.ReadAllText(Path.Combine(Repository.Root, "tools", "judges", "accepted.json")), JsonSerializerOptions.Web)!;
}
