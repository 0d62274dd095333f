using System.Text.Json.Nodes;
using Portal.Domain.Requests;
using Portal.Domain.Resilience;

namespace Portal.Domain.Planning.Search;

/// <summary>What the sheet asks for one kind of loss: how much may be gone, and for how long.</summary>
internal static class LossRequirement
{
    /// <summary>What nothing at all counts as, where something is asked: more than any shortfall in numbers, the sum of all of them included (seconds over an objective of 0, dollars over the least budget).</summary>
    private const decimal Nothing = 1e20m;

    /// <param name="isOptional">Whether a promise of nothing means that there is nothing to lose.</param>
    public static IEnumerable<Requirement> Of(string path, string loss, Objective? objective, Func<Promise, RecoveryTime?> promised, bool isOptional)
    {
        if (objective is null)
        {
            yield break;
        }

        var (rpo, rto) = (Seconds(objective.Rpo), Seconds(objective.Rto));
        yield return new Requirement(
            path,
            promise => promised(promise) is { } time ? Overrun(loss, rpo, rto, time) : isOptional ? null : $"nothing survives a {loss}",
            promise => promised(promise) is { } time ? Relax(path, rpo, rto, time) : [new(path, null)],
            promise => promised(promise) is { } time ? Excess(time.RpoSeconds, rpo) + Excess(time.RtoSeconds, rto) : isOptional ? 0 : Nothing)
        {
            IsMetBy = promise => promised(promise) is { } time ? time.RpoSeconds <= rpo && time.RtoSeconds <= rto : isOptional,
        };
    }

    private static string? Overrun(string loss, long rpo, long rto, RecoveryTime promise)
    {
        var faults = new List<string>();
        if (promise.RpoSeconds > rpo)
        {
            faults.Add($"RPO after {loss} {promise.RpoSeconds} s > {rpo} s");
        }

        if (promise.RtoSeconds > rto)
        {
            faults.Add($"RTO after {loss} {promise.RtoSeconds} s > {rto} s");
        }

        return faults.Count == 0 ? null : string.Join(", ", faults);
    }

    private static IEnumerable<KeyValuePair<string, JsonNode?>> Relax(string path, long rpo, long rto, RecoveryTime promise)
    {
        if (promise.RpoSeconds > rpo)
        {
            yield return new(path + ".rpo", $"{promise.RpoSeconds}s");
        }

        if (promise.RtoSeconds > rto)
        {
            yield return new(path + ".rto", $"{promise.RtoSeconds}s");
        }
    }

    private static decimal Excess(long promised, long asked) => Math.Max(0, promised - asked) / (decimal)Math.Max(1, asked);

    private static long Seconds(TimeSpan span) => (long)span.TotalSeconds;
}
