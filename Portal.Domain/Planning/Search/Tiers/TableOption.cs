using Portal.Domain.Costs;
using Portal.Domain.Planning.Search.Regions;
using Portal.Domain.Sizing;

namespace Portal.Domain.Planning.Search.Tiers;

/// <summary>A key-value table: how throughput is paid, and the regions that hold it.</summary>
public sealed class TableOption : TierOption
{
    internal TableOption(PlanningInput input, Action<Bill> price)
        : base(input, price)
    {
    }

    public override Tier Tier => Tier.Table;

    public required TableLayout Layout { get; init; }

    public required CapacityMode Mode { get; init; }

    public required KeyValueSize Size { get; init; }

    /// <summary>Read units that a region keeps on an ordinary hour; every region keeps what the busiest needs.</summary>
    public int ProvisionedRead => ReadUnits(Layout, Size);

    public override IReadOnlyList<Site> Adds => [.. Layout.Extra, .. Layout.Witness is { } witness ? new[] { witness } : []];

    public override string Name => $"{Layout.Label}, {Wire.Name(Mode)}";

    internal static int ReadUnits(TableLayout layout, KeyValueSize size) => (int)Math.Ceiling(size.ProvisionedRead * layout.Replicas.Max(site => site.Share));
}
