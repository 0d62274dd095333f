using System.Net;
using Portal.Domain.Facts;
using Portal.Domain.Planning.Composing;
using Portal.Domain.Planning.Search;
using Portal.Domain.Requests;

namespace Portal.Domain.Planning;

/// <summary>
/// The file to read first: a request sheet becomes a plan. Sheet → workload → candidates → evaluate → choose → compose → document.
/// The same sheet, addresses and facts give the same bytes; a valid sheet always gets an answer, if need be a refusal with reasons.
/// </summary>
public static class PlanPipeline
{
    /// <summary>The plan with all its files. <paramref name="vpcCidr"/> is the /20 that was reserved for the environment.</summary>
    public static PlanFolder Run(RequestSheet sheet, IPNetwork vpcCidr, AwsFacts facts)
    {
        var input = PlanningInput.Of(sheet, facts);
        var (refusals, design) = Decide(input);
        if (design is null)
        {
            return PlanFiles.Of(input, vpcCidr, Refused(sheet, refusals), []);
        }

        var stacks = Composer.Compose(input, design.Chosen, vpcCidr);
        return PlanFiles.Of(input, vpcCidr, design.Write(vpcCidr, stacks), stacks);
    }

    /// <summary>The same plan without stacks, files and digest, fast enough for each keystroke of the form.</summary>
    public static Plan Design(RequestSheet sheet, IPNetwork vpcCidr, AwsFacts facts)
    {
        var (refusals, design) = Decide(PlanningInput.Of(sheet, facts));
        return design is null ? Refused(sheet, refusals) : design.Write(vpcCidr, []);
    }

    private static (IReadOnlyList<Refusal> Refusals, PlanDocument? Design) Decide(PlanningInput input)
    {
        if (Scope.Refusals(input) is { Count: > 0 } outside)
        {
            return (outside, null);
        }

        var space = SearchSpace.Of(input);
        if (Gaps.Of(input, space) is { Count: > 0 } gaps)
        {
            return (gaps, null);
        }

        var chooser = new Chooser(space, Requirement.Of(input.Sheet));
        return chooser.Best() is { } chosen ? ([], new PlanDocument(input, space, chooser, chosen)) : (Conflicts.Of(chooser), null);
    }

    private static Plan Refused(RequestSheet sheet, IReadOnlyList<Refusal> refusals) =>
        new() { Name = sheet.Metadata.Name, Team = sheet.Metadata.Team, Digest = default, Feasible = false, Refusals = refusals };
}
