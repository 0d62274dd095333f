using System.Globalization;
using Portal.Domain.Facts;
using Portal.Domain.Requests;
using Portal.Domain.Sizing;

namespace Portal.Domain.Planning.Composing;

/// <summary>
/// When a database that stops each night is backed up and maintained: in the first hour that it is open, in summer and in winter. RDS does neither while it is stopped, and chooses a time at night by itself
/// (https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_WorkingWithAutomatedBackups.html). Its windows are in UTC, half an hour at least, and may not overlap.
/// </summary>
public sealed class DatabaseWindows(BusinessHours open)
{
    private const int Minutes = 30;
    private const int Day = 24 * 60;

    /// <summary>Opening time in UTC where the clocks are least ahead; where they are most ahead it is later on the clock, and the day is long enough for that (<c>budget.officeHoursOnly</c>).</summary>
    private readonly int opening = (int)open.From.ToTimeSpan().TotalMinutes - TimeZoneFacts.MinutesEast[open.TimeZone].Least;

    /// <summary>Each day: <c>07:00-07:30</c>.</summary>
    public string Backup => $"{Clock(opening)}-{Clock(opening + Minutes)}";

    /// <summary>On the first open day of the week: <c>mon:07:30-mon:08:00</c>.</summary>
    public string Maintenance => $"{Moment(opening + Minutes)}-{Moment(opening + (2 * Minutes))}";

    private string Moment(int minute) => $"{Weekdays.Name(Weekdays.First(open) + (int)Math.Floor((decimal)minute / Day))}:{Clock(minute)}";

    private static string Clock(int minute)
    {
        var ofDay = ((minute % Day) + Day) % Day;
        return string.Create(CultureInfo.InvariantCulture, $"{ofDay / 60:00}:{ofDay % 60:00}");
    }
}
