using Portal.Domain.Costs;
using Portal.Domain.Requests;

namespace Portal.Domain.Sizing;

/// <summary>
/// The static content that users fetch, growth of one year included like the application's requests (<see cref="Workload"/>). What the sheet leaves out is zero (contract, defaults): neither bytes nor requests follow
/// from the other, or whoever says less would pay for what the other makes.
/// </summary>
/// <param name="GbPerMonth">Bytes to users.</param>
/// <param name="Requests">A month.</param>
/// <param name="OriginRequests">Those of them that the CDN has to ask the bucket for.</param>
/// <param name="PeakRps">Requests a second in the busiest minute; zero where the sheet does not say.</param>
public sealed record StaticTraffic(decimal GbPerMonth, decimal Requests, decimal OriginRequests, decimal PeakRps)
{
    /// <summary>What an image, script or style sheet weighs in the mean, as a planning estimate: tells people what one of the fields may be where they gave the other.</summary>
    public const decimal UsualObjectKb = 50;

    private const decimal KbPerGb = 1_000_000;

    /// <summary>Requests a second, averaged over the month, that the bytes would make in objects of the usual size.</summary>
    public decimal UsualRps => GbPerMonth * KbPerGb / UsualObjectKb / Month.Seconds;

    /// <summary>GB a month that the requests would make of them.</summary>
    public decimal UsualGb => Requests * UsualObjectKb / KbPerGb;

    /// <summary>Whether the sheet asks for static content at all.</summary>
    public static bool IsAsked(RequestSheet sheet) => sheet.Traffic is { StaticGbPerMonth: > 0 } or { EdgePeakRps: > 0 } or { EdgeMeanRps: > 0 } || sheet.Data.Objects is { PublicStatic: true };

    public static StaticTraffic Of(RequestSheet sheet)
    {
        var traffic = sheet.Traffic;
        var growth = 1 + (traffic.AnnualGrowthPercent / 100);
        var requests = traffic.EdgeMeanRps * Month.Seconds * growth;
        return new StaticTraffic(traffic.StaticGbPerMonth * growth, requests, requests * (100 - traffic.CacheablePercent) / 100, traffic.EdgePeakRps * growth);
    }
}
