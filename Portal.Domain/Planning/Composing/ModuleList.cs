using Portal.Domain.Planning.Document;
using Portal.Domain.Planning.Search;
using Portal.Domain.Planning.Search.Regions;
using Portal.Domain.Planning.Search.Tiers;

namespace Portal.Domain.Planning.Composing;

/// <summary>The modules that a design is made of, each with its region, producers before consumers.</summary>
internal static class ModuleList
{
    public static IEnumerable<(string Module, string Region)> Of(Design design) =>
    [
        .. design.Sites.SelectMany(site => Modules.Select(module => (module.Name, site, module.Applies)).Where(each => each.Applies(design, site)).Select(each => (each.Name, site.Region))),
        .. Accelerated.Where(module => module.Applies(design)).Select(module => (module.Name, Site.Accelerators.Region)),
        .. Global.Where(module => module.Applies(design)).Select(module => (module.Name, Site.Global.Region)),
    ];

    /// <summary>In the order of the catalogue (docs/templates.md).</summary>
    private static readonly IReadOnlyList<(string Name, Func<Design, Site, bool> Applies)> Modules =
    [
        (Planning.Modules.Foundation, (_, site) => site.Role != RegionRole.Witness),
        (Planning.Modules.Network, (_, site) => site.IsLive),
        (Planning.Modules.Security, (_, site) => site.IsLive),
        (Planning.Modules.Certificate, FrontModules.HasCertificate),
        (Planning.Modules.Firewall, FrontModules.HasFirewall),
        (Planning.Modules.Balancer, (_, site) => site.IsLive),
        (Planning.Modules.Relational, (design, site) => site.IsFirst && design.Relational is { Service: Requests.RelationalService.Rds }),
        (Planning.Modules.Aurora, (design, site) => site.IsFirst && design.Relational is { Service: Requests.RelationalService.Aurora }),
        (Planning.Modules.OfficeHours, (design, site) => site.IsFirst && design.Relational is { Stops: true }),
        (Planning.Modules.RelationalReplica, (design, site) => !site.IsFirst && design.Reach.TakesOver && design.Relational is { Service: Requests.RelationalService.Rds }),
        (Planning.Modules.AuroraSecondary, (design, site) => !site.IsFirst && design.Reach.TakesOver && design.Relational is { Service: Requests.RelationalService.Aurora }),
        (Planning.Modules.Table, (design, site) => site.IsFirst && design.Table is not null),
        (Planning.Modules.Cache, (design, site) => site.IsLive && design.Cache is not null),
        (Planning.Modules.StorageReplica, (design, site) => design.Objects?.Copy == site),
        (Planning.Modules.Storage, (design, site) => site.IsFirst && design.Objects is { IsPublic: false }),
        (Planning.Modules.StaticSite, FrontModules.HasSite),
        (Planning.Modules.Compute, (_, site) => site.IsLive),
        (Planning.Modules.VaultCopy, (design, site) => site == design.Ground.Backups?.CopiesTo),
        (Planning.Modules.Backup, (design, site) => site.IsFirst && design.Ground.Backups is not null),
        (Planning.Modules.Monitoring, (design, site) => site.IsLive && design.Ground.IsObserved),
        (Planning.Modules.MonitoringData, (design, site) => design.Ground.IsObserved && (site.IsLive ? KeepsData(design, site) : site == design.Objects?.Copy)),
    ];

    /// <summary>Whether anything of the data that a site keeps can be watched there.</summary>
    private static bool KeepsData(Design design, Site site) =>
        design.Relational is not null || design.Cache is not null || design.Table is not null || (design.Objects?.Copy is { } copy && (site.IsFirst || site == copy));

    /// <summary>What stands in us-west-2 whatever the regions of the design.</summary>
    private static readonly IReadOnlyList<(string Name, Func<Design, bool> Applies)> Accelerated =
    [
        (Planning.Modules.Accelerator, FrontModules.HasAccelerator),
        (Planning.Modules.MonitoringAccelerator, design => FrontModules.HasAccelerator(design) && design.Ground.IsObserved),
    ];

    /// <summary>What stands in us-east-1 whatever the regions of the design.</summary>
    private static readonly IReadOnlyList<(string Name, Func<Design, bool> Applies)> Global =
    [
        (Planning.Modules.HostedZone, FrontModules.HasZone),
        (Planning.Modules.Edge, FrontModules.HasEdge),
        (Planning.Modules.Fallback, FrontModules.HasFallback),
        (Planning.Modules.Shield, FrontModules.HasShield),
        (Planning.Modules.Dns, FrontModules.HasRecords),
        (Planning.Modules.MonitoringGlobal, design => design.Ground.IsObserved),
        (Planning.Modules.Cost, _ => true),
    ];
}
