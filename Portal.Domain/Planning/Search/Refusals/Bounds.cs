using Portal.Domain.Planning.Document;
using Portal.Domain.Requests;

namespace Portal.Domain.Planning.Search.Refusals;

/// <summary>
/// What keeps designs out of the search altogether, where a requirement only judges them: residency, named regions, active regions, sessions, a named service, no domain. Whoever cannot be served within a bound is told that it is in the way.
/// </summary>
internal sealed class Bounds
{
    private readonly List<(Edit Edit, Chooser Chooser)> freed = [];
    private readonly Chooser? named;

    public Bounds(PlanningInput input)
    {
        foreach (var edit in Of(input.Sheet))
        {
            if (Without(input, edit.Apply) is { } chooser)
            {
                freed.Add((edit, chooser));
            }
        }

        named = input.Sheet.Dns?.Domain is null ? Without(input, Named) : null;
    }

    /// <summary>The cheapest design that meets everything with a domain; null where one helps nothing, or is given.</summary>
    public Design? BestNamed => named?.Best();

    /// <summary>The bounds without which the conflict would be none.</summary>
    public IReadOnlyList<string> Of(IReadOnlyList<Requirement> conflict)
    {
        var paths = conflict.Select(requirement => requirement.Path).ToHashSet(StringComparer.Ordinal);
        bool IsNone(Chooser chooser) => chooser.Best(Choice.Free, [.. chooser.Requirements.Where(requirement => paths.Contains(requirement.Path))]) is not null;
        return [.. freed.Where(bound => IsNone(bound.Chooser)).SelectMany(bound => bound.Edit.Changes).Select(change => change.Key), .. named is not null && IsNone(named) ? new[] { SheetPaths.Domain } : []];
    }

    /// <summary>For each bound without which everything can be met, the cheapest design.</summary>
    public IEnumerable<Relaxation> Ways() =>
        from bound in freed
        let best = bound.Chooser.Best()
        where best is not null
        select WayOut.Of(bound.Chooser, best, bound.Edit);

    /// <summary>The sheet with a domain. Which one only the team knows, so what it brings is said, and no such change is offered.</summary>
    public static RequestSheet Named(RequestSheet sheet) => sheet with { Dns = (sheet.Dns ?? new Dns()) with { Domain = "portal.example.com" } };

    /// <summary>The sheet without each of its bounds.</summary>
    public static IEnumerable<Edit> Of(RequestSheet sheet)
    {
        var (placement, relational) = (sheet.Placement, sheet.Data.Relational);
        if (placement.Residency.Count > 0)
        {
            yield return new Edit("placement.residency", null, bound => bound with { Placement = bound.Placement with { Residency = [] } });
        }

        if (placement.SecondaryRegions.Count > 0)
        {
            yield return new Edit("placement.secondaryRegions", null, bound => bound with { Placement = bound.Placement with { SecondaryRegions = [] } });
        }

        if (placement.ActiveActive)
        {
            yield return new Edit(SheetPaths.ActiveActive, false, bound => bound with { Placement = bound.Placement with { ActiveActive = false } });
        }

        if (sheet is { Application.Stateless: false, Data.Cache: not null })
        {
            yield return new Edit("application.stateless", true, bound => bound with { Application = bound.Application with { Stateless = true } });
        }

        if (relational is { Service: not RelationalService.Auto })
        {
            yield return new Edit("data.relational.service", "auto", bound => bound with { Data = bound.Data with { Relational = bound.Data.Relational! with { Service = RelationalService.Auto } } });
        }
    }

    /// <summary>Null where the portal cannot build the sheet without the bound.</summary>
    private static Chooser? Without(PlanningInput input, Func<RequestSheet, RequestSheet> edit)
    {
        var without = PlanningInput.Of(edit(input.Sheet), input.Facts);
        return Scope.Refusals(without).Count == 0 ? Chooser.Of(without) : null;
    }
}
