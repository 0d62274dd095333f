using Portal.Domain.Requests;

namespace Portal.Domain.Planning.Policies;

/// <summary>What the stage decides (contract, section 2, Stage), and the retention that follows from how precious an environment is.</summary>
/// <param name="ProtectsStateful">Whether stores refuse to be deleted, and the stacks that hold them.</param>
/// <param name="ProtectsAll">Whether load balancers and all other stacks do, too.</param>
/// <param name="GuardsData">Whether a stack policy refuses to replace stores.</param>
/// <param name="BackupRetentionDays">How far a database's own backups reach back.</param>
/// <param name="VaultRetentionDays">How long the daily backups stay in the vault.</param>
/// <param name="Observed">Whether alarms, a dashboard and metrics each minute are worth their price.</param>
public sealed record StagePolicy(bool ProtectsStateful, bool ProtectsAll, bool GuardsData, int BackupRetentionDays, int VaultRetentionDays, int LogRetentionDays, bool Observed)
{
    /// <summary>Whether every tier must stand in two zones wherever it serves users, whatever the objectives say; a region that serves nobody until a takeover may keep less.</summary>
    public bool Redundant { get; init; }

    /// <summary>Whether backups must lie in a second region too.</summary>
    public bool CopiesBackups { get; init; }

    /// <summary>Whether no region may meet its users without TLS.</summary>
    public bool EncryptsEntries { get; init; }

    /// <summary>Whether data, keys and logs outlive their stacks.</summary>
    public bool OutlivesStacks { get; init; } = true;

    /// <summary>Whether nobody may delete backups before their time.</summary>
    public bool LocksBackups { get; init; } = true;

    /// <summary>Whether a zone of names that is made signs its answers.</summary>
    public bool SignsZones { get; init; }

    private const int KeptForAYear = 400;
    private const int AWeek = 7;

    private static readonly StagePolicy Development = new(false, false, false, 1, AWeek, 30, false) { OutlivesStacks = false, LocksBackups = false };
    private static readonly StagePolicy Staging = new(true, false, false, AWeek, 14, 90, true);
    private static readonly StagePolicy Production = new(true, true, true, AWeek, 35, KeptForAYear, true) { SignsZones = true };

    /// <summary>What the stage alone decides; protection, retention and observation may be more (<see cref="Of(RequestSheet)"/>).</summary>
    public static StagePolicy Of(Stage stage) => stage switch
    {
        Stage.Development => Development,
        Stage.Staging => Staging,
        _ => Production,
    };

    /// <summary>The stage's policy, raised to what the sheet's compliance programmes look for.</summary>
    public static StagePolicy Of(RequestSheet sheet)
    {
        var policy = Of(sheet.Metadata.Stage);
        var (deletion, change) = (ProgrammeDemands.Asks(sheet, "deletion-guarded"), ProgrammeDemands.Asks(sheet, "change-guarded"));
        return policy with
        {
            ProtectsStateful = policy.ProtectsStateful || deletion || change,
            ProtectsAll = policy.ProtectsAll || deletion,
            GuardsData = policy.GuardsData || change,
            OutlivesStacks = policy.OutlivesStacks || ProgrammeDemands.Asks(sheet, "data-outlives-stack") || ProgrammeDemands.Asks(sheet, "logs-guarded"),
            LocksBackups = policy.LocksBackups || ProgrammeDemands.Asks(sheet, "backups-locked"),
            LogRetentionDays = ProgrammeDemands.Asks(sheet, "logs-kept-a-year") ? Math.Max(policy.LogRetentionDays, KeptForAYear) : policy.LogRetentionDays,
            BackupRetentionDays = ProgrammeDemands.Asks(sheet, "backups") ? Math.Max(policy.BackupRetentionDays, AWeek) : policy.BackupRetentionDays,
            Observed = policy.Observed || ProgrammeDemands.Asks(sheet, "alarms"),
            Redundant = ProgrammeDemands.Asks(sheet, "redundant"),
            CopiesBackups = ProgrammeDemands.Asks(sheet, "backup-copies"),
            EncryptsEntries = ProgrammeDemands.Asks(sheet, "tls-clients"),
        };
    }
}
