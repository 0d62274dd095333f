using Portal.Domain.Requests;

namespace Portal.Domain.Sizing;

/// <summary>The open days of a week.</summary>
internal static class Weekdays
{
    private static readonly string[] Names = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

    /// <summary>First to last weekday, both included, as cron counts them: Sunday is 0; <c>sat-mon</c> are three days.</summary>
    public static IReadOnlyList<int> Of(BusinessHours hours)
    {
        var ends = Ends(hours);
        var count = ((ends[^1] - ends[0] + Names.Length) % Names.Length) + 1;
        return [.. Enumerable.Range(ends[0], count).Select(day => day % Names.Length).Order()];
    }

    public static int First(BusinessHours hours) => Ends(hours)[0];

    /// <summary><c>sun</c> of 0, and so on round the week.</summary>
    public static string Name(int day) => Names[(day + Names.Length) % Names.Length];

    private static int[] Ends(BusinessHours hours) => [.. hours.Days.Split('-').Select(day => Array.IndexOf(Names, day.Trim()))];

    /// <summary>The moment of each open day as a cron line: <c>0 7 * * 1,2,3,4,5</c>.</summary>
    /// <param name="ahead">How long before; it may be on the day before.</param>
    public static string Cron(BusinessHours hours, TimeOnly at, TimeSpan ahead = default)
    {
        var (time, days) = Moments(hours, at, ahead);
        return $"{time.Minute} {time.Hour} * * {string.Join(',', days)}";
    }

    /// <summary>The same as EventBridge Scheduler writes it: <c>0 7 ? * MON,TUE,WED,THU,FRI *</c> (https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html).</summary>
    public static string ScheduleCron(BusinessHours hours, TimeOnly at, TimeSpan ahead = default)
    {
        var (time, days) = Moments(hours, at, ahead);
        return $"{time.Minute} {time.Hour} ? * {string.Join(',', days.Select(day => Names[day].ToUpperInvariant()))} *";
    }

    private static (TimeOnly Time, IReadOnlyList<int> Days) Moments(BusinessHours hours, TimeOnly at, TimeSpan ahead)
    {
        var time = at.Add(-ahead, out var dayShift);
        return (time, [.. Of(hours).Select(day => (day + dayShift + Names.Length) % Names.Length).Order()]);
    }
}
