using Portal.Domain.Costs;
using Portal.Domain.Planning.Document;

namespace Portal.Domain.Planning.Letter;

/// <summary>Where the money goes.</summary>
internal static class Spending
{
    private const int MostServices = 8;
    private const int MostAssumptions = 5;

    public static void Write(Markdown page, Plan plan)
    {
        var cost = plan.Cost!;
        page.Section("What it costs");
        page.Table(["service", "a month", "of it to survive a loss"], Services(cost));
        page.Paragraph($"A whole month at full size would cost {cost.AtPeakUsd}.{Assumed(plan)}");
    }

    private static IEnumerable<IReadOnlyList<string>> Services(CostEstimate cost)
    {
        var services = cost.Lines.GroupBy(line => line.Service).Select(group => (Name: group.Key, Lines: group.ToList())).OrderByDescending(service => service.Lines.Sum(line => line.MonthlyUsd)).ToList();
        foreach (var service in services.Take(MostServices))
        {
            yield return Row(service.Name, service.Lines);
        }

        if (services.Count > MostServices)
        {
            yield return Row($"{services.Count - MostServices} more services", [.. services.Skip(MostServices).SelectMany(service => service.Lines)]);
        }

        yield return Row("**all**", cost.Lines);
    }

    private static IReadOnlyList<string> Row(string name, IReadOnlyList<CostLine> lines) => [name, $"{lines.Sum(line => line.MonthlyUsd)}", $"{lines.Sum(line => line.PremiumUsd)}"];

    private static string Assumed(Plan plan)
    {
        var largest = plan.Assumptions.Where(assumption => assumption.MonthlyUsd > Money.Zero).OrderByDescending(assumption => assumption.MonthlyUsd).Take(MostAssumptions).ToList();
        return largest.Count == 0 ? "" : FormattableString.Invariant($" What your sheet does not say was assumed; most depends on {string.Join(", ", largest.Select(assumption => FormattableString.Invariant($"{assumption.Id} = {assumption.Value:0.####} {assumption.Unit} ({assumption.MonthlyUsd})")))}.");
    }
}
