using System.Text;

namespace Portal.Web.Components.Requests;

/// <summary>A sheet to start from. Everything but name, team and cost center is taken over.</summary>
public sealed record Preset(string Key, string Title, string Words)
{
    public static IReadOnlyList<Preset> All { get; } =
    [
        new("try", "Try something out", "Development, one small database, gone by itself."),
        new("shop", "Web shop", "Production, 2,000 requests a second, PostgreSQL, 99.9."),
        new("courses", "Course platform", "Static content, MySQL, GDPR, copies in a second region."),
        new("wiki", "Internal wiki", "Reached from inside only, in business hours, PostgreSQL."),
        new("booking", "Booking over two regions", "99.99, back within a quarter of an hour when a region is lost."),
        new("telemetry", "Telemetry store", "Key-value data, 10,000 requests a second to it, 99.95."),
        new("campaign", "Campaign site", "Production, stateless, quiet but for a few hours."),
    ];

    /// <summary>YAML, from <c>Presets/</c>.</summary>
    public string Sheet
    {
        get
        {
            using var stream = typeof(Preset).Assembly.GetManifestResourceStream($"presets/{Key}.yaml") ?? throw new InvalidOperationException($"presets/{Key}.yaml is not embedded.");
            using var reader = new StreamReader(stream, Encoding.UTF8);
            return reader.ReadToEnd();
        }
    }
}
