using System.Globalization;
using System.Text.Json.Nodes;
using Portal.Domain.Costs;
using Portal.Domain.Planning.Policies;
using Portal.Domain.Planning.Search.Refusals;
using Portal.Domain.Requests;

namespace Portal.Domain.Planning.Search;

/// <summary>Something the sheet asks that a design can miss.</summary>
/// <param name="Path">The field.</param>
/// <param name="Missed">By how much a promise misses it (<c>99.9300 &lt; 99.9990</c>), null where it is met.</param>
/// <param name="Relaxed">What to write into the sheet so that a design with this promise meets it; null as value: leave the field out.</param>
/// <param name="Distance">How far the promise is from it, relative to what is asked, to name the best that can be had.</param>
public sealed record Requirement(string Path, Func<Promise, string?> Missed, Func<Promise, IEnumerable<KeyValuePair<string, JsonNode?>>> Relaxed, Func<Promise, decimal> Distance)
{
    /// <summary>As <see cref="Missed"/>, without its words.</summary>
    public required Func<Promise, bool> IsMetBy { get; init; }

    public bool IsBudget => Path == SheetPaths.BudgetLimit;

    /// <summary>Everything that this sheet asks of a design, in the sheet's order.</summary>
    public static IReadOnlyList<Requirement> Of(RequestSheet sheet) =>
    [
        Sla(sheet.Availability.SlaPercent),
        Limit(sheet.Budget.MonthlyUsd),
        .. LossRequirement.Of(SheetPaths.ZoneLoss, "zone loss", sheet.Recovery.Zone, promise => promise.Zone, isOptional: true),
        .. LossRequirement.Of(SheetPaths.Corruption, "corruption", sheet.Recovery.Corruption, promise => promise.Corruption, isOptional: true),
        .. LossRequirement.Of(SheetPaths.RegionLoss, "region loss", sheet.Recovery.Region, promise => promise.Region, isOptional: false),
        .. ProgrammeRequirement.Of(StagePolicy.Of(sheet)),
        .. sheet.Traffic.LatencyMs is { } latency ? new[] { RoundTrip(latency) } : [],
        .. sheet.Budget.Purchase == Purchase.OnDemand ? new[] { Uncommitted } : [],
    ];

    private static Requirement Sla(decimal percent) => new(
        SheetPaths.Sla,
        promise => promise.FloorPercent >= percent ? null : string.Create(CultureInfo.InvariantCulture, $"floor {promise.FloorPercent:0.0000} < {Exact(percent)}"),
        promise => [new(SheetPaths.Sla, promise.FloorPercent)],
        promise => Math.Max(0, percent - promise.FloorPercent) / (100.0001m - percent))
    {
        IsMetBy = promise => promise.FloorPercent >= percent,
    };

    /// <summary>Four decimals, as a floor has, or as many as the sheet says: 99.9999999 is not 100.</summary>
    private static string Exact(decimal percent) => percent.ToString($"F{Math.Max(4, (int)percent.Trimmed().Scale)}", CultureInfo.InvariantCulture);

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
}
