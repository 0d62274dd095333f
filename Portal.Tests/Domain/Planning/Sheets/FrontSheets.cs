using Portal.Domain.Requests;

namespace Portal.Tests.Domain.Planning.Sheets;

/// <summary>Edits to the default sheet for what stands before the load balancer.</summary>
internal static class FrontSheets
{
    private const string Certificate = """dns: { certificate: "arn:aws:acm:eu-central-1:111122223333:certificate/0f1e2d3c-4b5a-6978-8695-a4b3c2d1e0f0" }""";

    /// <summary>A database would need a second region of its own; these tests are about the way there.</summary>
    public static readonly (string, string) NoData = ("data:\n  relational: { engine: postgresql, sizeGb: 50, readsPerSecond: 200, writesPerSecond: 40, connections: 100 }\n", "");

    public static readonly (string, string) Domain = Dns("{ domain: shop.example.com }");

    public static (string, string) Dns(string dns) => (Certificate, "dns: " + dns);

    public static (string, string) Traffic(string field) => ("meanRps: 50", "meanRps: 50\n  " + field);

    public static (string, string) In(string region) => ("primaryRegion: eu-central-1", "primaryRegion: " + region);

    public static (string, string) RegionLoss(string objective) => ("recovery:\n", $"recovery:\n  region: {objective}\n");

    /// <summary>The same under a name of its own, with a zone and certificates that are made: what leads users to several regions.</summary>
    public static RequestSheet Named(RequestSheet sheet) => sheet with { Dns = new Dns { Domain = "shop.example.com", HostedZone = Portal.Domain.Requests.Dns.Create, Certificate = Portal.Domain.Requests.Dns.Create } };

    /// <summary>Users on two continents who wait for no answer from the other one.</summary>
    public static RequestSheet FarShop() => Sheet(("monthlyUsd: 2000", "monthlyUsd: 90000"), Domain, Traffic("audience: { EU: 50, US: 50 }\n  latencyMs: 60"));

    public static RequestSheet Sheet(params (string, string)[] edits) => Make.ProductionSheet(edits);
}
