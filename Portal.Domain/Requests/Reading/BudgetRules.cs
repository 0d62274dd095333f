using System.Globalization;

namespace Portal.Domain.Requests.Reading;

/// <summary>What <c>budget.officeHoursOnly</c> needs of other fields.</summary>
internal static class BudgetRules
{
    private const string OfficeHours = "budget.officeHoursOnly";
    private const string From = "traffic.businessHours.from";
    private const string To = "traffic.businessHours.to";

    /// <summary>Below it the daily backup of a stopped database finds no time that is open in summer and in winter; above it nothing has stopped before it starts again.</summary>
    private static readonly (TimeSpan Least, TimeSpan Most) Day = (TimeSpan.FromHours(3), TimeSpan.FromHours(22));

    public static IEnumerable<Problem> Check(SheetView sheet) => sheet.IsTrue(OfficeHours) ? [.. Needs(sheet), .. Purchase(sheet), .. Hours(sheet)] : [];

    /// <summary>All that is missing in one sentence, since the fault is one field's.</summary>
    private static IEnumerable<Problem> Needs(SheetView sheet)
    {
        string[] missing =
        [
            .. sheet.Text("metadata.stage") is "staging" or "production" ? ["staging and production are never stopped (set metadata.stage to development)"] : Array.Empty<string>(),
            .. !sheet.Has("traffic.pattern") || sheet.Text("traffic.pattern") is not (null or "business-hours") ? ["there are no hours to keep (set traffic.pattern to business-hours)"] : Array.Empty<string>(),
            .. sheet.Texts("compliance").Any() ? ["a programme watches at every hour (take compliance out)"] : Array.Empty<string>(),
        ];
        if (missing.Length > 0) yield return new(OfficeHours, $"cannot be had here: {string.Join(", ", missing)}; or leave officeHoursOnly out");
    }

    private static IEnumerable<Problem> Purchase(SheetView sheet)
    {
        if (sheet.Text("budget.purchase") is "savings-plan-1y" or "reserved-1y")
            yield return new("budget.purchase", "pays every hour of a year for what budget.officeHoursOnly stops: set on-demand, or leave officeHoursOnly out");
    }

    private static IEnumerable<Problem> Hours(SheetView sheet)
    {
        if (Time(sheet, From) is { } from && Time(sheet, To) is { } to && from < to && (to - from < Day.Least || to - from > Day.Most))
            yield return new(To, $"makes a day of {(to - from).TotalHours.ToString("0.##", CultureInfo.InvariantCulture)} hours, but budget.officeHoursOnly needs {Day.Least.TotalHours} to {Day.Most.TotalHours}, for its backup and to stop in: change the hours or leave officeHoursOnly out");
    }

    private static TimeOnly? Time(SheetView sheet, string path) => TimeOnly.TryParseExact(sheet.Text(path), "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
}
