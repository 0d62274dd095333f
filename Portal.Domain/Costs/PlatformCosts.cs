using Portal.Domain.Planning;

namespace Portal.Domain.Costs;

/// <summary>What every environment pays: keys and the log bucket.</summary>
internal static class PlatformCosts
{
    private static readonly string[] Keys = ["DataKey", "LogKey", "BackupKey"];

    public static void Add(Bill bill)
    {
        foreach (var key in Keys)
        {
            bill.Add(new BilledThing("AWS Key Management Service", "Customer key", Modules.Foundation, key), 1, "kms", "customer-key", SheetPaths.None, bill.FixedPremium);
        }

        AccessLogs(bill);
    }

    /// <summary>A region that only keeps copies encrypts them with keys of its own; its foundation makes all of them.</summary>
    public static void AddCopyKeys(Bill bill)
    {
        foreach (var key in Keys)
        {
            bill.Add(new BilledThing("AWS Key Management Service", "Customer key", Modules.Foundation, key), 1, "kms", "customer-key", CopyCause(bill), 1);
        }
    }

    /// <summary>Backups lie there for a lost region or for a programme; a table that agrees over regions has its third copy there.</summary>
    private static string[] CopyCause(Bill bill)
    {
        string[] causes =
        [
            .. bill.Input.Sheet.Recovery.Region is null ? Array.Empty<string>() : [SheetPaths.RegionLoss],
            .. bill.Input.Policy.CopiesBackups ? [SheetPaths.Compliance] : Array.Empty<string>(),
        ];
        return causes.Length > 0 ? causes : [SheetPaths.KeyValue];
    }

    private static void AccessLogs(Bill bill)
    {
        var gb = bill.Load.MeanRps * Month.Seconds * UsageAssumptions.AccessLogBytesPerRequest.Value / 1e9m;
        var kept = gb * bill.Input.Policy.LogRetentionDays / Month.Days;
        bill.Add(new BilledThing("Amazon S3", "Access logs, storage", Modules.Foundation, "LogBucket"), kept, "s3", "standard-storage-first-50tb", bill.Input.Paths.Mean, 0, UsageAssumptions.AccessLogBytesPerRequest);

        // Every five minutes each balancer node writes one file: https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-access-logs.html
        const decimal FilesPerNode = Month.Hours * 12;
        bill.Add(new BilledThing("Amazon S3", "Access logs, writes", Modules.Foundation, "LogBucket"), 2 * FilesPerNode / 1000, "s3", "put-copy-post-list", SheetPaths.None, bill.FixedPremium);
    }
}
