using Portal.Domain.Costs;
using Portal.Domain.Planning.Search.Regions;
using Portal.Domain.Planning.Search.Tiers;

namespace Portal.Domain.Planning.Search.Refusals;

/// <summary>A conflict in sentences: what cannot be had together, and what of the sheet, the portal or the money is in the way.</summary>
internal sealed class ConflictText(PlanningInput input, Chooser chooser, IReadOnlyList<Requirement> conflict)
{
    /// <param name="inTheWay">The bounds without which there were no conflict.</param>
    /// <param name="named">The cheapest design with a domain, where one would help.</param>
    /// <param name="regions">Those that would be near enough to everybody, where they are more than a domain leads to.</param>
    public string Of(IReadOnlyList<string> inTheWay, Design? named, IReadOnlyList<string> regions) =>
        string.Join(' ', new[] { Why(), Spent(), inTheWay.Contains(SheetPaths.Domain) ? Nameless(named) : "", inTheWay.Contains(SheetPaths.Residency) ? Confined() : "", Uncertified(), TooMany(regions) }.Where(sentence => sentence.Length > 0));

    private string Why() => conflict.Count == 1
        ? $"No design reaches {conflict[0].Path}."
        : $"No design meets {string.Join(", ", conflict.SkipLast(1).Select(requirement => requirement.Path))} and {conflict[^1].Path} together.";

    /// <summary>Without a name of the environment's own nothing can lead users to another region but people.</summary>
    private string Nameless(Design? named)
    {
        var (leads, would) = conflict.Any(requirement => requirement.Path == SheetPaths.Latency)
            ? ($"all requests go to {input.Region}", "names lead each to the nearest of several regions")
            : ("people have to lead users to the other region", "health checks do");
        return $"No domain is given ({SheetPaths.Domain}), so {leads}; with one, {would}{(named is null ? "" : $", from {named.Monthly} a month")}.";
    }

    private string Confined() => SecondRegions.Allowed(input.Sheet, input.Facts).Count > 0 ? "" : $"{SheetPaths.Residency} ({string.Join(", ", input.Sheet.Placement.Residency)}) leaves no region but {input.Region}.";

    /// <summary>Where a programme asks for TLS, the one certificate that the sheet names keeps every second region out.</summary>
    private string Uncertified() =>
        conflict.Any(requirement => requirement.Path == SheetPaths.Compliance) && input.Policy.EncryptsEntries && FrontOption.Names.Of(input) is null && input.Sheet.Dns?.Certificate is not null
            ? $"The certificate serves {input.Region} only ({SheetPaths.Certificate}), and a programme asks for TLS; with a domain ({SheetPaths.Domain}) another region gets a certificate of its own."
            : "";

    /// <summary>It is the portal's limit that is in the way, and not the distances.</summary>
    private static string TooMany(IReadOnlyList<string> regions) => regions.Count == 0 ? "" : $"Near enough to everybody are only {string.Join(", ", regions)} together, and a domain leads to at most {FrontAxis.MostRegions} regions.";

    /// <summary>Which designs a budget is held against: those that meet all else of the conflict.</summary>
    public static string Rest(IReadOnlyList<Requirement> conflict) => conflict.Where(requirement => !requirement.IsBudget).Select(requirement => requirement.Path).ToList() switch
    {
        [] => "of all",
        [var one] => $"that meets {one}",
        [.. var first, var last] => $"that meets {string.Join(", ", first)} and {last}",
    };

    /// <summary>
    /// What the cheapest costs that meets the rest of the conflict, as the proof has it, and what the cheapest costs that meets everything but the budget; where the money of the latter goes, or of the former where nothing meets everything else.
    /// </summary>
    private string Spent()
    {
        if (!conflict.Any(requirement => requirement.IsBudget) || chooser.Best(Choice.Free, [.. conflict.Where(requirement => !requirement.IsBudget)]) is not { } least)
        {
            return "";
        }

        var asked = chooser.Best(Choice.Free, chooser.Hard);
        var cheapest = $"The cheapest {Rest(conflict)}, {least.Label()}, costs {least.Monthly}";
        return asked is null || asked.Monthly == least.Monthly ? $"{(asked is null ? cheapest : Everything(asked))}{Services(asked ?? least)}." : $"{cheapest}. {Everything(asked)}{Services(asked)}.";
    }

    private static string Everything(Design asked) => $"The cheapest that meets everything else, {asked.Label()}, costs {asked.Monthly}";

    private static string Services(Design design)
    {
        const int MostServices = 4;
        var services = design.Lines.GroupBy(line => line.Service).Select(group => (Service: group.Key, Monthly: group.Sum(line => line.MonthlyUsd))).OrderByDescending(service => service.Monthly).ToList();
        return $", which goes to {string.Join(", ", services.Take(MostServices).Select(service => $"{service.Service} {service.Monthly}"))}{(services.Count > MostServices ? $" and {services.Count - MostServices} more services" : "")}";
    }
}
