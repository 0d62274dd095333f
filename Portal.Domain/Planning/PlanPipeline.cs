using System.Net;
using Portal.Domain.Facts;
using Portal.Domain.Planning.Composing;
using Portal.Domain.Planning.Document;
using Portal.Domain.Planning.Places;
using Portal.Domain.Planning.Search;
using Portal.Domain.Planning.Search.Refusals;
using Portal.Domain.Planning.Search.Regions;
using Portal.Domain.Requests;

namespace Portal.Domain.Planning;

/// <summary>
/// The file to read first: a request sheet becomes a plan. Sheet → workload → candidates → evaluate → choose → compose → document.
/// The same sheet, addresses and facts give the same bytes; a valid sheet always gets an answer, if need be a refusal with reasons.
/// </summary>
public static class PlanPipeline
{
    /// <summary>The plan with all its files on the given first range and the ones that follow it in the pool.</summary>
    public static PlanFolder Run(RequestSheet sheet, IPNetwork first, AwsFacts facts) => Run(sheet, VpcAddresses.Of(sheet, first), facts);

    /// <summary>The plan with all its files. Of <paramref name="addresses"/> it uses one for each region with servers, in their order; those it leaves change nothing.</summary>
    /// <param name="sheet">The request.</param>
    /// <param name="addresses">What its VPCs may use.</param>
    /// <param name="facts">Prices, offers and times of AWS.</param>
    /// <param name="hasBaseline">Whether the account was onboarded with the baseline, whose boundary every role then carries; it changes the templates only, not the design.</param>
    public static PlanFolder Run(RequestSheet sheet, VpcAddresses addresses, AwsFacts facts, bool hasBaseline = false)
    {
        var input = PlanningInput.Of(sheet, facts) with { HasBaseline = hasBaseline };
        var (refusals, design) = Decide(input, addresses);
        if (design is null)
        {
            return PlanFiles.Of(input, addresses, Refused(sheet, refusals), []);
        }

        var stacks = Composer.Compose(input, design.Chosen, addresses);
        return PlanFiles.Of(input, addresses, design.Write(addresses, stacks), stacks);
    }

    /// <summary>The same design on the given first range and the ones that follow it in the pool.</summary>
    public static Plan Design(RequestSheet sheet, IPNetwork first, AwsFacts facts) => Design(sheet, VpcAddresses.Of(sheet, first), facts);

    /// <summary>The same plan without stacks, files and digest, fast enough for each keystroke of the form.</summary>
    public static Plan Design(RequestSheet sheet, VpcAddresses addresses, AwsFacts facts)
    {
        var (refusals, design) = Decide(PlanningInput.Of(sheet, facts), addresses);
        return design is null ? Refused(sheet, refusals) : design.Write(addresses, []);
    }

    /// <summary>What each alternative that the plan shows would build; nothing where the sheet is refused.</summary>
    public static IEnumerable<AlternativePlan> Alternatives(RequestSheet sheet, VpcAddresses addresses, AwsFacts facts) =>
        Decide(PlanningInput.Of(sheet, facts), addresses).Design?.Alternatives(addresses) ?? [];

    private static (IReadOnlyList<Refusal> Refusals, PlanDocument? Design) Decide(PlanningInput input, VpcAddresses addresses)
    {
        if (Scope.Refusals(input) is { Count: > 0 } outside)
        {
            return (Outside.Of(input, outside), null);
        }

        var chooser = Chooser.Of(input);
        if (chooser.Best() is { } chosen)
        {
            return Chosen(input, chooser, chosen, addresses);
        }

        // What the usual second regions cannot do, another may: nothing is refused before all were tried.
        var everywhere = input.Everywhere;
        if (everywhere.SecondRegions.Count > input.SecondRegions.Count && Chooser.Of(everywhere) is var wider && wider.Best() is { } found)
        {
            return Chosen(everywhere, wider, found, addresses);
        }

        return (Gaps.Of(input, chooser.Space) is { Count: > 0 } gaps ? gaps : Conflicts.Of(input, chooser), null);
    }

    private static (IReadOnlyList<Refusal> Refusals, PlanDocument? Design) Chosen(PlanningInput input, Chooser chooser, Design design, VpcAddresses addresses)
    {
        if (design.Reach.Live.Count() <= addresses.Blocks.Count)
        {
            return ([], new PlanDocument(input, chooser, design));
        }

        // A dearer design may do with fewer ranges.
        var fewer = new Chooser(chooser.Space.Within(addresses.Blocks.Count), chooser.Requirements);
        return fewer.Best() is { } other ? ([], new PlanDocument(input, fewer, other)) : ([AddressGap.Of(input, chooser, design, fewer)], null);
    }

    private static Plan Refused(RequestSheet sheet, IReadOnlyList<Refusal> refusals) =>
        new() { Name = sheet.Metadata.Name, Team = sheet.Metadata.Team, Digest = default, Feasible = false, Refusals = [.. refusals.Select(refusal => refusal with { RelaxTo = [.. refusal.RelaxTo.Where(WayOut.IsWritable)] })] };
}
