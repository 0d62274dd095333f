using Portal.Domain.Costs;
using Portal.Domain.Requests;

namespace Portal.Domain.Sizing;

/// <summary>The static content that users fetch, growth of one year included like the application's requests (<see cref="Workload"/>).</summary>
/// <param name="GbPerMonth">Bytes to users.</param>
/// <param name="Requests">A month.</param>
/// <param name="OriginRequests">Those of them that the CDN has to ask the bucket for.</param>
/// <param name="PeakRps">Requests a second in the busiest minute; zero where the sheet does not say.</param>
/// <param name="GbAssumed">Whether the bytes follow from requests and an assumed object size.</param>
/// <param name="RequestsAssumed">Whether the requests follow from bytes and an assumed object size.</param>
public sealed record StaticTraffic(decimal GbPerMonth, decimal Requests, decimal OriginRequests, decimal PeakRps, bool GbAssumed, bool RequestsAssumed)
{
    private const decimal KbPerGb = 1_000_000;

    /// <summary>Whether the sheet asks for static content at all.</summary>
    public static bool IsAsked(RequestSheet sheet) => sheet.Traffic is { StaticGbPerMonth: > 0 } or { EdgePeakRps: > 0 } or { EdgeMeanRps: > 0 } || sheet.Data.Objects is { PublicStatic: true };

    public static StaticTraffic Of(RequestSheet sheet)
    {
        var traffic = sheet.Traffic;
        var growth = 1 + (traffic.AnnualGrowthPercent / 100);
        var mean = traffic.EdgeMeanRps > 0 ? traffic.EdgeMeanRps : traffic.EdgePeakRps * Workload.DefaultMeanShare;
        var requests = mean * Month.Seconds * growth;
        var gb = traffic.StaticGbPerMonth * growth;
        var objectKb = UsageAssumptions.StaticObjectKb.Value;
        var (gbAssumed, requestsAssumed) = (gb == 0 && requests > 0, requests == 0 && gb > 0);
        var all = requestsAssumed ? gb * KbPerGb / objectKb : requests;
        return new StaticTraffic(
            gbAssumed ? requests * objectKb / KbPerGb : gb,
            all,
            all * (100 - traffic.CacheablePercent) / 100,
            traffic.EdgePeakRps * growth,
            gbAssumed,
            requestsAssumed);
    }
}
