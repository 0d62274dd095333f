using Portal.Domain.Planning.Document;
using Portal.Domain.Planning.Places;
using Portal.Domain.Requests;

namespace Portal.Domain.Planning.Search.Refusals;

/// <summary>The pool has no range left for the VPC of another region.</summary>
internal static class AddressGap
{
    /// <param name="input">The sheet.</param>
    /// <param name="chooser">What found the design.</param>
    /// <param name="design">The design that has too few ranges.</param>
    /// <param name="fewer">The same over designs that have enough; none of them meets everything.</param>
    public static Refusal Of(PlanningInput input, Chooser chooser, Design design, Chooser fewer) => new()
    {
        Kind = RefusalKind.Infeasible,
        Requirements = ["network.cidrPool"],
        Why = $"The pool has no free /{AddressPool.PrefixLength} for each region of the design.",
        Proof = $"{input.Sheet.Network.CidrPool} for {string.Join(", ", design.Reach.Live.Select(site => site.Region))}",
        RelaxTo = [.. Pool(input, chooser, design), .. Regions(input, fewer)],
    };

    /// <summary>The same design in the platform's pool, where that is larger.</summary>
    private static IEnumerable<Relaxation> Pool(PlanningInput input, Chooser chooser, Design design)
    {
        var network = input.Sheet.Network with { CidrPool = Network.PlatformPool };
        return VpcAddresses.Free(network, [], new HashSet<System.Net.IPNetwork>())?.Blocks.Count >= design.Reach.Live.Count()
            ? [WayOut.Of(chooser, design, new Edit("network.cidrPool", null, sheet => sheet with { Network = network }))]
            : [];
    }

    /// <summary>The nearest design that has enough; where several active regions are asked for, without them.</summary>
    private static IEnumerable<Relaxation> Regions(PlanningInput input, Chooser fewer) => DesignSearch.Nearest(fewer.Space, Choice.Free, [], fewer.Requirements) is { } design
        ? [WayOut.Of(fewer, design)]
        : Bounds.Of(input.Sheet).Where(edit => edit.Changes[0].Key == SheetPaths.ActiveActive).Select(edit => WayOut.Of(input.Sheet, input.Facts, edit)).OfType<Relaxation>();
}
