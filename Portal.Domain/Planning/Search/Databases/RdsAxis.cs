using Portal.Domain.Costs;
using Portal.Domain.Planning.Composing;
using Portal.Domain.Planning.Policies;
using Portal.Domain.Planning.Search.Regions;
using Portal.Domain.Requests;
using Portal.Domain.Resilience;

namespace Portal.Domain.Planning.Search.Databases;

/// <summary>RDS: with and without a standby in a second zone, with readers, with a read replica in another region.</summary>
internal static class RdsAxis
{
    private static readonly bool[] Standbys = [false, true];

    /// <summary>A replica of another region is promoted by people, so nothing of RDS takes over by itself.</summary>
    public static IEnumerable<DatabaseLayout> Layouts(Reach reach, Relational database) => reach is { TakesOver: true, IsAutomatic: true }
        ? []
        : from multiAz in Standbys
          from readers in database.ReadReplicas is { } asked ? [asked] : Enumerable.Range(0, DatabaseLayout.MostReaders + 1)
          where readers <= DatabaseLayout.MostReaders
          from elsewhere in Elsewhere(reach)
          select new DatabaseLayout(RelationalService.Rds, false, multiAz, (multiAz ? 2 : 1) + readers, readers, elsewhere);

    public static IEnumerable<RelationalOption> Options(PlanningInput input, Reach reach, Topology topology, Relational database, DatabaseLayout layout, DatabasePrice price)
    {
        var stops = Stopping.Stops(input, reach, RelationalService.Rds, layout.Readers);
        return input.DatabaseClasses.Size.Volumes().Select(storage => new RelationalOption(input, Price(storage))
        {
            AtPeak = stops ? Price(storage) : null,
            Stops = stops,
            Database = database,
            Service = RelationalService.Rds,
            InstanceClass = price.Class.Name,
            MultiAz = layout.MultiAz,
            Instances = layout.Instances,
            Readers = layout.Readers,
            StorageGb = storage,
            InstancesElsewhere = layout.Elsewhere,
            Elsewhere = layout.TextElsewhere(reach),
            Layout = layout.Text(database.Engine),
            Commitment = new PathPart("database", Commitment(input, layout.MultiAz)),
            IsSingle = !layout.MultiAz,
            IsWrittenByAll = reach.Strategy == Strategy.ActiveActive,
            CommitmentElsewhere = reach.TakesOver ? Chain.Of(Commitment(input, layout.Elsewhere > 1), layout.Elsewhere < 2) : null,
            Zone = input.Recovery.Rds(layout.MultiAz, database.SizeGb),
            Corruption = input.Recovery.RdsRestore(database.SizeGb),
            Region = RegionLoss(reach, input.Recovery, database),
            Lacks = layout.IsRedundant(reach) ? Shortfall.None : Shortfall.OneZone,
            Pieces = layout.Pieces(reach),
        });

        Action<Bill> Price(int storage) => bill => DatabaseCosts.Add(bill, reach, topology, new RdsPlan(database, layout, price, storage));
    }

    /// <summary>A replica with a standby of its own is offered where it answers users every day.</summary>
    private static int[] Elsewhere(Reach reach) => reach.Strategy == Strategy.ActiveActive ? [1, 2] : reach.TakesOver ? [1] : [0];

    private static RecoveryTime? RegionLoss(Reach reach, RecoveryRules rules, Relational database) => reach.Strategy switch
    {
        Strategy.OneRegion => null,
        Strategy.BackupCopy => RestoredFromCopies(reach, rules, database),
        _ => rules.Region.RdsReplica,
    };

    /// <summary>The stacks are built, the newest copy is restored into them, the application is pointed to it. Backups by the hour do not all succeed, so the newest is never promised to be younger than the gap that they leave.</summary>
    public static RecoveryTime RestoredFromCopies(Reach reach, RecoveryRules rules, Relational database) =>
        RegionRecovery.Backup(TimeSpan.FromHours(Math.Max(reach.CopyHours, QuietHours.LongestGapHours)), rules.RestoreSeconds(database.SizeGb) + rules.Repoint, RegionRebuild.DeploymentSeconds);

    private static decimal Commitment(PlanningInput input, bool multiAz) => input.Facts.Commitments[("rds", multiAz ? "multi-AZ DB instance or cluster" : "single DB instance")];
}
