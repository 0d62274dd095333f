using Portal.Domain.Planning;
using Portal.Domain.Planning.Policies;
using Portal.Domain.Planning.Search.Regions;
using Portal.Domain.Requests;
using Portal.Domain.Sizing;

namespace Portal.Domain.Costs;

/// <summary>An Aurora cluster: instances or capacity, storage and I/O of Aurora Standard, backups, secret, logs, and its follower in another region.</summary>
internal static class AuroraCosts
{
    private static readonly string[] Cause = [SheetPaths.Relational];
    private static readonly string[] Instances = ["InstanceA", "InstanceB", "InstanceC", "InstanceD"];

    public static void Add(Bill bill, Reach reach, Topology topology, AuroraPlan plan)
    {
        var (first, storage) = (bill.At(reach.First), new AuroraStorage(plan.Database, bill.Input.Workload, bill.Input.DatabaseClasses.Size));
        First(first, plan, Stopping.Stops(bill.Input, reach, RelationalService.Aurora, plan.Layout.Readers));
        Storage(first, plan, storage);
        bill.At(reach.First).Add(Thing("Secret of the database's owner") with { Service = "AWS Secrets Manager", Resource = reach.TakesOver ? "Secret" : "Cluster" }, 1, "secrets-manager", "secret", Cause);
        foreach (var site in reach.Live)
        {
            DatabaseTraffic.Add(bill.At(site), Crossing(topology, plan.Layout.IsSpread(site)), plan.Database, site.IsFirst ? Thing("") : Follower(""));
        }

        BackupCosts.AddAurora(first, reach, storage.BilledGb);
        AlarmCosts.AddCluster(first, plan.Layout.Instances > 1, Cause);

        if (reach.TakesOver)
        {
            Elsewhere(bill.At(reach.Sites[1]), plan, storage);
            if (reach.IsAutomatic)
            {
                bill.At(reach.Sites[1]).Add(Follower("Alarm that starts a takeover") with { Service = "Amazon CloudWatch", Resource = "TakeoverAlarm" }, 1, "cloudwatch", "alarm-standard", Cause, 1);
            }

            Replication(first, reach.Sites[1], plan.Database);
        }
    }

    private static void First(Bill bill, AuroraPlan plan, bool stops)
    {
        if (plan.Units is { } units)
        {
            bill.Add(Thing("Serverless v2 capacity"), units.Hours, "aurora", "serverless-v2-acu", DatabaseCosts.Running(stops), units.SpareHours / units.Hours);
        }

        foreach (var (resource, index) in Instances.Take(plan.Layout.Instances).Select((resource, index) => (resource, index)))
        {
            if (plan.Price is { } price)
            {
                bill.Add(Thing(Kind(plan)) with { Resource = resource }, Stopping.RunningHours(bill.Input, stops), index == 0 ? price.Writer : price.Reader, [.. DatabaseCosts.Running(stops).Union(index == 0 ? Cause : bill.Input.Paths.Readers)], index > plan.Layout.Readers ? 1 : 0);
            }
        }

        Log(bill, Thing(""), plan.Layout.Instances);
    }

    private static void Storage(Bill bill, AuroraPlan plan, AuroraStorage storage)
    {
        bill.Add(Thing("Storage"), storage.BilledGb, "aurora", "storage-standard", Cause);
        bill.Add(Thing("I/O"), storage.MonthlyIo / 1e6m, "aurora", "io-standard", Cause);

        // As much backup as the cluster has storage is free: https://aws.amazon.com/rds/aurora/pricing/ (backup storage).
        var days = bill.Input.Policy.BackupRetentionDays;
        bill.Add(Thing("Backups beyond the free share") with { Against = Loss.Data }, storage.BilledGb * days * UsageAssumptions.DatabaseChangePercentPerDay.Value / 100, "aurora", "backup-storage", DatabaseCosts.BackupCause(bill), 1, UsageAssumptions.DatabaseChangePercentPerDay);
    }

    private static void Elsewhere(Bill bill, AuroraPlan plan, AuroraStorage storage)
    {
        if (plan.Units is { } units)
        {
            bill.Add(Follower("Serverless v2 capacity"), units.HoursElsewhere, "aurora", "serverless-v2-acu", Cause, 1);
        }

        foreach (var resource in Instances.Take(plan.Price is null ? 0 : plan.Layout.Elsewhere))
        {
            bill.Add(Follower(Kind(plan)) with { Resource = resource }, Month.Hours, plan.Price!.Elsewhere!, Cause, 1);
        }

        bill.Add(Follower("Storage"), storage.BilledGb, "aurora", "storage-standard", Cause, 1);
        bill.Add(Follower("Copy of the secret of the database's owner") with { Service = "AWS Secrets Manager" }, 1, "secrets-manager", "secret", Cause, 1);
        Log(bill, Follower(""), plan.Layout.Elsewhere);
        AlarmCosts.AddCluster(bill, true, Cause);
    }

    /// <summary>The volume's writes are billed once more for each region that follows, and their bytes cross over: https://aws.amazon.com/rds/aurora/pricing/ (global database).</summary>
    private static void Replication(Bill bill, Site other, Relational database)
    {
        var writes = 2 * database.WritesPerSecond * bill.Input.Workload.MeanShare * Month.Seconds;
        bill.Add(Thing("Replicated write I/O") with { Against = Loss.Region }, writes / 1e6m, "aurora", "global-replicated-write-io", Cause, 1);
        DatabaseTraffic.AddReplication(bill, other, database, Thing(""));
    }

    /// <summary>One instance stands where servers of one zone do; of several any may be the writer after a failover.</summary>
    private static (decimal, UsageAssumption) Crossing(Topology topology, bool isSpread) =>
        isSpread ? (topology.ChosenZoneShare, UsageAssumptions.ChosenZoneShare(topology)) : (topology.CrossZoneShare, UsageAssumptions.CrossZoneShare(topology));

    private static void Log(Bill bill, BilledThing thing, int instances) =>
        LogCosts.Add(bill, new LogStream("Database logs", thing.Module, thing.Resource, "cloudwatch", "logs-ingest"), instances * UsageAssumptions.DatabaseLogGb.Value, Cause, UsageAssumptions.DatabaseLogGb);

    private static string Kind(AuroraPlan plan) => $"{plan.Price!.Class.Name} aurora-{Wire.Name(plan.Database.Engine)}";

    private static BilledThing Thing(string item) => new("Amazon Aurora", item, Modules.Aurora, "Cluster");

    private static BilledThing Follower(string item) => new("Amazon Aurora", item, Modules.AuroraSecondary, "Cluster");
}
