using Portal.Domain.Costs;
using Portal.Domain.Facts;
using Portal.Domain.Requests;
using Portal.Domain.Resilience;
using Portal.Domain.Sizing;

namespace Portal.Domain.Planning.Search;

/// <summary>RDS classes, with and without a standby in a second zone.</summary>
internal static class DatabaseAxis
{
    private static readonly bool[] Standbys = [false, true];

    public static IEnumerable<DatabaseOption> Options(PlanningInput input, Topology topology)
    {
        if (input.Sheet.Data.Relational is not { } database)
        {
            return [];
        }

        var size = new DatabaseSize(database, input.Workload, input.Facts);
        var peakHours = BurstCredits.PeakHoursPerDay(input.Sheet.Traffic);
        return from offer in input.Facts.Databases.GetValueOrDefault((input.Region, Wire.Name(database.Engine)), [])
               where size.Fits(offer.Class, peakHours)
               from storage in size.Volumes()
               from multiAz in Standbys
               where DatabaseCosts.Hourly(input, offer, multiAz) is not null
               select Option(input, topology, database, offer, multiAz, storage);
    }

    private static DatabaseOption Option(PlanningInput input, Topology topology, Relational database, DatabaseOffer offer, bool multiAz, int storage)
    {
        var rules = new RecoveryRules(input.Facts);
        return new DatabaseOption(input, bill => DatabaseCosts.Add(bill, topology, database, offer, multiAz, storage))
        {
            Database = database,
            Offer = offer,
            MultiAz = multiAz,
            StorageGb = storage,
            Commitment = new PathPart("database", input.Facts.Commitments[("rds", multiAz ? "multi-AZ DB instance or cluster" : "single DB instance")]),
            Zone = rules.Rds(multiAz, database.SizeGb),
            Corruption = rules.RdsRestore(database.SizeGb),
            Pieces = multiAz ? 2 : 1,
        };
    }
}
