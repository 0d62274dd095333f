using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;

namespace Portal.Domain.Facts;

/// <summary>
/// The IANA Time Zone Database (facts/time-zones.json). A list and not the machine's zones, so that a sheet is
/// valid on every machine or on none, its plan the same on each, and a name never becomes a path.
/// </summary>
public static class TimeZoneFacts
{
    /// <summary>Of each zone how many minutes its clocks are ahead of UTC, at least and at most over the seasons.</summary>
    public static FrozenDictionary<string, (int Least, int Most)> MinutesEast { get; } = Load();

    public static bool Knows(string name) => MinutesEast.ContainsKey(name);

    private static FrozenDictionary<string, (int Least, int Most)> Load()
    {
        using var stream = typeof(TimeZoneFacts).Assembly.GetManifestResourceStream("facts/time-zones.json")
            ?? throw new InvalidOperationException("facts/time-zones.json is not embedded.");
        using var document = JsonDocument.Parse(stream);
        return document.RootElement.GetProperty("minutes_east").EnumerateObject()
            .SelectMany(group => group.Value.EnumerateArray().Select(name => (Name: name.GetString()!, Minutes: Minutes(group.Name))))
            .ToFrozenDictionary(zone => zone.Name, zone => zone.Minutes, StringComparer.Ordinal);
    }

    private static (int Least, int Most) Minutes(string text)
    {
        var parts = text.Split(' ');
        return (int.Parse(parts[0], CultureInfo.InvariantCulture), int.Parse(parts[1], CultureInfo.InvariantCulture));
    }
}
