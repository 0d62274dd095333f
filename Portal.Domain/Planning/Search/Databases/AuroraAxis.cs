using Portal.Domain.Costs;
using Portal.Domain.Planning.Policies;
using Portal.Domain.Planning.Search.Regions;
using Portal.Domain.Requests;
using Portal.Domain.Resilience;
using Portal.Domain.Sizing;

namespace Portal.Domain.Planning.Search.Databases;

/// <summary>Aurora: one to four instances in the first region, a global database with up to two in another.</summary>
internal static class AuroraAxis
{
    private static readonly bool[] Kinds = [false, true];

    /// <summary>What the price book must have in each region of a cluster.</summary>
    private static readonly string[] Prices = ["storage-standard", "io-standard", "backup-storage", "global-replicated-write-io"];

    public static IEnumerable<DatabaseLayout> Layouts(Reach reach, Relational database) =>
        from serverless in Kinds
        from shape in Shapes(database)
        from elsewhere in Elsewhere(reach)
        select new DatabaseLayout(RelationalService.Aurora, serverless, shape.Instances > 1, shape.Instances, shape.Readers, elsewhere);

    public static IEnumerable<RelationalOption> Options(PlanningInput input, Reach reach, Topology topology, Relational database, DatabaseLayout layout, DatabasePrice price) =>
        Fits(input, reach, database)
            ? [Option(input, reach, database, layout, price.Class.Name, null, bill => AuroraCosts.Add(bill, reach, topology, new AuroraPlan(database, layout, price, null)))]
            : [];

    public static bool Fits(PlanningInput input, Reach reach, Relational database) =>
        new AuroraStorage(database, input.Workload, input.DatabaseClasses.Size).Fits && reach.Sites.All(site => Array.TrueForAll(Prices, item => input.Facts.FindPrice("aurora", item, site.Region) is not null));

    public static RelationalOption Option(PlanningInput input, Reach reach, Relational database, DatabaseLayout layout, string type, (decimal Minimum, decimal Maximum)? capacity, Action<Bill> price, Action<Bill>? atPeak = null)
    {
        var stops = Stopping.Stops(input, reach, RelationalService.Aurora, layout.Readers);
        return new RelationalOption(input, price)
        {
            AtPeak = atPeak ?? (stops ? price : null),
            Stops = stops,
            Database = database,
            Service = RelationalService.Aurora,
            InstanceClass = type,
            MultiAz = layout.MultiAz,
            Instances = layout.Instances,
            Readers = layout.Readers,
            Capacity = capacity,
            InstancesElsewhere = layout.Elsewhere,
            Elsewhere = layout.TextElsewhere(reach),
            Layout = layout.Text(database.Engine),
            Commitment = new PathPart("database", Commitment(input, layout.Instances)),
            IsSingle = layout.Instances == 1,
            IsWrittenByAll = reach.Strategy == Strategy.ActiveActive,
            CommitmentElsewhere = reach.TakesOver ? Chain.Of(Commitment(input, layout.Elsewhere), layout.Elsewhere < 2) : null,
            Zone = input.Recovery.Aurora(layout.Instances),
            Corruption = input.Recovery.AuroraRestore(database.SizeGb),
            Region = RegionLoss(reach, input.Recovery, database, layout),
            Lacks = layout.IsRedundant(reach) ? Shortfall.None : Shortfall.OneZone,
            Pieces = layout.Pieces(reach),
        };
    }

    /// <summary>A partner that takes over need not answer reads; where readers are asked for, each of them is one.</summary>
    private static IEnumerable<(int Instances, int Readers)> Shapes(Relational database) => database.ReadReplicas switch
    {
        null => [(1, 0), (2, 0), (2, 1), (3, 2), (4, 3)],
        0 => [(1, 0), (2, 0)],
        <= DatabaseLayout.MostReaders and var asked => [(asked + 1, asked)],
        _ => [],
    };

    /// <summary>A cluster without an instance cannot be failed over to, so one that takes over by itself has one; people make one first.</summary>
    private static IEnumerable<int> Elsewhere(Reach reach) => reach.Strategy switch
    {
        Strategy.PilotLight => [0, 1],
        Strategy.WarmStandby or Strategy.ActiveActive => [1, 2],
        _ => [0],
    };

    private static RecoveryTime? RegionLoss(Reach reach, RecoveryRules rules, Relational database, DatabaseLayout layout) => reach.Strategy switch
    {
        Strategy.OneRegion => null,
        Strategy.BackupCopy => RdsAxis.RestoredFromCopies(reach, rules, database),
        _ => layout.Elsewhere == 0 ? rules.Region.AuroraHeadless : rules.Region.AuroraGlobal,
    };

    /// <summary>With two instances they stand in two zones.</summary>
    private static decimal Commitment(PlanningInput input, int instances) => input.Facts.Commitments[("aurora", instances > 1 ? "multi-AZ cluster" : "single-AZ cluster")];
}
