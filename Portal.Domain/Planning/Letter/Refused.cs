using System.Globalization;
using System.Text.Json.Nodes;
using Portal.Domain.Planning.Document;

namespace Portal.Domain.Planning.Letter;

/// <summary>Why it cannot be, and what can be had instead.</summary>
internal static class Refused
{
    public static void Write(Markdown page, Plan plan)
    {
        page.Paragraph($"This cannot be built as asked.");
        foreach (var refusal in plan.Refusals)
        {
            page.Section($"{string.Join(" and ", refusal.Requirements)}");
            page.Line($"{refusal.Why} ({Wire.Name(refusal.Kind)}{(refusal.Proof.Length == 0 ? "" : $": {refusal.Proof}")})");
        }

        // The same ways lead out of every conflict: each of them changes enough for all.
        var ways = plan.Refusals.SelectMany(refusal => refusal.RelaxTo).DistinctBy(way => (way.MonthlyUsd, way.FloorPercent, string.Join(' ', way.Change.Select(Change)))).ToList();
        if (ways.Count == 0)
        {
            return;
        }

        page.Section("What can be had instead");
        page.Table(["with these lines of the sheet changed", "a month", "floor"], ways.Select(way => (IReadOnlyList<string>)
            [string.Join("; ", way.Change.Select(Change)), $"{way.MonthlyUsd}", string.Create(CultureInfo.InvariantCulture, $"{way.FloorPercent:0.0000} %")]));
    }

    private static string Change(KeyValuePair<string, JsonNode?> change) => change.Value is null ? $"`{change.Key}` left out" : $"`{change.Key}: {change.Value}`";
}
