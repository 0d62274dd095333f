using System.Globalization;
using System.Text.Json.Nodes;
using Portal.Domain.Costs;
using Portal.Domain.Requests;
using Portal.Domain.Resilience;

namespace Portal.Domain.Planning.Search;

/// <summary>Something the sheet asks that a design can miss.</summary>
/// <param name="Path">The field.</param>
/// <param name="Missed">By how much a design misses it (<c>99.9300 &lt; 99.9990</c>), null where it is met.</param>
/// <param name="Relaxed">What to write into the sheet so that this design meets it.</param>
/// <param name="Distance">How far the design is from it, relative to what is asked, to name the best that can be had.</param>
public sealed record Requirement(string Path, Func<Design, string?> Missed, Func<Design, IEnumerable<KeyValuePair<string, JsonNode?>>> Relaxed, Func<Design, decimal> Distance)
{
    public bool IsMetBy(Design design) => Missed(design) is null;

    /// <summary>Everything that this sheet asks of a design, in the sheet's order.</summary>
    public static IReadOnlyList<Requirement> Of(RequestSheet sheet)
    {
        var asked = new List<Requirement> { Sla(sheet.Availability.SlaPercent), Limit(sheet.Budget.MonthlyUsd) };
        AddLoss(asked, SheetPaths.ZoneLoss, "zone loss", sheet.Recovery.Zone, design => design.Zone);
        AddLoss(asked, SheetPaths.Corruption, "corruption", sheet.Recovery.Corruption, design => design.Corruption);
        return asked;
    }

    private static Requirement Sla(decimal percent) => new(
        SheetPaths.Sla,
        design => design.FloorPercent >= percent ? null : string.Create(CultureInfo.InvariantCulture, $"floor {design.FloorPercent:0.0000} < {percent:0.0000}"),
        design => [new(SheetPaths.Sla, design.FloorPercent)],
        design => (percent - design.FloorPercent) / (100.0001m - percent));

    private static Requirement Limit(Money budget) => new(
        SheetPaths.BudgetLimit,
        design => design.Monthly <= budget ? null : $"{design.Monthly} a month > {budget}",
        design => [new(SheetPaths.BudgetLimit, Math.Ceiling(design.Monthly.Usd))],
        design => (design.Monthly.Usd - budget.Usd) / Math.Max(1, budget.Usd));

    private static void AddLoss(List<Requirement> asked, string path, string loss, Objective? objective, Func<Design, RecoveryTime?> promise)
    {
        if (objective is not null)
        {
            asked.Add(new Requirement(path, design => Overrun(loss, objective, promise(design)), design => Relax(path, objective, promise(design)), design => Excess(objective, promise(design))));
        }
    }

    private static string? Overrun(string loss, Objective objective, RecoveryTime? promise)
    {
        var faults = new List<string>();
        if (promise?.RpoSeconds > objective.Rpo.TotalSeconds)
        {
            faults.Add($"RPO after {loss} {promise.RpoSeconds} s > {Seconds(objective.Rpo)} s");
        }

        if (promise?.RtoSeconds > objective.Rto.TotalSeconds)
        {
            faults.Add($"RTO after {loss} {promise.RtoSeconds} s > {Seconds(objective.Rto)} s");
        }

        return faults.Count == 0 ? null : string.Join(", ", faults);
    }

    private static IEnumerable<KeyValuePair<string, JsonNode?>> Relax(string path, Objective objective, RecoveryTime? promise)
    {
        if (promise?.RpoSeconds > objective.Rpo.TotalSeconds)
        {
            yield return new(path + ".rpo", $"{promise.RpoSeconds}s");
        }

        if (promise?.RtoSeconds > objective.Rto.TotalSeconds)
        {
            yield return new(path + ".rto", $"{promise.RtoSeconds}s");
        }
    }

    private static decimal Excess(Objective objective, RecoveryTime? promise) => promise is null
        ? 0
        : Excess(promise.RpoSeconds, Seconds(objective.Rpo)) + Excess(promise.RtoSeconds, Seconds(objective.Rto));

    private static decimal Excess(long promised, long asked) => Math.Max(0, promised - asked) / (decimal)Math.Max(1, asked);

    private static long Seconds(TimeSpan span) => (long)span.TotalSeconds;
}
