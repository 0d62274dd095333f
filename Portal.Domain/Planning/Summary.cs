using System.Globalization;
using System.Text;
using Portal.Domain.Requests;

namespace Portal.Domain.Planning;

/// <summary>The plan as a short letter.</summary>
internal static class Summary
{
    public static string Of(RequestSheet sheet, Plan plan)
    {
        var letter = new StringBuilder();
        Line(letter, $"# {plan.Team}/{plan.Name}");
        Line(letter, $"");
        if (plan.Feasible)
        {
            Design(letter, plan);
        }
        else
        {
            Refusals(letter, plan);
        }

        Line(letter, $"");
        Line(letter, $"Prices are of the price book {plan.Cost?.PriceVersion ?? "at hand"}, without tax, for a month of 730 hours. Stage: {Wire.Name(sheet.Metadata.Stage)}. Digest: {plan.Digest.Abbreviated}.");
        return letter.ToString();
    }

    private static void Design(StringBuilder letter, Plan plan)
    {
        var (cost, availability, region) = (plan.Cost!, plan.Availability!, plan.Regions[0]);
        var servers = plan.Compute[0];
        Line(letter, $"What you asked for can be had in {region.Region} for **{cost.MonthlyUsd} a month**, {cost.BudgetUsd - cost.MonthlyUsd} below your budget of {cost.BudgetUsd}. Of that, {cost.ResiliencePremiumUsd} exist only to survive a loss. A month at full size costs {cost.AtPeakUsd}.");
        Line(letter, $"");
        Line(letter, $"- Servers: {servers.Desired} x {servers.InstanceType} on an ordinary day, up to {servers.Max}, over {Zones(servers.Max / servers.PerZone)}.");
        foreach (var database in plan.Database)
        {
            Line(letter, $"- Database: {Wire.Name(database.Engine)} on {database.InstanceClass}, {(database.MultiAz ? "with a standby in a second zone" : "one instance")}.");
        }

        foreach (var point in DataParts.Sentences(plan))
        {
            Line(letter, $"- {point}");
        }

        Line(letter, $"- Availability: what providers sign comes to {availability.FloorPercent:0.0000} % where {availability.TargetPercent:0.####} % is asked; the weakest link is the {availability.WeakestLink}.");
        if (availability is { ModelledPercent: { } modelled, Modes: [var worst, ..] })
        {
            Line(letter, $"- Expected, which nobody signs: {modelled:0.####} %, or {availability.Modes.Sum(mode => mode.MinutesAYear):0.#} minutes of lost requests a year; {worst.MinutesAYear:0.#} of them by {worst.Mode}. Bad releases of your own come on top: {availability.OwnReleaseMinutes:0} minutes.");
        }

        Line(letter, $"- After the loss of a zone: back within {plan.Recovery!.Zone!.RtoSeconds} s, at most {plan.Recovery.Zone.RpoSeconds} s of data lost.");
        if (plan.Recovery.Corruption is { } corruption)
        {
            Line(letter, $"- After a corruption: restored within {corruption.RtoSeconds} s, to a point at most {corruption.RpoSeconds} s before it.");
        }

        Section(letter, "Why it looks like this", plan.Decisions.Select(decision => $"{decision.Topic}: **{decision.Chosen}**. {decision.Why}{Instead(decision)}"));
        Section(letter, "What you should know", plan.Warnings.Select(warning => $"{warning.Text} ({warning.Requirement})"));
    }

    private static string Zones(int count) => count == 1 ? "one zone" : $"{count} zones";

    private static string Instead(Decision decision) => decision.Alternatives.Count == 0
        ? ""
        : $" Instead: {string.Join("; ", decision.Alternatives.Select(alternative => $"{alternative.Option} at {alternative.MonthlyUsd}, {alternative.Rejected}"))}.";

    private static void Refusals(StringBuilder letter, Plan plan)
    {
        Line(letter, $"This cannot be built as asked.");
        foreach (var refusal in plan.Refusals)
        {
            Line(letter, $"");
            Line(letter, $"**{string.Join(", ", refusal.Requirements)}** ({Wire.Name(refusal.Kind)}): {refusal.Why} Proof: {refusal.Proof}.");
            foreach (var relaxation in refusal.RelaxTo)
            {
                Line(letter, $"- {string.Join(", ", relaxation.Change.Select(change => $"`{change.Key}: {change.Value}`"))} would do: {relaxation.MonthlyUsd} a month, floor {relaxation.FloorPercent:0.0000} %.");
            }
        }
    }

    private static void Section(StringBuilder letter, string title, IEnumerable<string> points)
    {
        Line(letter, $"");
        Line(letter, $"## {title}");
        Line(letter, $"");
        foreach (var point in points)
        {
            Line(letter, $"- {point}");
        }
    }

    private static void Line(StringBuilder letter, FormattableString text) => letter.Append(text.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
