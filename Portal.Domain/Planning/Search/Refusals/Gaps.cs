using Portal.Domain.Planning.Document;
using Portal.Domain.Planning.Places;
using Portal.Domain.Planning.Search.Databases;
using Portal.Domain.Planning.Search.Tiers;
using Portal.Domain.Requests;
using Portal.Domain.Sizing;

namespace Portal.Domain.Planning.Search.Refusals;

/// <summary>Refusals where a tier has no option at all: what is asked is larger than anything on sale.</summary>
internal static class Gaps
{
    public static IReadOnlyList<Refusal> Of(PlanningInput input, SearchSpace space) =>
        !space.Reaches.Any() ? [input.Sheet.Dns?.Domain is null ? NoName(input) : NoSecondRegion(input)] :
        [.. space.Lacks(Tier.Front) ? new[] { FrontGaps.Of(input) } : [], .. space.Lacks(Tier.Fleet) ? new[] { Fleet(input) } : [], .. space.Lacks(Tier.Relational) ? new[] { Database(input, input.Sheet.Data.Relational!) } : [], .. DataGaps.Of(input, space)];

    /// <summary>Several active regions are asked for, and nothing would lead users to any but the first. An accelerator could, but the other regions would have no certificate.</summary>
    private static Refusal NoName(PlanningInput input) => new()
    {
        Kind = RefusalKind.Infeasible,
        Requirements = [SheetPaths.ActiveActive, SheetPaths.Domain],
        Why = $"Several active regions are asked for and no domain, so nothing leads users to any region but {input.Region}.{(Chooser.Of(PlanningInput.Of(Bounds.Named(input.Sheet), input.Facts)).Best() is { } named ? $" With a domain it costs {named.Monthly} a month or more." : "")}",
        Proof = "a load balancer's own name leads to 1 region < 2",
        RelaxTo = Ways(input),
    };

    /// <summary>Several active regions are asked for, and there is only one to have.</summary>
    private static Refusal NoSecondRegion(PlanningInput input) => new()
    {
        Kind = RefusalKind.Infeasible,
        Requirements = [SheetPaths.ActiveActive, "placement.residency"],
        Why = $"Several active regions are asked for, and beside {input.Region} the residency allows none that has prices and enough zones.",
        Proof = $"1 region of {string.Join(", ", input.Sheet.Placement.Residency.DefaultIfEmpty("anywhere"))} < 2",
        RelaxTo = Ways(input),
    };

    /// <summary>What can be had without each of the sheet's bounds.</summary>
    private static IReadOnlyList<Relaxation> Ways(PlanningInput input) => [.. Bounds.Of(input.Sheet).Select(edit => WayOut.Of(input.Sheet, input.Facts, edit)).OfType<Relaxation>()];

    /// <summary>The pool has no range left for the VPC of another region.</summary>
    public static Refusal Addresses(PlanningInput input, Design design) => new()
    {
        Kind = RefusalKind.Infeasible,
        Requirements = ["network.cidrPool"],
        Why = $"The pool has no free /{AddressPool.PrefixLength} for each region of the design.",
        Proof = $"{input.Sheet.Network.CidrPool} for {string.Join(", ", design.Reach.Live.Select(site => site.Region))}",
    };

    private static Refusal Fleet(PlanningInput input) => new()
    {
        Kind = RefusalKind.Infeasible,
        Requirements = [.. input.Paths.Peak, "application.memoryGbPerVcpu", "application.architectures"],
        Why = $"No instance type in {input.Region} carries the load with at most {FleetAxis.MostPerZone} instances a zone, which is what the addresses of a /20 allow.",
        Proof = $"{input.Workload.PeakRps / input.Workload.RpsPerVcpu:0.#} vCPU at peak",
    };

    private static Refusal Database(PlanningInput input, Relational database)
    {
        if (input.Sheet.Placement is { ActiveActive: true, SecondaryRegions.Count: >= RelationalAxes.MostRegions })
        {
            return new Refusal
            {
                Kind = RefusalKind.Unsupported,
                Requirements = ["placement.secondaryRegions"],
                Why = $"Relational data spans at most {RelationalAxes.MostRegions} regions: its password and its copy are made for one other.",
                Proof = $"{1 + input.Sheet.Placement.SecondaryRegions.Count} regions are asked for",
            };
        }

        var size = input.DatabaseClasses.Size;
        return database.Service == RelationalService.Rds && size.Volumes().Count == 0 ? Storage(input, size) : Class(input, database, size);
    }

    private static Refusal Storage(PlanningInput input, DatabaseSize size) => new()
    {
        Kind = RefusalKind.NoPrice,
        Requirements = [SheetPaths.Relational],
        Why = "Storage beyond the baseline of a gp3 volume has no price in the price book.",
        Proof = $"{size.NeededGb} GB with {size.NeededIops:0} I/O a second; the baseline is {input.Facts.Rules["rds-gp3-baseline"].High:0} up to {DatabaseSize.MaximumGb} GB",
    };

    private static Refusal Class(PlanningInput input, Relational database, DatabaseSize size)
    {
        var engine = input.DatabaseClasses.Engine(database.Service);
        var sold = input.Facts.Databases.GetValueOrDefault((input.Region, engine), []);
        return new Refusal
        {
            Kind = sold.Count == 0 ? RefusalKind.NoPrice : RefusalKind.Infeasible,
            Requirements = [SheetPaths.Relational],
            Why = sold.Count == 0 ? $"The price book has no {engine} in {input.Region}." : "No database class is large enough.",
            Proof = $"needs {size.NeededVcpu:0.##} vCPU and {database.Connections} connections; the largest class has {sold.Select(offer => offer.Class.Vcpu).DefaultIfEmpty(0).Max()} vCPU and {sold.Select(offer => Math.Floor(0.8m * size.MaxConnections(offer.Class))).DefaultIfEmpty(0).Max():0} usable connections",
        };
    }
}
