using Portal.Domain.Planning;
using Portal.Domain.Planning.Search.Regions;
using Portal.Domain.Requests;

namespace Portal.Domain.Costs;

/// <summary>Bytes between application and database, and between regions. The rates of the sheet are at peak; a month's bytes follow the mean.</summary>
internal static class DatabaseTraffic
{
    private static readonly string[] Cause = [SheetPaths.Relational];

    /// <summary>
    /// What a region asks for its share of the requests: reads where the data is near, writes of the first region only. Another region that answers users sends its writes there.
    /// Of a statement and its answer each leaves one region, so together they cross once.
    /// </summary>
    /// <param name="crossing">What of it changes zone, and why.</param>
    public static void Add(Bill bill, (decimal Share, UsageAssumption Why) crossing, Relational database, BilledThing thing)
    {
        var (site, perQuery) = (bill.Site, bill.Load.MeanShare * Month.Seconds * UsageAssumptions.QueryKb.Value / 1e6m);
        var near = site.Share * (database.ReadsPerSecond + (site.IsFirst ? database.WritesPerSecond : 0));
        bill.Add(Transfer(thing, "Between zones, application and database"), 2 * near * perQuery * crossing.Share, "data-transfer", "inter-az-each-direction", Cause, 0, UsageAssumptions.QueryKb, crossing.Why);
        if (!site.IsFirst)
        {
            bill.Add(Transfer(thing, "Writes to the first region"), site.Share * database.WritesPerSecond * perQuery, InterRegion.Service, InterRegion.Item(site.Region, bill.Input.Region), Cause, 0, UsageAssumptions.QueryKb);
        }
    }

    /// <summary>Every write goes on to the copy in another region.</summary>
    public static void AddReplication(Bill bill, Site other, Relational database, BilledThing thing)
    {
        var gb = database.WritesPerSecond * bill.Input.Workload.MeanShare * Month.Seconds * UsageAssumptions.ReplicatedWriteKb.Value / 1e6m;
        bill.Add(Transfer(thing, "Replication to another region") with { Against = Loss.Region }, gb, InterRegion.Service, InterRegion.Item(bill.Region, other.Region), Cause, 1, UsageAssumptions.ReplicatedWriteKb);
    }

    private static BilledThing Transfer(BilledThing thing, string item) => thing with { Service = "Data transfer", Item = item };
}
