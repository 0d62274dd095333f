using Portal.Domain.Planning.Search;
using Portal.Domain.Templates;

namespace Portal.Domain.Planning.Composing;

/// <summary>The modules that a design is made of, each with its region, producers before consumers.</summary>
internal static class ModuleList
{
    public static IEnumerable<(string Module, string Region)> Of(Design design) =>
        [.. design.Reach.Sites.SelectMany(site => Modules.Select(module => (module.Name, site, module.Applies)).Where(each => each.Applies(design, site)).Select(each => (each.Name, site.Region)))];

    /// <summary>In the order of the catalogue (docs/templates.md).</summary>
    private static readonly IReadOnlyList<(string Name, Func<Design, Site, bool> Applies)> Modules =
    [
        (Planning.Modules.Foundation, (design, site) => site.IsLive || design.Reach.Strategy == Strategy.BackupCopy),
        (Planning.Modules.Network, (_, site) => site.IsLive),
        (Planning.Modules.Security, (_, site) => site.IsLive),
        (Planning.Modules.Balancer, (_, site) => site.IsLive),
        (Planning.Modules.Relational, (design, site) => site.IsFirst && design.Relational is { Service: Requests.RelationalService.Rds }),
        (Planning.Modules.Aurora, (design, site) => site.IsFirst && design.Relational is { Service: Requests.RelationalService.Aurora }),
        (Planning.Modules.RelationalReplica, (design, site) => !site.IsFirst && design.Reach.TakesOver && design.Relational is { Service: Requests.RelationalService.Rds }),
        (Planning.Modules.AuroraSecondary, (design, site) => !site.IsFirst && design.Reach.TakesOver && design.Relational is { Service: Requests.RelationalService.Aurora }),
        (Planning.Modules.Compute, (_, site) => site.IsLive),
        (Planning.Modules.VaultCopy, (design, site) => site.Role == RegionRole.Backup),
    ];

    /// <summary>A refusal for each module that the design needs and <c>templates/</c> does not hold yet.</summary>
    public static IReadOnlyList<Refusal> Missing(Design design)
    {
        var known = TemplateCatalogue.Load().Select(module => module.Name).ToHashSet(StringComparer.Ordinal);
        return [.. Of(design).Select(each => each.Module).Distinct(StringComparer.Ordinal).Where(module => !known.Contains(module)).Select(module => new Refusal
        {
            Kind = RefusalKind.Unsupported,
            Requirements = [SheetPaths.Platform],
            Why = $"The design is planned and priced, but the template module {module} is not written yet.",
            Proof = $"templates/{module}.yaml is missing; the design is {design.Label()} for {design.Monthly} a month",
        })];
    }
}
