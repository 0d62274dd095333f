using Portal.Domain.Facts;
using Portal.Domain.Planning;
using Portal.Domain.Planning.Policies;
using Portal.Domain.Planning.Search.Regions;
using Portal.Domain.Requests;

namespace Portal.Domain.Costs;

/// <summary>RDS: the instance with its readers, storage, backups, secret, logs, what crosses zones, and what stands in another region.</summary>
internal static class DatabaseCosts
{
    private static readonly string[] Cause = [SheetPaths.Relational];
    private static readonly string[] ReplicaResources = ["ReplicaA", "ReplicaB", "ReplicaC"];

    public static void Add(Bill bill, Reach reach, Topology topology, RdsPlan plan)
    {
        var first = bill.At(reach.First);
        Writer(first, plan, Stopping.Stops(bill.Input, reach, RelationalService.Rds, plan.Layout.Readers));
        foreach (var resource in ReplicaResources.Take(plan.Layout.Readers))
        {
            Reader(first, plan, resource);
        }

        foreach (var site in reach.Live)
        {
            DatabaseTraffic.Add(bill.At(site), (topology.ChosenZoneShare, UsageAssumptions.ChosenZoneShare(topology)), plan.Database, site.IsFirst ? Thing("") : Replica(""));
        }

        BackupCosts.AddRds(first, reach, plan.Database.SizeGb, plan.Price.Reader);
        AlarmCosts.AddDatabase(first, Cause);
        AlarmCosts.AddReplicas(first, plan.Layout.Readers, bill.Input.Paths.Readers);

        if (reach.TakesOver)
        {
            Elsewhere(bill.At(reach.Sites[1]), plan);
            DatabaseTraffic.AddReplication(first, reach.Sites[1], plan.Database, Thing(""));
        }
    }

    /// <summary>What the class costs as asked for; null where it is not sold so. Aurora has no reserved prices in the price book.</summary>
    public static UnitPrice? Hourly(PlanningInput input, DatabaseOffer offer, bool multiAz)
    {
        var onDemand = multiAz ? offer.MultiAz : offer.SingleAz;
        var reserved = multiAz ? offer.ReservedMultiAz : offer.ReservedSingleAz;
        return input.Sheet.Budget.Purchase == Purchase.Reserved1Y ? reserved ?? onDemand : onDemand;
    }

    private static void Writer(Bill bill, RdsPlan plan, bool stops)
    {
        var multiAz = plan.Layout.MultiAz;
        var premium = multiAz ? 0.5m : 0;
        bill.Add(Thing($"{Kind(plan)}, {(multiAz ? "Multi-AZ" : "single-AZ")}"), Stopping.RunningHours(bill.Input, stops), plan.Price.Writer, Running(stops), premium);
        bill.Add(Thing("Storage gp3"), plan.StorageGb, "rds", multiAz ? "gp3-storage-multi-az" : "gp3-storage-single-az", Cause, premium);
        Backups(bill, plan.Database, plan.StorageGb);
        bill.Add(new BilledThing("AWS Secrets Manager", "Secret of the database's owner", Modules.Relational, plan.SecretResource), 1, "secrets-manager", "secret", Cause);
        Log(bill, Thing(""));
    }

    private static void Reader(Bill bill, RdsPlan plan, string resource)
    {
        var thing = Thing($"{Kind(plan)}, read replica") with { Resource = resource };
        bill.Add(thing, Month.Hours, plan.Price.Reader, bill.Input.Paths.Readers);
        bill.Add(thing with { Item = "Storage gp3 of a read replica" }, plan.StorageGb, "rds", "gp3-storage-single-az", bill.Input.Paths.Readers);
        Log(bill, thing);
    }

    private static void Elsewhere(Bill bill, RdsPlan plan)
    {
        var multiAz = plan.Layout.Elsewhere > 1;
        bill.Add(Replica($"{Kind(plan)}, read replica of another region{(multiAz ? ", Multi-AZ" : "")}"), Month.Hours, plan.Price.Elsewhere!, Cause, 1);
        bill.Add(Replica("Storage gp3"), plan.StorageGb, "rds", multiAz ? "gp3-storage-multi-az" : "gp3-storage-single-az", Cause, 1);
        bill.Add(Replica("Copy of the secret of the database's owner") with { Service = "AWS Secrets Manager" }, 1, "secrets-manager", "secret", Cause, 1);
        Log(bill, Replica(""));
        AlarmCosts.AddDatabase(bill, Cause);
        AlarmCosts.AddCopy(bill, Cause);
    }

    /// <summary>As much backup as the database has storage is free: https://aws.amazon.com/rds/postgresql/pricing/ (backup storage).</summary>
    private static void Backups(Bill bill, Relational database, int storageGb)
    {
        var days = bill.Input.Policy.BackupRetentionDays;
        var kept = database.SizeGb * (1 + (days * UsageAssumptions.DatabaseChangePercentPerDay.Value / 100));
        bill.Add(Thing("Backups beyond the free share") with { Against = Loss.Data }, kept - storageGb, "rds", "backup-storage", BackupCause(bill), 1, UsageAssumptions.DatabaseChangePercentPerDay);
    }

    public static IReadOnlyList<string> BackupCause(Bill bill) => bill.Input.Sheet.Recovery.Corruption is null ? Cause : [SheetPaths.Relational, SheetPaths.Corruption];

    private static void Log(Bill bill, BilledThing thing) =>
        LogCosts.Add(bill, new LogStream("Database logs", thing.Module, thing.Resource, "cloudwatch", "logs-ingest"), UsageAssumptions.DatabaseLogGb.Value, Cause, UsageAssumptions.DatabaseLogGb);

    /// <summary>What the hours of an instance follow from.</summary>
    public static IReadOnlyList<string> Running(bool stops) => stops ? [.. Cause, SheetPaths.OfficeHours] : Cause;

    private static string Kind(RdsPlan plan) => $"{plan.Price.Class.Name} {Wire.Name(plan.Database.Engine)}";

    private static BilledThing Thing(string item) => new("Amazon RDS", item, Modules.Relational, "Database");

    private static BilledThing Replica(string item) => new("Amazon RDS", item, Modules.RelationalReplica, "Replica");
}
