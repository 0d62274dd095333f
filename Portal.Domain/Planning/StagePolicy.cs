using Portal.Domain.Requests;

namespace Portal.Domain.Planning;

/// <summary>What the stage decides (contract, section 2, Stage), and the retention that follows from how precious an environment is.</summary>
public sealed record StagePolicy(bool ProtectsStateful, bool ProtectsAll, bool GuardsData, int BackupRetentionDays, int LogRetentionDays, bool Observed)
{
    private static readonly StagePolicy Development = new(false, false, false, 1, 30, false);
    private static readonly StagePolicy Staging = new(true, false, false, 7, 90, true);
    private static readonly StagePolicy Production = new(true, true, true, 7, 400, true);

    public static StagePolicy Of(Stage stage) => stage switch
    {
        Stage.Development => Development,
        Stage.Staging => Staging,
        _ => Production,
    };
}
