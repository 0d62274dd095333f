namespace Portal.Domain.Controls.Checks;

/// <summary>Data comes back after a loss, and that was tried.</summary>
internal static class BackupChecks
{
    /// <summary>A week: long enough to notice on Monday what broke on Friday, and the service's own suggestion for production.</summary>
    private const int LeastDays = 7;

    /// <summary>Databases and tables can go back to a point in time, buckets to an earlier version.</summary>
    public static CheckOutcome Taken(Inventory inventory) => new Verdict()
        .Judge(BackedUp.Originals(inventory), database => database["BackupRetentionPeriod"].Number >= LeastDays ? null : "a database's backups reach back less than a week")
        .Judge(StoredData.Tables(inventory), table => StoredData.Replicas(table).All(part => part["PointInTimeRecoverySpecification"]["PointInTimeRecoveryEnabled"].IsTrue)
            ? null : "a table cannot go back to a point in time")
        .Judge(StoredData.DataBuckets(inventory), bucket => bucket["VersioningConfiguration/Status"].Is("Enabled") ? null : "a bucket forgets what is overwritten")
        .OrProvenBy(inventory.Fleets);

    /// <summary>A plan copies backups to a second vault and says how long they are kept; it covers every store that nothing else keeps.</summary>
    public static CheckOutcome Copied(Inventory inventory)
    {
        var plans = inventory.OfType("AWS::Backup::BackupPlan").ToList();
        return new Verdict()
            .Judge(plans, plan => plan["BackupPlan/BackupPlanRule"].Items is not { Count: > 0 } rules ? "a backup plan has no rule"
                : !rules.All(rule => rule["Lifecycle"]["DeleteAfterDays"].Exists) ? "a backup plan does not say how long backups are kept"
                : rules.Any(rule => rule["CopyActions"].Items.Any(copy => copy["DestinationBackupVaultArn"].Exists)) ? null : "backups are not copied to a second place")
            .Judge(BackedUp.Stores(inventory), store => plans.Exists(plan => BackedUp.IsSelected(inventory, plan, store)) ? null : "no backup plan covers it")
            .PassOver(BackedUp.Remarks(inventory), remark => remark)
            .OrProvenBy(inventory.Fleets);
    }

    /// <summary>A vault keeps its backups until their time is over, whoever asks to delete them.</summary>
    public static CheckOutcome Locked(Inventory inventory) => new Verdict()
        .Judge(inventory.OfType("AWS::Backup::BackupVault"), vault => vault["LockConfiguration/MinRetentionDays"].Exists ? null : "backups can be deleted before their time")
        .Missing("no vault keeps the backups", when: BackedUp.Stores(inventory).Count > 0 && !inventory.OfType("AWS::Backup::BackupVault").Any())
        .PassOver(BackedUp.Remarks(inventory), remark => remark)
        .OrProvenBy(inventory.Fleets);

    /// <summary>Backups are restored on a schedule, to see that they can be.</summary>
    public static CheckOutcome RestoreTested(Inventory inventory) => new Verdict()
        .Judge(inventory.OfType("AWS::Backup::RestoreTestingPlan"), plan => inventory.OfType("AWS::Backup::RestoreTestingSelection").Any(selection =>
            selection["RestoreTestingPlanName"].Reaches(plan) || (selection["RestoreTestingPlanName"].Text is { } name && name == plan["RestoreTestingPlanName"].Text)) ? null : "a restore test selects nothing")
        .Missing("nothing tests that backups can be restored", when: BackedUp.Stores(inventory).Count > 0 && !inventory.OfType("AWS::Backup::RestoreTestingPlan").Any())
        .PassOver(BackedUp.Remarks(inventory), remark => remark)
        .OrProvenBy(inventory.Fleets);
}
