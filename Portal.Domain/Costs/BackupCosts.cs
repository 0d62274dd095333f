using Portal.Domain.Facts;
using Portal.Domain.Planning;
using Portal.Domain.Planning.Policies;
using Portal.Domain.Planning.Search.Regions;

namespace Portal.Domain.Costs;

/// <summary>What the backup plan keeps of one store: in the vault, in the vault of another region, and each month restored for a trial. All of it is premium.</summary>
/// <remarks>What AWS Backup asks for a restore test itself is not in the price book; what the test makes is priced.</remarks>
internal static class BackupCosts
{
    private static readonly string[] Relational = [SheetPaths.Relational];

    /// <summary>Snapshots of an RDS instance are incremental, and so are their copies: https://docs.aws.amazon.com/aws-backup/latest/devguide/backup-feature-availability.html</summary>
    /// <param name="trial">An hour of the instance that a restore test makes: single-AZ, of the class that is backed up.</param>
    public static void AddRds(Bill bill, Reach reach, decimal sizeGb, UnitPrice trial)
    {
        if (BackupPolicy.Of(bill.Input, reach) is { } policy)
        {
            var kept = Incremental(sizeGb, policy);
            Keep(bill, reach, policy, new Store("database", Relational, "backup", "rds-warm", UsageAssumptions.DatabaseChangePercentPerDay), kept, kept, sizeGb * ChangeShare * Month.Days);
            Try(bill, policy, "RestoreDb", Relational, trial);
        }
    }

    /// <summary>Of an Aurora cluster the first vault takes changes only, but every copy is whole: https://docs.aws.amazon.com/aws-backup/latest/devguide/cross-region-backup.html</summary>
    /// <remarks>A restore test makes the cluster without an instance, so it costs no hour: https://docs.aws.amazon.com/aws-backup/latest/devguide/restoring-aur.html</remarks>
    public static void AddAurora(Bill bill, Reach reach, decimal sizeGb)
    {
        if (BackupPolicy.Of(bill.Input, reach) is { } policy)
        {
            Keep(bill, reach, policy, new Store("database", Relational, "aurora", "backup-storage", UsageAssumptions.DatabaseChangePercentPerDay), Incremental(sizeGb, policy), sizeGb * policy.Kept, sizeGb * policy.ADay * Month.Days);
        }
    }

    /// <summary>Each backup of a table is whole, and so is each copy.</summary>
    public static void AddTable(Bill bill, Reach reach, decimal sizeGb, IReadOnlyList<string> because)
    {
        if (BackupPolicy.Of(bill.Input, reach) is not { } policy)
        {
            return;
        }

        Keep(bill, reach, policy, new Store("table", because, "dynamodb", "on-demand-backup"), sizeGb * policy.Kept, sizeGb * policy.Kept, sizeGb * policy.ADay * Month.Days);
        if (policy.TestsRestores)
        {
            bill.At(reach.First).Add(new BilledThing("AWS Backup", "Restore test of the table, data", Modules.Backup, "RestoreTable"), sizeGb, "dynamodb", "restore", Because(policy, because), 1);
        }
    }

    private static decimal ChangeShare => UsageAssumptions.DatabaseChangePercentPerDay.Value / 100;

    private static decimal Incremental(decimal sizeGb, BackupPolicy policy) => sizeGb * (1 + (policy.RetentionDays * ChangeShare));

    /// <param name="kept">GB in the first vault.</param>
    /// <param name="copied">GB in the other.</param>
    /// <param name="sent">GB that go there in a month.</param>
    private static void Keep(Bill bill, Reach reach, BackupPolicy policy, Store store, decimal kept, decimal copied, decimal sent)
    {
        IReadOnlyList<string> because = [.. Because(policy, store.Because), .. IsForTheCopies(bill.Input, reach, policy) ? new[] { SheetPaths.RegionLoss } : []];
        bill.Add(new BilledThing("AWS Backup", $"Backups of the {store.Name}", Modules.Backup, "Vault"), kept, store.PriceService, store.PriceItem, because, 1, store.Assumptions);
        if (policy.CopiesTo is { } other)
        {
            because = [.. because.Union(CopyCause(bill, reach))];
            bill.Add(new BilledThing("AWS Backup", $"Copies of backups of the {store.Name}, sent to {other.Region}", Modules.Backup, "Vault"), sent, "backup", "cross-region-copy-transfer", because, 1, store.Assumptions);
            bill.At(other).Add(new BilledThing("AWS Backup", $"Copies of backups of the {store.Name}", Modules.VaultCopy, "CopyVault"), copied, store.PriceService, store.PriceItem, because, 1, store.Assumptions);
        }
    }

    /// <summary>What lies in a vault, and what a trial makes of it, is there for the data, and for a programme where one asks. What meets an objective for a corruption are the stores' own backups.</summary>
    private static IReadOnlyList<string> Because(BackupPolicy policy, IReadOnlyList<string> data) => policy.IsAsked ? [.. data, SheetPaths.Compliance] : data;

    /// <summary>Whether the first vault holds more, or stands at all, so that copies of it lie elsewhere.</summary>
    private static bool IsForTheCopies(PlanningInput input, Reach reach, BackupPolicy policy) =>
        reach.Strategy == Strategy.BackupCopy && (policy.ADay > 1 || (input.Sheet.Metadata.Stage == Requests.Stage.Development && !policy.IsAsked));

    /// <summary>Copies are asked for by a programme, or are all that the environment has elsewhere.</summary>
    private static IEnumerable<string> CopyCause(Bill bill, Reach reach) => bill.Input.Policy.CopiesBackups ? [SheetPaths.Compliance] : reach.Strategy == Strategy.BackupCopy ? [SheetPaths.RegionLoss] : [];

    private static void Try(Bill bill, BackupPolicy policy, string resource, IReadOnlyList<string> because, UnitPrice trial)
    {
        if (policy.TestsRestores)
        {
            bill.Add(new BilledThing("Amazon RDS", "Restore test, trial instance", Modules.Backup, resource), UsageAssumptions.RestoreTestHours.Value, trial, Because(policy, because), 1, UsageAssumptions.RestoreTestHours);
        }
    }

    private readonly record struct Store(string Name, IReadOnlyList<string> Because, string PriceService, string PriceItem, params IReadOnlyList<UsageAssumption> Assumptions);
}
