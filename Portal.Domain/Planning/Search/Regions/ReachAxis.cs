using Portal.Domain.Planning.Document;
using Portal.Domain.Planning.Places;
using Portal.Domain.Requests;

namespace Portal.Domain.Planning.Search.Regions;

/// <summary>One region, copies elsewhere, pilot light, warm standby, active-active; each with every second region that is offered.</summary>
internal static class ReachAxis
{
    /// <summary>Hours between two copies of the backups: AWS Backup runs a plan at most once an hour (https://docs.aws.amazon.com/aws-backup/latest/devguide/creating-a-backup-plan.html).</summary>
    private static readonly int[] CopyIntervals = [24, 4, 1];

    public static IEnumerable<Reach> Options(PlanningInput input)
    {
        var others = input.SecondRegions;
        if (input.Sheet.Placement.ActiveActive)
        {
            return Active(input, others);
        }

        // Nobody is served from afar to save money: other regions answer users only where that was asked for, or brings some of them nearer.
        var near = input.Sheet.Traffic.LatencyMs is null ? [] : Active(input, others).Where(reach => reach.Sites.Skip(1).All(site => site.Share > 0));
        return [Reach.OneRegion(input.Region), .. others.SelectMany(other => Standby(input, other)), .. near];
    }

    private static IEnumerable<Reach> Standby(PlanningInput input, string other)
    {
        foreach (var hours in input.KeepsBackups ? CopyIntervals : [0])
        {
            yield return With(Strategy.BackupCopy, RegionRole.Backup, false, hours);
        }

        // Servers that do not run cannot say by themselves that they are needed: a fleet at none scales by no metric, so people start a pilot light.
        yield return With(Strategy.PilotLight, RegionRole.Secondary, false, 0);
        foreach (var automatic in new[] { false, true })
        {
            yield return With(Strategy.WarmStandby, RegionRole.Secondary, automatic, 0);
        }

        Reach With(Strategy strategy, RegionRole role, bool automatic, int hours) =>
            new(strategy, [new Site(input.Region, RegionRole.Primary, 1, true), new Site(other, role, 0, false)], automatic, hours);
    }

    /// <summary>
    /// Only a name leads users to several regions: without one all of them go to the first. Where the sheet names the regions of an active-active design all of them are active; else one other, since a name leads to two, and one that is somebody's nearest where there is such a one.
    /// </summary>
    private static IEnumerable<Reach> Active(PlanningInput input, IReadOnlyList<string> others)
    {
        var placement = input.Sheet.Placement;
        if (input.Sheet.Dns?.Domain is null)
        {
            return [];
        }

        IEnumerable<IReadOnlyList<string>> sets = placement is { ActiveActive: true, SecondaryRegions.Count: > 0 } ? [placement.SecondaryRegions] : Serving(input, others).Select(other => new[] { other });
        return from set in sets
               from automatic in input.Sheet.Data.Relational is null ? [true] : new[] { false, true }
               select new Reach(Strategy.ActiveActive, Sites(input, set), automatic, 0);
    }

    /// <summary>Of the other regions those that answer somebody beside the first; all of them where none does.</summary>
    private static IReadOnlyList<string> Serving(PlanningInput input, IReadOnlyList<string> others) =>
        others.Where(other => NearestRegion.Shares(input, [input.Region, other])[1] > 0).ToList() is { Count: > 0 } serving ? serving : others;

    private static IReadOnlyList<Site> Sites(PlanningInput input, IReadOnlyList<string> others)
    {
        IReadOnlyList<string> regions = [input.Region, .. others];
        return [.. regions.Zip(NearestRegion.Shares(input, regions), (region, share) => new Site(region, RegionRole.Active, share, region == input.Region))];
    }
}
