using Portal.Domain.Facts;
using Portal.Domain.Planning.Composing;
using Portal.Domain.Planning.Document;
using Portal.Domain.Planning.Search.Databases;
using Portal.Domain.Planning.Search.Regions;
using Portal.Domain.Requests;
using OperatingSystem = Portal.Domain.Requests.OperatingSystem;

namespace Portal.Domain.Planning;

/// <summary>What this version of the portal cannot build or price; nothing of a sheet is passed over in silence.</summary>
internal static class Scope
{
    /// <summary>The prices that every design needs.</summary>
    private static readonly (string Service, string Item)[] NeededPrices =
    [
        ("alb", "hour"), ("alb", "lcu"), ("nat-gateway", "hour"), ("nat-gateway", "data-processed"), ("public-ipv4", "in-use-or-idle"), ("ebs", "gp3-storage"),
        ("data-transfer", "inter-az-each-direction"), ("data-transfer", "internet-out-first-10tb"), ("cloudwatch", "logs-ingest"), ("cloudwatch", "logs-storage"),
        ("cloudwatch", "custom-metric-first-10k"), ("cloudwatch", "alarm-standard"), ("cloudwatch", "dashboard"), ("flow-logs", "vended-to-cloudwatch-first-10tb"), ("s3", "standard-storage-first-50tb"), ("s3", "put-copy-post-list"), ("kms", "customer-key"),
    ];

    /// <summary>A name has at most 253 characters (RFC 1035), of which <c>static.</c> takes seven.</summary>
    private const int LongestDomain = 246;

    public static IReadOnlyList<Refusal> Refusals(PlanningInput input) =>
        [.. Unsupported(input.Sheet, input.Facts), .. Unpriced(input.Sheet, input.Facts), .. UnpricedElsewhere(input.Sheet, input.Facts)];

    private static IEnumerable<Refusal> Unsupported(RequestSheet sheet, AwsFacts facts) =>
        Demands(sheet, facts).Where(demand => demand.Asked).Select(demand => new Refusal
        {
            Kind = RefusalKind.Unsupported,
            Requirements = [demand.Path],
            Why = demand.Why,
            Proof = $"{demand.Path} is asked for",
        });

    private static IEnumerable<(bool Asked, string Path, string Why)> Demands(RequestSheet sheet, AwsFacts facts)
    {
        var (traffic, data, application) = (sheet.Traffic, sheet.Data, sheet.Application);
        yield return (data.Relational?.ReadReplicas > DatabaseLayout.MostReaders, SheetPaths.ReadReplicas, $"The database modules hold at most {DatabaseLayout.MostReaders} read replicas.");
        foreach (var path in traffic.Exposure == Exposure.Internal ? new SheetPaths(sheet).StaticContent : [])
        {
            yield return (true, path, "Static content goes through CloudFront, which is public: in an internal environment the application serves its own.");
        }

        yield return (
            traffic.LatencyMs is not null && traffic.Audience.Keys.Any(place => Sizing.RoundTrip.Of(place, [sheet.Placement.PrimaryRegion]) is null),
            SheetPaths.Audience,
            $"No AWS region stands in {string.Join(", ", traffic.Audience.Keys.Where(place => Sizing.RoundTrip.Of(place, [sheet.Placement.PrimaryRegion]) is null).Order(StringComparer.Ordinal))} to judge round trips by.");
        yield return (sheet.Dns?.Domain?.Length > LongestDomain, SheetPaths.Domain, $"A domain takes at most {LongestDomain} characters, so that there is room for names below it.");
        yield return (application.Software.Port == 443, "application.software.port", "Port 443 of an instance belongs to the TLS proxy.");
    }

    private static IEnumerable<Refusal> Unpriced(RequestSheet sheet, AwsFacts facts)
    {
        var region = sheet.Placement.PrimaryRegion;
        if (sheet.Application.OperatingSystem == OperatingSystem.Windows)
        {
            yield return NoPrice("application.operatingSystem", "The price book has no Windows prices.", "no price for Windows");
        }

        if (sheet.Data.Relational?.Engine is DatabaseEngine.SqlServerStandard or DatabaseEngine.OracleSe2)
        {
            var engine = Wire.Name(sheet.Data.Relational.Engine);
            yield return NoPrice("data.relational.engine", $"The price book has no prices for {engine}.", $"no price for {engine}");
        }

        var missing = NeededPrices.Where(price => facts.FindPrice(price.Service, price.Item, region) is null).Select(price => $"{price.Service} {price.Item}").ToList();
        if (!facts.Instances.ContainsKey(region))
        {
            missing.Insert(0, "EC2 instances");
        }

        if (missing.Count > 0)
        {
            yield return NoPrice(SheetPaths.PrimaryRegion, $"The price book cannot price a design in {region}.", "no price for " + string.Join(", ", missing));
        }
    }

    /// <summary>Named regions are never replaced by others: all are needed to be active in all, one of them to survive the loss of the first.</summary>
    private static IEnumerable<Refusal> UnpricedElsewhere(RequestSheet sheet, AwsFacts facts)
    {
        var unpriced = SecondRegions.Unpriced(sheet, facts);
        var isNeeded = sheet.Placement.ActiveActive || (sheet.Recovery.Region is not null && unpriced.Count == sheet.Placement.SecondaryRegions.Count);
        return !isNeeded ? [] : unpriced.Select(region => NoPrice(SheetPaths.SecondaryRegions, $"The price book cannot price a design in {region}.", $"no price for a second region in {region}"));
    }

    private static Refusal NoPrice(string path, string why, string proof) => new() { Kind = RefusalKind.NoPrice, Requirements = [path], Why = why, Proof = proof };
}
