using Portal.Domain.Planning.Letter;
using Portal.Domain.Planning.Search;
using Portal.Domain.Planning.Search.Regions;

namespace Portal.Domain.Planning.Cautions;

/// <summary>What a loss leaves to people, and an objective for one that cannot happen.</summary>
internal static class LossWarnings
{
    public static IEnumerable<(bool Applies, string Path, string Text)> Of(PlanningInput input, Design design) => [.. Rebuilt(input, design), .. Stored(input, design)];

    /// <summary>What no standing region gives, people do.</summary>
    private static IEnumerable<(bool, string, string)> Rebuilt(PlanningInput input, Design design)
    {
        if (design.Reach is not { Strategy: Strategy.BackupCopy, Sites: [_, var other, ..] } reach)
        {
            yield break;
        }

        yield return (reach.CopyHours > 0, SheetPaths.RegionLoss, "Copies of backups are restored by people into stacks that are built after the loss; practise it.");
        yield return (reach.CopyHours == 0, SheetPaths.RegionLoss, $"After the loss of {input.Region} people build everything{(design.Objects is null ? "" : " but the copies of objects")} anew in {other.Region} from the stacks of this plan, which is what takes the promised {Spoken.Duration(design.Promise.Region!.RtoSeconds)}; practise it.");
    }

    /// <summary>An objective that nothing has to meet.</summary>
    private static IEnumerable<(bool, string, string)> Stored(PlanningInput input, Design design)
    {
        yield return (input.Sheet.Recovery.Corruption is not null && design.Promise.Corruption is null, SheetPaths.Corruption, "Nothing is stored that could be corrupted, so this objective asks for nothing: name the data, or leave it out.");
    }
}
