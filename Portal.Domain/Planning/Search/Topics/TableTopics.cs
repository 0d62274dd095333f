using Portal.Domain.Planning.Search.Tiers;

namespace Portal.Domain.Planning.Search.Topics;

/// <summary>The key-value table: how throughput is paid, and how copies in other regions agree.</summary>
internal static class TableTopics
{
    public const string Regions = "table over regions";

    private static readonly string[] Asked = [SheetPaths.KeyValue];

    public static IEnumerable<Topic> Of(SearchSpace space, Design chosen)
    {
        if (chosen.Table is not { } table)
        {
            yield break;
        }

        yield return Capacity(table);
        if (table.Layout.IsGlobal)
        {
            yield return OverRegions(space, chosen, table);
        }
    }

    private static Topic Capacity(TableOption table) => new(
        "key-value table",
        Words(table.Mode),
        Asked,
        table.Mode == CapacityMode.Provisioned ? "units for the mean at 70 % use, with the peak as maximum, cost less than each request" : "paying each request costs less than keeping units, and no scaling has to follow",
        null,
        Enum.GetValues<CapacityMode>().Where(mode => mode != table.Mode).Select(mode => (Words(mode), Choice.OfTier<TableOption>(Tier.Table, option => option.Mode == mode))));

    private static Topic OverRegions(SearchSpace space, Design chosen, TableOption table)
    {
        var same = Choice.On(chosen);
        var labels = space.Options(Tier.Table, same).Cast<TableOption>().Select(option => option.Layout.Label).Where(label => label != table.Layout.Label).Distinct(StringComparer.Ordinal);
        return new Topic(
            Regions,
            table.Layout.Label,
            Asked,
            table.Layout.Spread == TableSpread.Strong ? "no acknowledged write is lost with a region, and each write waits for another region" : "a lost region takes about a second of writes along, and no write waits for another region",
            Choice.OfTier<TableOption>(Tier.Table, option => option.Layout.Spread < table.Layout.Spread).Beside(chosen),
            labels.Select(label => (label, same.And<TableOption>(Tier.Table, option => option.Layout.Label == label))))
        {
            ServesRegions = true,
        };
    }

    private static string Words(CapacityMode mode) => mode == CapacityMode.OnDemand ? "DynamoDB on demand" : "DynamoDB provisioned with auto scaling";
}
