namespace Portal.Web.Components.Kit;

/// <summary>Instants and durations as people say them.</summary>
public static class TimeWords
{
    public static string Ago(DateTimeOffset at, DateTimeOffset now)
    {
        var since = now - at;
        return since switch
        {
            _ when since < TimeSpan.FromSeconds(-30) => "in " + Length(-since),
            _ when since < TimeSpan.FromSeconds(10) => "just now",
            _ when since < TimeSpan.FromDays(30) => Length(since) + " ago",
            _ => at.UtcDateTime.ToString("d MMM yyyy"),
        };
    }

    /// <summary>The largest unit that says enough: 45 s, 12 min, 3 h, 5 days.</summary>
    public static string Length(TimeSpan length) => length switch
    {
        { TotalSeconds: < 100 } => $"{Math.Round(length.TotalSeconds)} s",
        { TotalMinutes: < 100 } => $"{Math.Round(length.TotalMinutes)} min",
        { TotalHours: < 48 } => $"{Math.Round(length.TotalHours)} h",
        _ => $"{Math.Round(length.TotalDays)} days",
    };

    /// <summary>A promise, never rounded: 0, 30 s, 25 min, 1 h 5 min, 7 days.</summary>
    public static string Exact(long seconds)
    {
        if (seconds == 0)
        {
            return "0";
        }

        (long Count, string Unit)[] parts = [(seconds / 86400, seconds / 86400 == 1 ? "day" : "days"), (seconds / 3600 % 24, "h"), (seconds / 60 % 60, "min"), (seconds % 60, "s")];
        return string.Join(' ', parts.Where(p => p.Count > 0).Select(p => $"{p.Count} {p.Unit}"));
    }
}
