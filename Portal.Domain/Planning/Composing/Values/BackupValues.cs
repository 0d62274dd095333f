using Portal.Domain.Planning.Policies;
using Portal.Domain.Planning.Search;

namespace Portal.Domain.Planning.Composing.Values;

/// <summary>When backups are made, how long they are kept and where they are copied.</summary>
internal static class BackupValues
{
    public static void Add(RegionValues values, PlanningInput input, Design design)
    {
        if (BackupPolicy.Of(input, design.Reach) is not { } policy)
        {
            return;
        }

        var backup = values.To(Modules.Backup);
        backup.Set("DailyHour", QuietHours.Of(input.Facts.Regions[input.Region]).DailyHour);
        backup.Set("CopyHours", policy.CopyHours);
        backup.Set("RetentionDays", policy.RetentionDays);
        backup.Set("FrequentRetentionDays", BackupPolicy.FrequentRetentionDays);
        backup.Set("RestoreTests", policy.TestsRestores ? "monthly" : "none");
        if (policy.CopiesTo is { } other)
        {
            // To backup, which copies there, and to monitoring, which hears of copies that fail.
            values.All.SetFrom("CopyVaultArn", other.Region, Modules.VaultCopy, "CopyVaultArn");
        }
    }
}
