using Portal.Domain.Facts;

namespace Portal.Domain.Planning.Composing;

/// <summary>When databases of a region are backed up and restarted: at night where they stand.</summary>
/// <param name="Hour">The first hour in UTC, always two past a multiple of four: backups at 0, 4, 8 and so on stay an hour away, as AWS Backup must from what RDS does
/// (https://docs.aws.amazon.com/aws-backup/latest/devguide/plan-options-and-configuration.html).</param>
internal sealed record QuietHours(int Hour)
{
    /// <summary>Of a night, on the clock of the place, from which four hours are looked at.</summary>
    private const int FirstLocal = 1;

    private const double DegreesAnHour = 15;

    /// <summary>Between two backups by the hour, on the day of both windows: none may begin from an hour before the first to the end of the second.</summary>
    public const int LongestGapHours = 4;

    /// <summary>The sun's time will do: no night's work needs the clock of a country, which some change twice a year.</summary>
    public static QuietHours Of(Region region)
    {
        var first = FirstLocal - (int)Math.Round(region.Longitude / DegreesAnHour);
        return new(Enumerable.Range(first + 24, 4).Select(hour => hour % 24).Single(hour => hour % 4 == 2));
    }

    public string BackupWindow => $"{Hour:00}:00-{Hour:00}:30";

    /// <param name="day">As RDS writes it, <c>sun</c>.</param>
    public string MaintenanceWindow(string day) => $"{day}:{Hour:00}:45-{day}:{Hour + 1:00}:15";

    /// <summary>Of the daily backup that AWS Backup makes, after the last window: always a multiple of four, so that it is one of those at 0, 4, 8 and so on, and none is made and copied beside them.</summary>
    public int DailyHour => (Hour + 2) % 24;
}
