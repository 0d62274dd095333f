using System.Globalization;
using System.Text.Json.Nodes;
using Portal.Domain.Costs;
using Portal.Domain.Planning.Policies;
using Portal.Domain.Planning.Search.Refusals;
using Portal.Domain.Requests;
using Portal.Domain.Resilience;

namespace Portal.Domain.Planning.Search;

/// <summary>Something the sheet asks that a design can miss.</summary>
/// <param name="Path">The field.</param>
/// <param name="Missed">By how much a promise misses it (<c>99.9300 &lt; 99.9990</c>), null where it is met.</param>
/// <param name="Relaxed">What to write into the sheet so that a design with this promise meets it; null as value: leave the field out.</param>
/// <param name="Distance">How far the promise is from it, relative to what is asked, to name the best that can be had.</param>
public sealed record Requirement(string Path, Func<Promise, string?> Missed, Func<Promise, IEnumerable<KeyValuePair<string, JsonNode?>>> Relaxed, Func<Promise, decimal> Distance)
{
    /// <summary>What nothing at all counts as, where something is asked: more than any shortfall in numbers.</summary>
    private const decimal Nothing = 1000;

    /// <summary>As <see cref="Missed"/>, without its words.</summary>
    public required Func<Promise, bool> IsMetBy { get; init; }

    public bool IsBudget => Path == SheetPaths.BudgetLimit;

    /// <summary>Everything that this sheet asks of a design, in the sheet's order.</summary>
    public static IReadOnlyList<Requirement> Of(RequestSheet sheet) =>
    [
        Sla(sheet.Availability.SlaPercent),
        Limit(sheet.Budget.MonthlyUsd),
        .. Loss(SheetPaths.ZoneLoss, "zone loss", sheet.Recovery.Zone, promise => promise.Zone, isOptional: true),
        .. Loss(SheetPaths.Corruption, "corruption", sheet.Recovery.Corruption, promise => promise.Corruption, isOptional: true),
        .. Loss(SheetPaths.RegionLoss, "region loss", sheet.Recovery.Region, promise => promise.Region, isOptional: false),
        .. Programmes(StagePolicy.Of(sheet)),
        .. sheet.Traffic.LatencyMs is { } latency ? new[] { RoundTrip(latency) } : [],
        .. sheet.Budget.Purchase == Purchase.OnDemand ? new[] { Uncommitted } : [],
    ];

    private static Requirement Sla(decimal percent) => new(
        SheetPaths.Sla,
        promise => promise.FloorPercent >= percent ? null : string.Create(CultureInfo.InvariantCulture, $"floor {promise.FloorPercent:0.0000} < {percent:0.0000}"),
        promise => [new(SheetPaths.Sla, promise.FloorPercent)],
        promise => Math.Max(0, percent - promise.FloorPercent) / (100.0001m - percent))
    {
        IsMetBy = promise => promise.FloorPercent >= percent,
    };

    /// <summary>A floor higher than this one.</summary>
    public static Requirement Above(decimal percent) => Sla(percent) with { IsMetBy = promise => promise.FloorPercent > percent };

    /// <summary>A price lower than this one.</summary>
    public static Requirement Below(Money price) => Limit(price) with { IsMetBy = promise => promise.Monthly < price };

    private static Requirement Limit(Money budget) => new(
        SheetPaths.BudgetLimit,
        promise => promise.Monthly <= budget ? null : $"{promise.Monthly} a month > {budget}",
        promise => [new(SheetPaths.BudgetLimit, Math.Ceiling(promise.Monthly.Usd))],
        promise => Math.Max(0, promise.Monthly.Usd - budget.Usd) / Math.Max(1, budget.Usd))
    {
        IsMetBy = promise => promise.Monthly <= budget,
    };

    private static Requirement RoundTrip(decimal asked) => new(
        SheetPaths.Latency,
        promise => promise.RoundTripMs <= asked ? null : string.Create(CultureInfo.InvariantCulture, $"median round trip {promise.RoundTripMs:0.#} ms > {asked:0.##} ms"),
        promise => [new(SheetPaths.Latency, Math.Ceiling(promise.RoundTripMs))],
        promise => Math.Max(0, promise.RoundTripMs - asked) / asked)
    {
        IsMetBy = promise => promise.RoundTripMs <= asked,
    };

    /// <summary>What is bought on demand is bound for no year, though it may cost more than a subscription.</summary>
    private static Requirement Uncommitted { get; } = new(
        SheetPaths.Purchase,
        promise => IsSubscribed(promise) ? "a subscription for a year, and the purchase is on demand" : null,
        _ => Edit.Commit.Changes,
        promise => IsSubscribed(promise) ? 1 : 0)
    {
        IsMetBy = promise => !IsSubscribed(promise),
    };

    private static bool IsSubscribed(Promise promise) => promise.Lacks.HasFlag(Shortfall.Subscription);

    /// <summary>What the sheet's compliance programmes look for in the design itself.</summary>
    private static IEnumerable<Requirement> Programmes(StagePolicy policy)
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

    /// <param name="isOptional">Whether a promise of nothing means that there is nothing to lose.</param>
    private static IEnumerable<Requirement> Loss(string path, string loss, Objective? objective, Func<Promise, RecoveryTime?> promised, bool isOptional)
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
