using Portal.Domain.Costs;
using Portal.Domain.Facts;
using Portal.Domain.Planning.Document;
using Portal.Domain.Planning.Search.Regions;
using Portal.Domain.Requests;
using Portal.Domain.Resilience;
using Portal.Domain.Sizing;

namespace Portal.Domain.Planning.Search.Tiers;

/// <summary>A DynamoDB table on demand or provisioned, in one region or copied to those that take over, with or without agreement between them.</summary>
internal static class TableAxis
{
    public static IEnumerable<TableOption> Options(PlanningInput input, Reach reach, KeyValue table)
    {
        var size = new KeyValueSize(table, input.Facts);
        return from layout in Layouts(input, reach, table)
               where TableCosts.Prices(input, reach, layout).All(price => input.Facts.FindPrice(price.Service, price.Item, price.Region) is not null)
               from mode in Enum.GetValues<CapacityMode>()
               select Option(input, reach, table, size, layout, mode);
    }

    private static IEnumerable<TableLayout> Layouts(PlanningInput input, Reach reach, KeyValue table)
    {
        if (!reach.TakesOver)
        {
            yield return new TableLayout(TableSpread.OneRegion, [reach.First], null);
            yield break;
        }

        var live = reach.Live.ToList();
        var regions = live.Select(site => site.Region).ToList();

        // A strong read sees the writes of its own region only, so users of two regions would see different tables.
        if (reach.Strategy != Strategy.ActiveActive || table.Consistency == ReadConsistency.Eventual)
        {
            yield return new TableLayout(TableSpread.Eventual, live, null);
        }

        if (live.Count == 3 && StrongRegions.HoldAll(regions))
        {
            yield return new TableLayout(TableSpread.Strong, live, null);
        }

        foreach (var third in live.Count == 2 ? StrongRegions.Beside(regions).Where(region => MayHold(input, region)) : [])
        {
            yield return new TableLayout(TableSpread.Strong, live, new Site(third, RegionRole.Witness, 0, false));
            yield return new TableLayout(TableSpread.Strong, [.. live, new Site(third, RegionRole.Backup, 0, false)], null);
        }
    }

    /// <summary>A witness takes in the same data as a copy, so both lie where the sheet's residency allows.</summary>
    private static bool MayHold(PlanningInput input, string region) =>
        input.Facts.Regions.TryGetValue(region, out var known) && RegionFacts.Allows(input.Sheet.Placement.Residency, known);

    private static TableOption Option(PlanningInput input, Reach reach, KeyValue table, KeyValueSize size, TableLayout layout, CapacityMode mode)
    {
        return new TableOption(input, bill => TableCosts.Add(bill, reach, table, layout, mode, size, atPeak: false))
        {
            AtPeak = bill => TableCosts.Add(bill, reach, table, layout, mode, size, atPeak: true),
            Layout = layout,
            Mode = mode,
            Size = size,
            Commitment = new PathPart("key-value table", input.Facts.Commitments[("dynamodb", layout.IsGlobal ? "global tables" : "standard")]),
            Zone = RecoveryRules.TableZone,
            Corruption = input.Recovery.TableRestore(table.SizeGb),
            Region = Region(reach, input.Recovery, layout, table.SizeGb),
            Pieces = (2 * layout.Replicas.Count) + (layout.Witness is null ? 0 : 1) + (mode == CapacityMode.Provisioned ? 1 : 0),
        };
    }

    private static RecoveryTime? Region(Reach reach, RecoveryRules rules, TableLayout layout, decimal sizeGb) => reach.Strategy switch
    {
        Strategy.OneRegion => null,
        Strategy.BackupCopy => RegionRecovery.Backup(TimeSpan.FromHours(reach.CopyHours), rules.TableRestoreSeconds(sizeGb) + rules.Repoint, RegionRebuild.DeploymentSeconds),
        _ => rules.Region.Table(layout.Spread == TableSpread.Strong),
    };
}
