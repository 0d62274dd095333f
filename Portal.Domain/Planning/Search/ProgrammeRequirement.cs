using Portal.Domain.Planning.Policies;

namespace Portal.Domain.Planning.Search;

/// <summary>What the sheet's compliance programmes look for in the design itself.</summary>
internal static class ProgrammeRequirement
{
    public static IEnumerable<Requirement> Of(StagePolicy policy)
    {
        var looked = (policy.Redundant ? Shortfall.OneZone : Shortfall.None) | (policy.CopiesBackups ? Shortfall.NoCopies : Shortfall.None) | (policy.EncryptsEntries ? Shortfall.PlainHttp : Shortfall.None);
        if (looked == Shortfall.None)
        {
            yield break;
        }

        yield return new Requirement(
            SheetPaths.Compliance,
            promise => (promise.Lacks & looked) == 0 ? null : string.Join(", ", Words(promise.Lacks & looked)),
            _ => [new(SheetPaths.Compliance, null)],
            promise => Words(promise.Lacks & looked).Count())
        {
            IsMetBy = promise => (promise.Lacks & looked) == 0,
        };
    }

    private static IEnumerable<string> Words(Shortfall lacks)
    {
        if (lacks.HasFlag(Shortfall.OneZone))
        {
            yield return "something that serves stands in one zone alone";
        }

        if (lacks.HasFlag(Shortfall.NoCopies))
        {
            yield return "no copy of what is stored lies in another region";
        }

        if (lacks.HasFlag(Shortfall.PlainHttp))
        {
            yield return "a second region speaks plain HTTP";
        }
    }
}
