using Portal.Domain.Facts;
using Portal.Domain.Planning;
using Portal.Domain.Planning.Search;
using Portal.Domain.Requests;
using Portal.Domain.Sizing;

namespace Portal.Domain.Costs;

/// <summary>The RDS instance with storage, backups, secret, logs and what crosses zones.</summary>
internal static class DatabaseCosts
{
    private static readonly string[] Cause = [SheetPaths.Relational];

    public static void Add(Bill bill, Topology topology, Relational database, DatabaseOffer offer, bool multiAz, int storageGb)
    {
        var premium = multiAz ? 0.5m : 0;
        var kind = $"{offer.Class.Name} {Wire.Name(database.Engine)}, {(multiAz ? "Multi-AZ" : "single-AZ")}";
        bill.Add(Thing(kind), Month.Hours, Hourly(bill.Input, offer, multiAz)!, Cause, premium);
        bill.Add(Thing("Storage gp3"), storageGb, "rds", multiAz ? "gp3-storage-multi-az" : "gp3-storage-single-az", Cause, premium);
        Backups(bill, database, storageGb);
        bill.Add(new BilledThing("AWS Secrets Manager", "Secret of the database's owner", Modules.Relational, "Database"), 1, "secrets-manager", "secret", Cause);
        LogCosts.Add(bill, new LogStream("Database logs", Modules.Relational, "Database", "cloudwatch", "logs-ingest"), UsageAssumptions.DatabaseLogGb.Value, Cause, UsageAssumptions.DatabaseLogGb);

        // The rates of the sheet are at peak; a month's bytes follow the mean.
        var queries = (database.ReadsPerSecond + database.WritesPerSecond) * bill.Load.MeanShare * Month.Seconds;
        var gb = queries * UsageAssumptions.QueryKb.Value / 1e6m;
        bill.Add(new BilledThing("Data transfer", "Between zones, application and database", Modules.Relational, "Database"), 2 * gb * topology.CrossZoneShare, "data-transfer", "inter-az-each-direction", Cause, 0, UsageAssumptions.QueryKb);
    }

    /// <summary>What the class costs as asked for; null where it is not sold so.</summary>
    public static UnitPrice? Hourly(PlanningInput input, DatabaseOffer offer, bool multiAz)
    {
        var onDemand = multiAz ? offer.MultiAz : offer.SingleAz;
        var reserved = multiAz ? offer.ReservedMultiAz : offer.ReservedSingleAz;
        return input.Sheet.Budget.Purchase == Purchase.Reserved1Y ? reserved ?? onDemand : onDemand;
    }

    /// <summary>As much backup as the database has storage is free: https://aws.amazon.com/rds/postgresql/pricing/ (backup storage).</summary>
    private static void Backups(Bill bill, Relational database, int storageGb)
    {
        var days = StagePolicy.Of(bill.Input.Sheet.Metadata.Stage).BackupRetentionDays;
        var kept = database.SizeGb * (1 + (days * UsageAssumptions.DatabaseChangePercentPerDay.Value / 100));
        bill.Add(Thing("Backups beyond the free share"), kept - storageGb, "rds", "backup-storage", bill.Input.Sheet.Recovery.Corruption is null ? Cause : [SheetPaths.Relational, SheetPaths.Corruption], 1, UsageAssumptions.DatabaseChangePercentPerDay);
    }

    private static BilledThing Thing(string item) => new("Amazon RDS", item, Modules.Relational, "Database");
}
