using Portal.Domain.Costs;
using Portal.Domain.Facts;
using Portal.Domain.Requests;
using Portal.Domain.Resilience;
using Portal.Domain.Sizing;

namespace Portal.Domain.Planning.Search;

/// <summary>RDS classes, with and without a standby in a second zone.</summary>
internal static class RdsAxis
{
    private static readonly bool[] Standbys = [false, true];

    public static IEnumerable<RelationalOption> Options(PlanningInput input, Reach reach, Topology topology, Relational database)
    {
        var size = new DatabaseSize(database, input.Workload, input.Facts);
        var peakHours = BurstCredits.PeakHoursPerDay(input.Sheet.Traffic);
        return from offer in input.Facts.Databases.GetValueOrDefault((input.Region, Wire.Name(database.Engine)), [])
               where size.Fits(offer.Class, peakHours)
               from storage in size.Volumes()
               from multiAz in Standbys
               where DatabaseCosts.Hourly(input, offer, multiAz) is not null
               select Option(input, reach, topology, database, offer, multiAz, storage);
    }

    private static RelationalOption Option(PlanningInput input, Reach reach, Topology topology, Relational database, DatabaseOffer offer, bool multiAz, int storage)
    {
        var rules = new RecoveryRules(input.Facts);
        return new RelationalOption(input, bill => DatabaseCosts.Add(bill.At(reach.First), topology, database, offer, multiAz, storage))
        {
            Database = database,
            Service = RelationalService.Rds,
            InstanceClass = offer.Class.Name,
            MultiAz = multiAz,
            Instances = multiAz ? 2 : 1,
            StorageGb = storage,
            Layout = $"RDS {RelationalOption.EngineName(database.Engine)} {(multiAz ? "Multi-AZ" : "single-AZ")}",
            Commitment = new PathPart("database", input.Facts.Commitments[("rds", multiAz ? "multi-AZ DB instance or cluster" : "single DB instance")]),
            Zone = rules.Rds(multiAz, database.SizeGb),
            Corruption = rules.RdsRestore(database.SizeGb),
            Pieces = multiAz ? 2 : 1,
        };
    }
}
