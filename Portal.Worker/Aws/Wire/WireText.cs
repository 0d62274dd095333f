using System.Globalization;

namespace Portal.Worker.Aws.Wire;

/// <summary>Values as text, as AWS writes them.</summary>
public static class WireText
{
    public static string Of(string value) => value;

    public static string Of(bool value) => value ? "true" : "false";

    public static string Of(int value) => value.ToString(CultureInfo.InvariantCulture);

    public static string Of(long value) => value.ToString(CultureInfo.InvariantCulture);

    public static string Of(float value) => value.ToString("R", CultureInfo.InvariantCulture);

    public static string Of(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    public static string Of(byte[] value) => Convert.ToBase64String(value);

    public static string Time(DateTimeOffset value, string format) => format switch
    {
        "iso8601" => value.UtcDateTime.ToString(value.UtcDateTime.Ticks % TimeSpan.TicksPerSecond == 0 ? "yyyy-MM-dd'T'HH:mm:ss'Z'" : "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture),
        "rfc822" => value.UtcDateTime.ToString("R", CultureInfo.InvariantCulture),
        "unixTimestamp" => Of(value.ToUnixTimeSeconds()),
        _ => throw new NotSupportedException($"timestamps as {format}"),
    };

    /// <summary>AWS writes instants as ISO 8601, as RFC 822 or as seconds since 1970, whatever the model says.</summary>
    public static DateTimeOffset ReadTime(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds)
            ? FromSeconds(seconds)
            : DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);
    }

    public static DateTimeOffset FromSeconds(double seconds) => DateTimeOffset.UnixEpoch.AddTicks((long)Math.Round((decimal)seconds * TimeSpan.TicksPerSecond));
}
