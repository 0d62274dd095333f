using System.Globalization;

namespace Portal.Domain.Planning.Letter;

/// <summary>Numbers as people say them.</summary>
internal static class Spoken
{
    /// <summary><c>90 s</c>, <c>25 min</c>, <c>1 h 10 min</c>, <c>3 days</c>; rounded up from three minutes on, since it is a promise.</summary>
    public static string Duration(long seconds)
    {
        var minutes = (seconds + 59) / 60;
        return (seconds, minutes) switch
        {
            ( < 180, _) => $"{seconds} s",
            (_, < 60) => $"{minutes} min",
            (_, < 24 * 60) => minutes % 60 == 0 ? $"{minutes / 60} h" : $"{minutes / 60} h {minutes % 60} min",
            (_, 24 * 60) => "1 day",
            _ => string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(minutes / 14.4m) / 100:0.##} days"),
        };
    }

    /// <summary>What a loss takes along.</summary>
    public static string Lost(long seconds) => seconds == 0 ? "nothing" : $"at most {Duration(seconds)}";

    /// <summary>As it begins a sentence.</summary>
    public static string Sentence(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    public static string Count(int number, string noun) => number == 1 ? $"one {noun}" : $"{number} {noun}s";
}
