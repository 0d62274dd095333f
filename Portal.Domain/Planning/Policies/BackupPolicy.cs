using Portal.Domain.Planning.Document;
using Portal.Domain.Planning.Search.Regions;
using Portal.Domain.Requests;

namespace Portal.Domain.Planning.Policies;

/// <summary>Which backups an environment keeps beside those of its databases: in a vault of their own, copied or not, tried or not. Follows from sheet and reach alone.</summary>
/// <param name="CopiesTo">The region with the vault that takes copies; null where none does.</param>
/// <param name="CopyHours">Hours from one backup to the next: 24, 4 or 1.</param>
/// <param name="RetentionDays">How long daily backups and their copies are kept.</param>
/// <param name="TestsRestores">Whether the newest backups are restored for a trial each month.</param>
/// <param name="IsAsked">Whether a compliance programme asks for the vault.</param>
public sealed record BackupPolicy(Site? CopiesTo, int CopyHours, int RetentionDays, bool TestsRestores, bool IsAsked)
{
    /// <summary>How long the backups between the daily ones are kept; no less than the vaults' lock lets through.</summary>
    public const int FrequentRetentionDays = 7;

    private const int Daily = 24;

    /// <summary>Backups that are made in a day, the daily one among them (<see cref="Composing.QuietHours.DailyHour"/>).</summary>
    public int ADay => Daily / CopyHours;

    /// <summary>Backups that lie in the vault on an ordinary day.</summary>
    public int Kept => RetentionDays + ((ADay - 1) * FrequentRetentionDays);

    /// <summary>
    /// Databases and tables go back to any second of a week or more by themselves, which is what meets an objective for a corruption. The vault stands beside that, out of reach of whoever deletes a store: a week of daily backups, the least
    /// that its lock lets through; longer, and with trial restores, where a programme asks for it.
    /// </summary>
    /// <remarks>Null where the reach needs none and the stage wants none, or nothing is stored that AWS Backup takes here.</remarks>
    public static BackupPolicy? Of(PlanningInput input, Reach reach)
    {
        var (sheet, copies) = (input.Sheet, reach.Strategy == Strategy.BackupCopy);
        var asked = input.Policy.CopiesBackups || Wants(sheet);
        if (sheet.Data is { Relational: null, KeyValue: null } || !(copies || asked || sheet.Metadata.Stage != Stage.Development))
        {
            return null;
        }

        return new BackupPolicy(
            CopyTarget(input, reach),
            copies ? reach.CopyHours : Daily,
            asked ? input.Policy.VaultRetentionDays : FrequentRetentionDays,
            ProgrammeDemands.Asks(sheet, "restores-tested"),
            asked);
    }

    private static bool Wants(RequestSheet sheet) => ProgrammeDemands.Asks(sheet, "backups-locked") || ProgrammeDemands.Asks(sheet, "restores-tested");

    /// <summary>Where backups are all that lies elsewhere, there; a programme that asks for copies gets them beside running replicas too, since what is deleted is deleted in those as well.</summary>
    private static Site? CopyTarget(PlanningInput input, Reach reach) =>
        reach.Strategy == Strategy.BackupCopy || input.Policy.CopiesBackups ? reach.Sites.FirstOrDefault(site => !site.IsFirst && site.Role != RegionRole.Witness) : null;
}
