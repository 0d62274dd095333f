using Portal.Domain.Facts;
using Portal.Domain.Planning;
using Portal.Domain.Planning.Search.Regions;
using Portal.Domain.Planning.Search.Tiers;
using Portal.Domain.Requests;

namespace Portal.Domain.Costs;

/// <summary>
/// Objects with their older versions, requests, and the copies in a second region. Beyond 50 TB a month S3 gets cheaper; the price book knows the first step only, so large stores are priced high.
/// </summary>
internal static class ObjectsCosts
{
    /// <summary>How long a deleted or overwritten object can be brought back (templates/storage.yaml).</summary>
    public const int NoncurrentDays = 30;

    /// <summary>
    /// Copying within fifteen minutes comes with metrics at the price of custom ones: what failed is counted where the bucket lies; what is pending, in bytes and requests, and for how long where the copy does.
    /// https://docs.aws.amazon.com/AmazonS3/latest/userguide/repl-metrics.html
    /// </summary>
    private const string CopyMetric = "custom-metric-first-10k";
    private const int CopyMetricsSent = 1;
    private const int CopyMetricsTaken = 3;

    private static readonly string[] Cause = [SheetPaths.Objects];

    private static readonly string[] InEachRegion = ["standard-storage-first-50tb", "put-copy-post-list", "get-select-other"];

    /// <summary>Null where the price book has none.</summary>
    public static IEnumerable<UnitPrice?> Prices(PlanningInput input, Reach reach)
    {
        var own = reach.Sites.SelectMany(site => InEachRegion.Select(item => input.Facts.FindPrice("s3", item, site.Region)));
        return reach.Sites.Count == 1 ? own : [.. own, TimeControl(input), InterRegion.FindPrice(input.Facts, input.Region, reach.Sites[1].Region), .. reach.Sites.Select(site => input.Facts.FindPrice("cloudwatch", CopyMetric, site.Region))];
    }

    public static void Add(Bill bill, Reach reach, Site? copy, Objects objects)
    {
        var module = ObjectsOption.ModuleOf(objects.PublicStatic);
        Bucket(bill.At(reach.First), new BilledThing("Amazon S3", "Objects", module, "Bucket"), objects);
        if (copy is null)
        {
            return;
        }

        Bucket(bill.At(copy), new BilledThing("Amazon S3", "Copied objects", Modules.StorageReplica, "Bucket"), objects);
        var sent = Written(objects);
        bill.Add(new BilledThing("Data transfer", "Objects to the other region", module, "Bucket") { Against = Loss.Region }, sent, InterRegion.Service, InterRegion.Item(bill.Region, copy.Region), Cause, 1, UsageAssumptions.ObjectChangePercentPerMonth);
        bill.Add(new BilledThing("Amazon S3", "Copying within fifteen minutes", module, "Bucket") { Against = Loss.Region }, sent, TimeControl(bill.Input)!, Cause, 1, UsageAssumptions.ObjectChangePercentPerMonth);
        Metrics(bill.At(reach.First), new BilledThing("Amazon CloudWatch", "Metrics of the copying", module, "Bucket") { Against = Loss.Region }, CopyMetricsSent);
        Metrics(bill.At(copy), new BilledThing("Amazon CloudWatch", "Metrics of the copying", Modules.StorageReplica, "Bucket"), CopyMetricsTaken);
        AlarmCosts.AddBucket(bill.At(reach.First), false, Cause);
        AlarmCosts.AddBucket(bill.At(copy), true, Cause);
    }

    private static void Metrics(Bill here, BilledThing thing, int count) => here.Add(thing, count, "cloudwatch", CopyMetric, Cause, 1);

    private static void Bucket(Bill here, BilledThing thing, Objects objects)
    {
        var premium = here.FixedPremium;
        here.Add(thing with { Item = thing.Item + ", storage" }, objects.SizeGb, "s3", "standard-storage-first-50tb", Cause, premium);
        here.Add(thing with { Item = thing.Item + ", older versions", Against = Loss.Data }, Written(objects) * NoncurrentDays / Month.Days, "s3", "standard-storage-first-50tb", Cause, 1, UsageAssumptions.ObjectChangePercentPerMonth);
        here.Add(thing with { Item = thing.Item + ", writes" }, Written(objects) * 1000 / UsageAssumptions.ObjectMb.Value / 1000, "s3", "put-copy-post-list", Cause, premium, UsageAssumptions.ObjectChangePercentPerMonth, UsageAssumptions.ObjectMb);

        // Users read what is public through the content delivery network, whose fetches CdnCosts bills; the application does not.
        var reads = objects.PublicStatic ? 0 : here.Input.Workload.MeanRps * here.Site.Share * Month.Seconds * UsageAssumptions.ObjectReadsPerRequest.Value;
        here.Add(thing with { Item = thing.Item + ", reads" }, reads / 1000, "s3", "get-select-other", [.. Cause, .. here.Input.Paths.Mean], 0, UsageAssumptions.ObjectReadsPerRequest);
    }

    /// <summary>GB that a month writes.</summary>
    private static decimal Written(Objects objects) => objects.SizeGb * UsageAssumptions.ObjectChangePercentPerMonth.Value / 100;

    private static UnitPrice? TimeControl(PlanningInput input) => input.Facts.FindPriceOrReference("s3", "replication-time-control", input.Region);
}
