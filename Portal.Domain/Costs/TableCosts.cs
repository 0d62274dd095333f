using Portal.Domain.Planning;
using Portal.Domain.Planning.Policies;
using Portal.Domain.Planning.Search.Regions;
using Portal.Domain.Planning.Search.Tiers;
using Portal.Domain.Requests;
using Portal.Domain.Sizing;

namespace Portal.Domain.Costs;

/// <summary>
/// Throughput, storage, backups and copies of the key-value table. One stack in the first region makes the copies in all of them.
/// Traffic takes the gateway endpoint, which costs nothing, not the NAT gateway.
/// </summary>
/// <remarks>
/// https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/global-tables-billing.html: every region pays each write, a replicated write costs what a write costs,
/// and what crosses regions is paid as data transfer.
/// </remarks>
internal static class TableCosts
{
    /// <summary>
    /// Each scaling policy keeps four alarms: two for what is used, two for what is provisioned; reads and writes have a policy each.
    /// https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/AutoScaling.html
    /// </summary>
    private const int ScalingAlarms = 8;

    private const decimal UnitsOfPrice = 1_000_000;

    private static readonly string[] Cause = [SheetPaths.KeyValue];

    private static readonly string[] InEachRegion = ["on-demand-write", "on-demand-read", "provisioned-write", "provisioned-read", "storage-standard", "pitr-backup"];

    /// <summary>Every price that the layout needs.</summary>
    public static IEnumerable<(string Service, string Item, string Region)> Prices(PlanningInput input, Reach reach, TableLayout layout)
    {
        var own = layout.Replicas.SelectMany(site => InEachRegion.Select(item => ("dynamodb", item, site.Region)));
        var global = layout.IsGlobal
            ? Sites(layout).SelectMany(site => new[] { ("dynamodb", "global-table-replicated-write", site.Region), ("dynamodb", "provisioned-write", site.Region) }).Concat(layout.Replicas.SelectMany(site => Others(layout, site).Select(other => (InterRegion.Service, InterRegion.Item(site.Region, other.Region), site.Region))))
            : [];
        return own.Concat(global).Concat(BackupPolicy.Of(input, reach) is { } policy ? Backups(reach, policy) : []);
    }

    private static IEnumerable<(string Service, string Item, string Region)> Backups(Reach reach, BackupPolicy policy)
    {
        yield return ("dynamodb", "on-demand-backup", reach.First.Region);
        yield return ("dynamodb", "restore", reach.First.Region);
        if (policy.CopiesTo is { } other)
        {
            yield return ("dynamodb", "on-demand-backup", other.Region);
            yield return ("backup", "cross-region-copy-transfer", reach.First.Region);
        }
    }

    /// <param name="atPeak">Whether reads and writes are those of the peak in every hour.</param>
    public static void Add(Bill bill, Reach reach, KeyValue table, TableLayout layout, CapacityMode mode, KeyValueSize size, bool atPeak)
    {
        AddUnits(bill, layout, mode, size, atPeak);
        foreach (var site in layout.Replicas)
        {
            var here = bill.At(site);
            here.Add(Thing(bill, "Storage"), table.SizeGb, "dynamodb", "storage-standard", Cause, here.FixedPremium);
            here.Add(Thing(bill, "Point-in-time recovery") with { Against = Loss.Data }, table.SizeGb, "dynamodb", "pitr-backup", bill.Input.Sheet.Recovery.Corruption is null ? Cause : [SheetPaths.KeyValue, SheetPaths.Corruption], 1);
        }

        foreach (var extra in layout.Extra)
        {
            PlatformCosts.AddCopyKeys(bill.At(extra));
        }

        Transfer(bill, table, layout);
        foreach (var site in layout.Replicas.Where(site => site.IsLive))
        {
            AlarmCosts.AddTable(bill.At(site), layout.LaggingBehind(site.Region).Count(), Cause);
        }

        BackupCosts.AddTable(bill, reach, table.SizeGb, Cause);
    }

