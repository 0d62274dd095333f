using Portal.Domain.Facts;
using Portal.Domain.Planning;
using Portal.Domain.Planning.Places;
using Portal.Domain.Planning.Search.Tiers;
using Portal.Domain.Sizing;

namespace Portal.Domain.Costs;

/// <summary>CloudFront by the areas where the users are, the bucket behind it and its log. What the CDN fetches from AWS is free of transfer.</summary>
internal static class CdnCosts
{
    private const decimal GbPerTb = 1000;

    // The band edges of the price list, GB a month to one area: https://aws.amazon.com/cloudfront/pricing/pay-as-you-go/
    private static readonly PriceBand[] Bands =
    [
        new("internet-out-first-10tb", "first 10 TB", 10 * GbPerTb),
        new("internet-out-next-40tb", "next 40 TB", 50 * GbPerTb),
        new("internet-out-next-100tb", "next 100 TB", 150 * GbPerTb),
        new("internet-out-next-350tb", "next 350 TB", 500 * GbPerTb),
        new("internet-out-next-524tb", "next 524 TB", 1024 * GbPerTb),
        new("internet-out-next-4pb", "next 4 PB", 5120 * GbPerTb),
        new("internet-out-over-5pb", "over 5 PB", decimal.MaxValue),
    ];

    public static void Add(Bill bill, FrontKind kind)
    {
        if (!kind.Cdn)
        {
            return;
        }

        var input = bill.Input;
        var content = kind.HasStatic ? StaticTraffic.Of(input.Sheet) : new StaticTraffic(0, 0, 0, 0);
        var (dynamicGb, dynamicRequests) = kind.DynamicThroughCdn ? (OutboundCosts.DynamicGb(bill), bill.Load.MeanRps * Month.Seconds) : (0, 0);
        string[] because = [.. (kind.DynamicThroughCdn ? input.Paths.Mean : []).Union(kind.HasStatic ? input.Paths.StaticTraffic : []), .. input.Sheet.Traffic.Audience.Count > 0 ? [SheetPaths.Audience] : Array.Empty<string>()];
        foreach (var area in AudienceAreas.Of(input)!)
        {
            PriceBand.Add(bill, Bands, area.Share * (content.GbPerMonth + dynamicGb), band => input.Facts.FindPrice("cloudfront", band.Item, area.Area), band => Thing($"Out to users, {area.Label}, {band.Label}"), because, kind.DynamicThroughCdn ? UsageAssumptions.OfAnswers(input.Sheet.Traffic) : []);
            bill.Add(Thing($"HTTPS requests, {area.Label}"), area.Share * (content.Requests + dynamicRequests) / 10_000, Price(input, "https-requests", area.Area), because);
            bill.Add(Thing($"Requests' bytes to the origin, {area.Label}"), area.Share * dynamicRequests * UsageAssumptions.RequestKb.Value / 1e6m, Price(input, "origin-out", area.Area), because, 0, UsageAssumptions.RequestKb);
        }

        Log(bill, content.Requests + dynamicRequests, because);
        if (kind.HasStatic)
        {
            Bucket(bill, content);
        }
    }

    /// <summary>CloudFront writes no log into a region that an account has to switch on first.</summary>
    public static bool KeepsLog(PlanningInput input) => !input.Facts.Regions[input.Region].OptInRequired;

    private static void Log(Bill bill, decimal requests, IReadOnlyList<string> because)
    {
        if (KeepsLog(bill.Input))
        {
            var kept = requests * UsageAssumptions.ViewerLogBytesPerRequest.Value / 1e9m * bill.Input.Policy.LogRetentionDays / Month.Days;
            bill.Add(new BilledThing("Amazon S3", "Log of the CDN, storage", Modules.Foundation, "LogBucket"), kept, "s3", "standard-storage-first-50tb", because, 0, UsageAssumptions.ViewerLogBytesPerRequest);
        }
    }

    private static void Bucket(Bill bill, StaticTraffic content)
    {
        bill.Add(new BilledThing("Amazon S3", "Fetches of the CDN", Modules.StaticSite, "Bucket"), content.OriginRequests / 1000, "s3", "get-select-other", bill.Input.Paths.StaticTraffic);

        // Public objects are the static content; they and their size are billed with the objects.
        if (bill.Input.Sheet.Data.Objects is not { PublicStatic: true })
        {
            bill.Add(new BilledThing("Amazon S3", "Static content, storage", Modules.StaticSite, "Bucket"), UsageAssumptions.StaticSiteGb.Value, "s3", "standard-storage-first-50tb", bill.Input.Paths.StaticContent, 0, UsageAssumptions.StaticSiteGb);
        }
    }

    private static UnitPrice Price(PlanningInput input, string item, string area) => input.Facts.Price("cloudfront", item, area);

    private static BilledThing Thing(string item) => new("Amazon CloudFront", item, Modules.StaticSite, "Distribution");
}
