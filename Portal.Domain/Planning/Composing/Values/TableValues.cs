using Portal.Domain.Planning.Search;
using Portal.Domain.Planning.Search.Tiers;

namespace Portal.Domain.Planning.Composing.Values;

/// <summary>The key-value table, and in each region who asks and watches it.</summary>
internal static class TableValues
{
    private static readonly IReadOnlyList<string> Letters = ["B", "C"];

    public static void Add(RegionValues values, PlanningInput input, Design design, string region)
    {
        if (design.Table is not { } option)
        {
            return;
        }

        AddTable(values.To(Modules.Table), input, option);

        // Copies have the table's name in every region; one stack makes them all. Where no server stands, nobody asks the table.
        if (design.Reach.Live.Any(site => site.Region == region))
        {
            values.All.SetFrom("TableName", input.Region, Modules.Table, "TableName");
        }

        foreach (var (copy, letter) in option.Layout.LaggingBehind(region).Zip(Letters))
        {
            values.To(Modules.MonitoringData).Set($"CopyRegion{letter}", copy.Region);
        }
    }

    private static void AddTable(ModuleValues table, PlanningInput input, TableOption option)
    {
        var layout = option.Layout;
        table.Set("Capacity", Wire.Name(option.Mode));
        table.Set("MinReadUnits", option.ProvisionedRead);
        table.Set("MaxReadUnits", option.Size.MaximumRead);
        table.Set("MinWriteUnits", option.Size.ProvisionedWrite);
        table.Set("MaxWriteUnits", option.Size.MaximumWrite);
        table.Set("DeletionProtection", input.Policy.ProtectsStateful);
        table.Set("Consistency", layout.Spread == TableSpread.Strong ? "strong" : "eventual");
        table.Set("WitnessRegion", layout.Witness?.Region ?? "");
        foreach (var (copy, letter) in layout.Replicas.Skip(1).Zip(Letters))
        {
            table.Set($"Region{letter}", copy.Region);
            table.SetFrom($"KeyArn{letter}", copy.Region, Modules.Foundation, "DataKeyArn");
        }
    }
}
