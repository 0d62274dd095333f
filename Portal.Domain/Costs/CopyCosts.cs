using Portal.Domain.Planning;
using Portal.Domain.Planning.Search;
using Portal.Domain.Requests;
using Portal.Domain.Sizing;

namespace Portal.Domain.Costs;

/// <summary>Copies of a database's backups in another region: what crosses over, and what is kept there.</summary>
internal static class CopyCosts
{
    private static readonly string[] Cause = [SheetPaths.Relational, SheetPaths.RegionLoss];

    /// <summary>RDS sends and keeps what changed since the copy before: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_CopySnapshot.html (incremental snapshot copying).</summary>
    public static void AddChanges(Bill bill, Reach reach, Relational database)
    {
        var change = database.SizeGb * UsageAssumptions.DatabaseChangePercentPerDay.Value / 100;
        Sent(bill.At(reach.First), change * Month.Days, new("AWS Backup", "Copies to another region", Modules.Relational, "Database"), UsageAssumptions.DatabaseChangePercentPerDay);
        bill.At(reach.Sites[1]).Add(Kept, database.SizeGb + (Days(bill) * change), "backup", "rds-warm", Cause, 1, UsageAssumptions.DatabaseChangePercentPerDay);
    }

    /// <summary>Each copy of an Aurora snapshot is a whole one: https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-copy-snapshot.html (incremental copying is not supported).</summary>
    public static void AddWhole(Bill bill, Reach reach, AuroraStorage storage)
    {
        Sent(bill.At(reach.First), storage.BilledGb * Month.Hours / reach.CopyHours, new("AWS Backup", "Copies to another region", Modules.Aurora, "Cluster"));
        bill.At(reach.Sites[1]).Add(Kept, storage.BilledGb * Days(bill) * 24 / reach.CopyHours, "aurora", "backup-storage", Cause, 1);
    }

    private static BilledThing Kept => new("AWS Backup", "Copies of database backups", Modules.VaultCopy, "CopyVault");

    private static void Sent(Bill bill, decimal gb, BilledThing thing, params IReadOnlyList<UsageAssumption> assumptions) =>
        bill.Add(thing, gb, "backup", "cross-region-copy-transfer", Cause, 1, assumptions);

    private static int Days(Bill bill) => StagePolicy.Of(bill.Input.Sheet.Metadata.Stage).BackupRetentionDays;
}
