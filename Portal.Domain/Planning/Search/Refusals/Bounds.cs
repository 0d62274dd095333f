using System.Text.Json.Nodes;
using Portal.Domain.Facts;
using Portal.Domain.Planning.Document;
using Portal.Domain.Requests;

namespace Portal.Domain.Planning.Search.Refusals;

/// <summary>
/// What keeps designs out of the search altogether, where a requirement only judges them: residency, named regions, active regions, sessions, a named service, no domain; and each store, whose copies are only as fast as its service makes them.
/// Whoever cannot be served within a bound is told that it is in the way.
/// </summary>
internal sealed class Bounds
{
    private readonly IReadOnlyList<(Edit Edit, Chooser Chooser)> freed;
    private readonly IReadOnlyList<(Edit Edit, Chooser Chooser)> emptied;
    private readonly Chooser? named;

    public Bounds(PlanningInput input)
    {
        freed = Without(input, Of(input.Sheet));
        emptied = Without(input, Stores(input.Sheet));
        named = input.Sheet.Dns?.Domain is null ? Without(input, Named) : null;
    }

    /// <summary>The cheapest design that meets everything with a domain; null where one helps nothing, or is given.</summary>
    public Design? BestNamed => named?.Best();

    /// <summary>The bounds without which the conflict would be none. Every store costs money, so none is a bound where the budget is part of it.</summary>
    public IReadOnlyList<string> Of(IReadOnlyList<Requirement> conflict)
    {
        var paths = conflict.Select(requirement => requirement.Path).ToHashSet(StringComparer.Ordinal);
        bool IsNone(Chooser chooser) => chooser.Best(Choice.Free, [.. chooser.Requirements.Where(requirement => paths.Contains(requirement.Path))]) is not null;
        var bounds = conflict.Any(requirement => requirement.IsBudget) ? freed : freed.Concat(emptied);
        return [.. bounds.Where(bound => IsNone(bound.Chooser)).SelectMany(bound => bound.Edit.Changes).Select(change => change.Key).Distinct(), .. named is not null && IsNone(named) ? new[] { SheetPaths.Domain } : []];
    }

    /// <summary>For each bound without which everything can be met, the cheapest design.</summary>
    public IEnumerable<Relaxation> Ways() => Ways(freed);

    /// <summary>The same for each store that is in the way of one of the conflicts.</summary>
    public IReadOnlyList<Relaxation> WaysWithout(IEnumerable<IReadOnlyList<Requirement>> conflicts)
    {
        var inTheWay = conflicts.SelectMany(conflict => Of(conflict)).ToHashSet(StringComparer.Ordinal);
        return [.. Ways(emptied.Where(bound => bound.Edit.Changes.Any(change => inTheWay.Contains(change.Key))))];
    }

    private static IEnumerable<Relaxation> Ways(IEnumerable<(Edit Edit, Chooser Chooser)> bounds) =>
        from bound in bounds
        let best = bound.Chooser.Best()
        where best is not null
        select WayOut.Of(bound.Chooser, best, bound.Edit);

    /// <summary>The sheet with a domain. Which one only the team knows, so what it brings is said, and no such change is offered.</summary>
    public static RequestSheet Named(RequestSheet sheet) => sheet with { Dns = (sheet.Dns ?? new Dns()) with { Domain = "portal.example.com" } };

    /// <summary>The sheet without each of its bounds; residency first widened from a country to its group.</summary>
    public static IEnumerable<Edit> Of(RequestSheet sheet)
    {
        var (placement, relational) = (sheet.Placement, sheet.Data.Relational);
        if (RegionFacts.Find(placement.PrimaryRegion)?.DataResidency is { } group && placement.Residency.Count > 0 && !placement.Residency.Contains(group))
        {
            yield return new Edit(SheetPaths.Residency, new JsonArray(group), bound => bound with { Placement = bound.Placement with { Residency = [group] } });
        }

        if (placement.Residency.Count > 0)
        {
            yield return new Edit(SheetPaths.Residency, null, bound => bound with { Placement = bound.Placement with { Residency = [] } });
        }

        if (placement.SecondaryRegions.Count > 0)
        {
            yield return new Edit(SheetPaths.SecondaryRegions, null, bound => bound with { Placement = bound.Placement with { SecondaryRegions = [] } });
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

    /// <summary>The sheet without each of its stores.</summary>
    private static IEnumerable<Edit> Stores(RequestSheet sheet)
    {
        var data = sheet.Data;
        return new[]
        {
            data.Relational is null ? null : new Edit(SheetPaths.Relational, null, full => full with { Data = full.Data with { Relational = null } }),
            data.KeyValue is null ? null : new Edit(SheetPaths.KeyValue, null, full => full with { Data = full.Data with { KeyValue = null } }),
            data.Cache is null ? null : new Edit(SheetPaths.Cache, null, full => full with { Data = full.Data with { Cache = null } }),
            data.Objects is null ? null : new Edit(SheetPaths.Objects, null, full => full with { Data = full.Data with { Objects = null } }),
        }.OfType<Edit>();
    }

    /// <summary>Those of the edits that lead to a sheet which the portal can build.</summary>
    private static IReadOnlyList<(Edit, Chooser)> Without(PlanningInput input, IEnumerable<Edit> edits) =>
        [.. edits.Select(edit => (Edit: edit, Chooser: Without(input, edit.Apply))).Where(bound => bound.Chooser is not null).Select(bound => (bound.Edit, bound.Chooser!))];

    /// <summary>Null where the portal cannot build the sheet without the bound.</summary>
    private static Chooser? Without(PlanningInput input, Func<RequestSheet, RequestSheet> edit)
    {
        var without = PlanningInput.Of(edit(input.Sheet), input.Facts);
        return Scope.Refusals(without).Count == 0 ? Chooser.Of(without) : null;
    }
}
