using Portal.Domain.Requests;

namespace Portal.Tests.Domain.Planning.Sheets;

/// <summary>The default sheet in production, with another database and other losses to survive.</summary>
internal static class RelationalSheets
{
    private const string Database = "{ engine: postgresql, sizeGb: 50, readsPerSecond: 200, writesPerSecond: 40, connections: 100 }";
    private const string Losses = "zone: { rpo: 5m, rto: 30m }\n  corruption: { rpo: 5m, rto: 1h }";

    public static RequestSheet With(string database, string losses = Losses, decimal sla = 99.9m, string placement = "primaryRegion: eu-west-1\n  residency: [EU]", decimal budget = 90_000) => Make.ProductionSheet(
        (Database, database),
        (Losses, losses),
        ("slaPercent: 99.9", FormattableString.Invariant($"slaPercent: {sla}")),
        ("primaryRegion: eu-central-1", placement),
        ("acm:eu-central-1", "acm:" + placement["primaryRegion: ".Length..].Split('\n')[0]),
        ("monthlyUsd: 2000", FormattableString.Invariant($"monthlyUsd: {budget}")));

    /// <summary>Scenario V1, a course platform: MySQL of 120 GB, 99.9, backups in another region.</summary>
    public static RequestSheet Courses() => Busy(With(
        "{ engine: mysql, sizeGb: 120, readsPerSecond: 400, writesPerSecond: 60 }",
        "zone: { rpo: 5m, rto: 30m }\n  corruption: { rpo: 5m, rto: 30m }\n  region: { rpo: 24h, rto: 24h }",
        budget: 3500), 800, 200, 40);

    /// <summary>Scenario V2, an internal wiki: PostgreSQL of 20 GB, 99.5, on weekdays.</summary>
    public static RequestSheet Wiki()
    {
        var sheet = Busy(With("{ engine: postgresql, sizeGb: 20 }", "zone: { rpo: 1h, rto: 8h }\n  corruption: { rpo: 24h, rto: 8h }", 99.5m, "primaryRegion: eu-central-1", 300), 15, 15m / 4, 20);
        return sheet with
        {
            Traffic = sheet.Traffic with { Exposure = Exposure.Internal, Pattern = TrafficPattern.BusinessHours, BusinessHours = new BusinessHours("mon-fri", new TimeOnly(8, 0), new TimeOnly(18, 0), "Europe/Berlin") },
        };
    }

    /// <summary>Scenario V3, a booking API: PostgreSQL of 300 GB, 99.99, a region lost without losing more than a minute, back within a quarter of an hour.</summary>
    public static RequestSheet Booking() => Busy(With(
        "{ engine: postgresql, sizeGb: 300, writesPerSecond: 400 }",
        "zone: { rpo: 0, rto: 2m }\n  region: { rpo: 1m, rto: 15m }",
        99.99m,
        budget: 15_000), 1500, 600, 50) with { Dns = new Dns { Domain = "booking.example.com", HostedZone = Dns.Create, Certificate = Dns.Create } };

    private static RequestSheet Busy(RequestSheet sheet, decimal peak, decimal mean, decimal perVcpu) => sheet with
    {
        Traffic = sheet.Traffic with { PeakRps = peak, MeanRps = mean },
        Application = sheet.Application with { RpsPerVcpu = perVcpu },
    };
}
