using System.Text.Json.Nodes;
using Portal.Domain.Planning.Document;
using Portal.Domain.Requests;

namespace Portal.Domain.Planning.Search.Refusals;

/// <summary>
/// What keeps designs out of the search altogether, where a requirement only judges them: residency, named regions, active regions, sessions, a named service. Whoever cannot be served within a bound is told that it is in the way.
/// </summary>
internal sealed class Bounds
{
    private readonly List<(string Path, JsonNode? Value, Chooser Chooser)> freed = [];

    public Bounds(PlanningInput input)
    {
        foreach (var (path, value, sheet) in Of(input.Sheet))
        {
            var without = PlanningInput.Of(sheet, input.Facts);
            var space = Scope.Refusals(without).Count == 0 ? SearchSpace.Of(without) : null;
            if (space is not null && Gaps.Of(without, space).Count == 0)
            {
                freed.Add((path, value, new Chooser(space, Requirement.Of(sheet))));
            }
        }
    }

    /// <summary>The bounds without which the conflict would be none.</summary>
    public IEnumerable<string> Of(IReadOnlyList<Requirement> conflict)
    {
        var paths = conflict.Select(requirement => requirement.Path).ToHashSet(StringComparer.Ordinal);
        return freed.Where(bound => bound.Chooser.Best(Choice.Free, [.. bound.Chooser.Requirements.Where(requirement => paths.Contains(requirement.Path))]) is not null).Select(bound => bound.Path);
    }

    /// <summary>For each bound without which everything can be met, the cheapest design.</summary>
    public IEnumerable<Relaxation> Ways() =>
        from bound in freed
        let best = bound.Chooser.Best()
        where best is not null
        select new Relaxation(new SortedDictionary<string, JsonNode?>(StringComparer.Ordinal) { [bound.Path] = bound.Value }, best.Monthly, best.FloorPercent);

    private static IEnumerable<(string Path, JsonNode? Value, RequestSheet Sheet)> Of(RequestSheet sheet)
    {
        var (placement, relational) = (sheet.Placement, sheet.Data.Relational);
        if (placement.Residency.Count > 0)
        {
            yield return ("placement.residency", null, sheet with { Placement = placement with { Residency = [] } });
        }

        if (placement.SecondaryRegions.Count > 0)
        {
            yield return ("placement.secondaryRegions", null, sheet with { Placement = placement with { SecondaryRegions = [] } });
        }

        if (placement.ActiveActive)
        {
            yield return (SheetPaths.ActiveActive, false, sheet with { Placement = placement with { ActiveActive = false } });
        }

        if (sheet is { Application.Stateless: false, Data.Cache: not null })
        {
            yield return ("application.stateless", true, sheet with { Application = sheet.Application with { Stateless = true } });
        }

        if (relational is { Service: not RelationalService.Auto })
        {
            yield return ("data.relational.service", "auto", sheet with { Data = sheet.Data with { Relational = relational with { Service = RelationalService.Auto } } });
        }
    }
}
