using Portal.Domain.Planning.Letter;
using Portal.Domain.Planning.Search;
using Portal.Domain.Planning.Search.Databases;
using Portal.Domain.Planning.Search.Regions;
using Portal.Domain.Planning.Search.Tiers;
using Portal.Domain.Requests;

namespace Portal.Domain.Planning.Cautions;

/// <summary>What stays to be known of the relational database: what it leaves to the application, and what a takeover leaves.</summary>
internal static class RelationalWarnings
{
    public static IEnumerable<(bool Applies, string Path, string Text)> Of(PlanningInput input, Design design) =>
        design.Relational is { } database ? [.. Volume(input, database), .. Alone(design, database), .. Reads(database), .. Takeover(design.Reach, database), .. WayBack(input, design)] : [];

    private static IEnumerable<(bool, string, string)> Volume(PlanningInput input, RelationalOption database)
    {
        var size = input.DatabaseClasses.Size;
        yield return (database.Service == RelationalService.Aurora && input.Sheet.Data.Relational!.Service == RelationalService.Auto && size.Volumes().Count == 0, SheetPaths.Relational,
            $"RDS was not weighed against Aurora: {size.NeededIops:0} operations a second on {size.NeededGb} GB are more than its volumes include, and the price book has no price for more.");
    }

    /// <summary>Servers over several zones do not say that the data is.</summary>
    private static IEnumerable<(bool, string, string)> Alone(Design design, RelationalOption database)
    {
        var alone = design.Topology.Zones > 1 && !database.MultiAz;
        var within = Spoken.Duration(database.Zone.RtoSeconds);
        yield return (alone && database.Service == RelationalService.Rds, SheetPaths.ZoneLoss,
            $"The database has no standby: when its zone is lost, people restore it from its backups into another, within {within}, and what was written in the last {Spoken.Duration(database.Zone.RpoSeconds)} is lost.");
        yield return (alone && database.Service == RelationalService.Aurora, SheetPaths.ZoneLoss,
            $"The database has one instance: when its zone is lost, Aurora makes another elsewhere, within {within}, which the service may be slow at while everybody asks for one. Its data lies in three zones, so none is lost.");
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
        yield return (reach.TakesOver, SheetPaths.RegionLoss, "A takeover loses what was not replicated yet, and the way back is made by people: the lost region becomes a copy first.");
        yield return (reach.TakesOver && !isRds, SheetPaths.RegionLoss, "A global database takes no minor version by itself: people upgrade the other region's cluster first, then the first region's, and until both have the same version a takeover may be refused.");
        yield return (reach.TakesOver && isRds, SheetPaths.RegionLoss, database.InstancesElsewhere > 1 ? "The replica is promoted by people." : "The replica is promoted by people, stands in one zone and has no standby until they add one.");
        yield return (reach.TakesOver && !isRds && database.InstancesElsewhere == 0, SheetPaths.RegionLoss, "The other region has data and no instance: a takeover waits until one is made, which the service may be slow at while everybody asks for one.");
        yield return (reach.TakesOver && database.Readers > database.ReadersElsewhere, SheetPaths.RegionLoss, "After a takeover there are fewer readers than now: the class carries all reads, with less room.");
        yield return (active, SheetPaths.ActiveActive, "Every region reads its own copy; writes go to the first region. The application must send them there, over a connection between the regions that is not part of this plan.");
    }

    /// <summary>Names lead back by themselves to a region that answers again, whatever became of its database meanwhile.</summary>
    private static IEnumerable<(bool, string, string)> WayBack(PlanningInput input, Design design)
    {
        var held = design.Reach is { TakesOver: true, Strategy: not Strategy.ActiveActive };
        var check = $"`aws route53 update-health-check --health-check-id ID --disabled --inverted`, where ID is the output HealthCheckIdA of {input.Names.Of(Site.Global.Region, Modules.Dns)}";
        const string Back = "Leading users back is the same with --no-disabled --no-inverted, once its database takes writes.";
        yield return (held && ByChecks(design) && design.Reach.IsAutomatic, SheetPaths.RegionLoss, $"After a takeover of its database {input.Region} is held down, so that names do not lead back by themselves to a database that takes no writes; where that step fails, people do it: {check}. {Back}");
        yield return (held && ByChecks(design) && !design.Reach.IsAutomatic, SheetPaths.RegionLoss, $"Names lead back by themselves once {input.Region} answers again, where the database takes no writes any more: whoever promotes the other one holds it down first, by {check}. {Back}");
        yield return (held && design.Front.Kind.Steering == Steering.Accelerator, SheetPaths.RegionLoss, $"The accelerator leads back by itself once {input.Region} answers again, where the database takes no writes any more: whoever takes over turns that region's traffic dial to 0 first, and back to 100 once its database takes writes.");
    }

    private static bool ByChecks(Design design) => design.Front.Kind.Steering is Steering.StandardChecks or Steering.FastChecks;
}
