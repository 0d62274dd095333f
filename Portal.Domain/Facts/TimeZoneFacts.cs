using System.Collections.Frozen;
using System.Text.Json;

namespace Portal.Domain.Facts;

/// <summary>
/// The names of the IANA Time Zone Database (facts/time-zones.json). A list and not the machine's zones, so that a sheet is
/// valid on every machine or on none, and a name never becomes a path.
/// </summary>
public static class TimeZoneFacts
{
    public static FrozenSet<string> Names { get; } = Load();

    private static FrozenSet<string> Load()
    {
        using var stream = typeof(TimeZoneFacts).Assembly.GetManifestResourceStream("facts/time-zones.json")
            ?? throw new InvalidOperationException("facts/time-zones.json is not embedded.");
        using var document = JsonDocument.Parse(stream);
        return document.RootElement.GetProperty("names").EnumerateArray().Select(name => name.GetString()!).ToFrozenSet(StringComparer.Ordinal);
    }
}
