using Portal.Domain.Requests;

namespace Portal.Domain.Sizing;

/// <summary>The open days of a week.</summary>
internal static class Weekdays
{
    private static readonly string[] Names = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

    /// <summary>First to last weekday, both included, as cron counts them: Sunday is 0; <c>sat-mon</c> are three days.</summary>
    public static IReadOnlyList<int> Of(BusinessHours hours)
    {
        var ends = hours.Days.Split('-').Select(day => Array.IndexOf(Names, day.Trim())).ToArray();
        var count = ((ends[^1] - ends[0] + Names.Length) % Names.Length) + 1;
        return [.. Enumerable.Range(ends[0], count).Select(day => day % Names.Length).Order()];
    }

    /// <summary>The moment of each open day as a cron line: <c>0 7 * * 1,2,3,4,5</c>.</summary>
    public static string Cron(BusinessHours hours, TimeOnly at) => $"{at.Minute} {at.Hour} * * {string.Join(',', Of(hours))}";
}
