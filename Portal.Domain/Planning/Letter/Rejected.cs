using Portal.Domain.Planning.Document;
using Portal.Domain.Planning.Search.Topics;

namespace Portal.Domain.Planning.Letter;

/// <summary>What else there was: each row is the cheapest whole design with that option forced.</summary>
internal static class Rejected
{
    public static void Write(Markdown page, Plan plan)
    {
        page.Section("What was rejected");
        page.Table(
            ["instead of", "the cheapest design with", "a month", "floor", "was rejected, since it"],
            plan.Decisions.SelectMany(decision => decision.Alternatives.Select(alternative => (IReadOnlyList<string>)
                [$"{decision.Topic}: {decision.Chosen}", alternative.Option, $"{alternative.MonthlyUsd}", FormattableString.Invariant($"{alternative.FloorPercent:0.0000} %"), alternative.Misses ? "misses: " + alternative.Rejected : alternative.Rejected])));
    }
}