    /// <summary>Reads and writes of an expected month, or of one at peak.</summary>
    private static void AddUnits(Bill bill, TableLayout layout, CapacityMode mode, KeyValueSize size, bool atPeak)
    {
        foreach (var site in layout.Replicas)
        {
            var here = bill.At(site);
            if (mode == CapacityMode.OnDemand)
            {
                OnDemand(here, layout, size, atPeak);
            }
            else
            {
                Provisioned(here, layout, size, atPeak);
            }
        }

        if (layout.Witness is { } witness)
        {
            TakeIn(bill.At(witness), mode, size, atPeak);
        }
    }

    /// <summary>Paid as the table's writes are.</summary>
    private static void TakeIn(Bill there, CapacityMode mode, KeyValueSize size, bool atPeak)
    {
        var thing = Thing(there, "Changes that the witness takes in");
        var share = UsageAssumptions.WitnessUnitsPerWrite;
        if (mode == CapacityMode.Provisioned)
        {
            there.Add(thing, share.Value * (atPeak ? size.MaximumWrite : size.ProvisionedWrite) * Month.Hours, "dynamodb", "provisioned-write", Cause, 1, share);
            return;
        }

        there.Add(thing, share.Value * (atPeak ? size.PeakWriteUnits * Month.Seconds : size.MonthlyWriteUnits) / UnitsOfPrice, "dynamodb", "global-table-replicated-write", Cause, 1, share);
    }

    private static void OnDemand(Bill here, TableLayout layout, KeyValueSize size, bool atPeak)
    {
        var (reads, writes) = atPeak ? (size.PeakReadUnits * Month.Seconds, size.PeakWriteUnits * Month.Seconds) : (size.MonthlyReadUnits, size.MonthlyWriteUnits);
        here.Add(Thing(here, layout.IsGlobal ? "Replicated writes on demand" : "Writes on demand"), writes / UnitsOfPrice, "dynamodb", layout.IsGlobal ? "global-table-replicated-write" : "on-demand-write", Cause, here.FixedPremium);
        here.Add(Thing(here, "Reads on demand"), reads * here.Site.Share / UnitsOfPrice, "dynamodb", "on-demand-read", Cause);
    }

    private static void Provisioned(Bill here, TableLayout layout, KeyValueSize size, bool atPeak)
    {
        var (reads, writes) = atPeak ? (size.MaximumRead, size.MaximumWrite) : (TableOption.ReadUnits(layout, size), size.ProvisionedWrite);
        here.Add(Thing(here, layout.IsGlobal ? "Replicated write capacity" : "Write capacity"), writes * Month.Hours, "dynamodb", "provisioned-write", Cause, here.FixedPremium);
        here.Add(Thing(here, "Read capacity"), reads * Month.Hours, "dynamodb", "provisioned-read", Cause);
        here.Add(Thing(here, "Alarms of the auto scaling"), ScalingAlarms, "cloudwatch", "alarm-standard", Cause, here.FixedPremium);
    }

    /// <summary>Each region sends what its users write to all others, the witness among them.</summary>
    private static void Transfer(Bill bill, KeyValue table, TableLayout layout)
    {
        var gb = table.WritesPerSecond * KeyValueSize.MeanShare * Month.Seconds * table.ItemKb / 1e6m;
        foreach (var site in layout.Replicas.Where(_ => layout.IsGlobal))
        {
            foreach (var others in Others(layout, site).GroupBy(other => InterRegion.Item(site.Region, other.Region), StringComparer.Ordinal))
            {
                bill.At(site).Add(new BilledThing("Data transfer", "Changes of the table to other regions", Modules.Table, "Table") { StackRegion = bill.Input.Region, Against = Loss.Region }, gb * site.Share * others.Count(), InterRegion.Service, others.Key, Cause, 1);
            }
        }
    }

    private static IEnumerable<Site> Others(TableLayout layout, Site site) => Sites(layout).Where(other => other.Region != site.Region);

    private static IEnumerable<Site> Sites(TableLayout layout) => layout.Witness is { } witness ? layout.Replicas.Append(witness) : layout.Replicas;

    private static BilledThing Thing(Bill bill, string item) => new("Amazon DynamoDB", item, Modules.Table, "Table") { StackRegion = bill.Input.Region };
}
