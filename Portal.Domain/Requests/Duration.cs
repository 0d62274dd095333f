using System.Globalization;
using System.Text.RegularExpressions;

namespace Portal.Domain.Requests;

/// <summary>How the contract writes lengths of time: <c>30s</c>, <c>5m</c>, <c>4h</c>, <c>7d</c> or <c>0</c>; whole numbers of one unit.</summary>
public static partial class Duration
{
    /// <summary>The longest that a sheet may ask for.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(366);

    private static readonly (string Unit, long Seconds)[] Units = [("d", 86_400), ("h", 3_600), ("m", 60), ("s", 1)];

    /// <summary>Seconds. What is longer counts as this long, since a span of time cannot hold 99999999d.</summary>
    private const long Century = 100L * 366 * 86_400;

    /// <summary>The shortest exact form: the largest unit that divides it.</summary>
    public static string Write(TimeSpan time)
    {
        var seconds = (long)time.TotalSeconds;
        if (seconds == 0) return "0";
        var (unit, length) = Units.First(candidate => seconds % candidate.Seconds == 0);
        return (seconds / length).ToString(CultureInfo.InvariantCulture) + unit;
    }

    public static bool TryParse(string text, out TimeSpan time)
    {
        time = default;
        if (text == "0") return true;
        if (!Shape().IsMatch(text)) return false;
        var seconds = long.Parse(text[..^1], CultureInfo.InvariantCulture) * Units.First(unit => unit.Unit == text[^1..]).Seconds;
        time = TimeSpan.FromSeconds(Math.Min(seconds, Century));
        return true;
    }

    [GeneratedRegex(@"\A[1-9][0-9]{0,7}[smhd]\z")]
    private static partial Regex Shape();
}
