using Portal.Domain.Planning.Search;
using Portal.Domain.Planning.Search.Databases;
using Portal.Domain.Planning.Search.Regions;
using Portal.Domain.Requests;

namespace Portal.Domain.Planning.Cautions;

/// <summary>What stays to be known of the relational database: what it leaves to the application, and what a takeover leaves.</summary>
internal static class RelationalWarnings
{
    public static IEnumerable<(bool Applies, string Path, string Text)> Of(PlanningInput input, Design design) =>
        design.Relational is { } database ? [.. Volume(input, database), .. Reads(database), .. Takeover(design.Reach, database)] : [];

    private static IEnumerable<(bool, string, string)> Volume(PlanningInput input, RelationalOption database)
    {
        var size = input.DatabaseClasses.Size;
        yield return (database.Service == RelationalService.Aurora && input.Sheet.Data.Relational!.Service == RelationalService.Auto && size.Volumes().Count == 0, SheetPaths.Relational,
            $"RDS was not weighed against Aurora: {size.NeededIops:0} operations a second on {size.NeededGb} GB are more than its volumes include, and the price book has no price for more.");
    }

    private static IEnumerable<(bool, string, string)> Reads(RelationalOption database)
    {
        var (reads, isRds) = (database.Readers > 0, database.Service == RelationalService.Rds);
        yield return (reads, SheetPaths.ReadReplicas, "The size counts on the application to send its reads to the hosts that it finds in DATABASE_READER_HOSTS. Replicas lag: what was just written may be missing in a read.");
        yield return (reads && isRds, SheetPaths.ReadReplicas, "Each read replica is a single instance with a commitment of its own (99.5 %), which is not in the floor: while one is lost the others or the writer must take its reads.");
        yield return (reads && !isRds, SheetPaths.ReadReplicas, "After a failover a reader is missing until Aurora has made another: for minutes reads are slower.");
    }

    private static IEnumerable<(bool, string, string)> Takeover(Reach reach, RelationalOption database)
    {
        var isRds = database.Service == RelationalService.Rds;
        var active = reach.Strategy == Strategy.ActiveActive;
        yield return (reach.Strategy == Strategy.BackupCopy, SheetPaths.RegionLoss, "Copies of backups are restored by people into stacks that are built after the loss; practise it.");
        yield return (reach.TakesOver, SheetPaths.RegionLoss, "A takeover loses what was not replicated yet, and the way back is made by people: the lost region becomes a copy first.");
        yield return (reach.TakesOver && isRds, SheetPaths.RegionLoss, database.InstancesElsewhere > 1 ? "The replica is promoted by people." : "The replica is promoted by people, stands in one zone and has no standby until they add one.");
        yield return (reach.TakesOver && !isRds && database.InstancesElsewhere == 0, SheetPaths.RegionLoss, "The other region has data and no instance: a takeover waits until one is made, which the service may be slow at while everybody asks for one.");
        yield return (reach.TakesOver && database.Readers > database.ReadersElsewhere, SheetPaths.RegionLoss, "After a takeover there are fewer readers than now: the class carries all reads, with less room.");
        yield return (active, SheetPaths.ActiveActive, "Every region reads its own copy; writes go to the first region. The application must send them there, over a connection between the regions that is not part of this plan.");
    }
}
