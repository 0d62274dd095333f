using System.Globalization;
using Portal.Domain.Facts;

namespace Portal.Domain.Requests.Reading;

/// <summary>What the <c>format</c> words of the schema mean; those that JSON Schema does not define are the portal's own.</summary>
internal static class Formats
{
    private static readonly IReadOnlyList<string> RegionCodes = [.. RegionFacts.All.Select(region => region.Code)];

    /// <summary>What is wrong with the text under that format, or null.</summary>
    public static string? Fault(string? format, string text) => format switch
    {
        null => null,
        "date" => IsDate(text) ? null : $"must be a date of the calendar such as 2027-03-01, before 2100, not {Echo.Value(text)}",
        "time-zone" => TimeZoneFacts.Knows(text) ? null : $"must be an IANA time zone such as Europe/Dublin, not {Echo.Value(text)}",
        "duration-up-to-a-year" => Duration.TryParse(text, out var time) && time <= Duration.Longest ? null : "must be at most 366d",
        "aws-region" => RegionFacts.Find(text) is not null ? null : $"is {Echo.Value(text)}, not a known AWS region; the nearest is {Nearest.To(text, RegionCodes)}",
        "residency" => RegionFacts.Places.Contains(text) ? null : $"is {Echo.Value(text)}, not a known country or group; known are {string.Join(", ", RegionFacts.Places)}",
        "ipv4-network" => Cidr.Fault(text),
        _ => throw new InvalidOperationException($"request.schema.json names the unknown format {format}."),
    };

    private static bool IsDate(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && date.Year is >= 2000 and < 2100;
}
