using Portal.Domain.Planning.Search.Regions;

namespace Portal.Domain.Planning.Search.Tiers;

/// <summary>Where the items of a key-value table lie.</summary>
/// <param name="Replicas">Regions with all items, the first region first.</param>
/// <param name="Witness">A region that takes part in agreeing and keeps no items; null where there is none.</param>
public sealed record TableLayout(TableSpread Spread, IReadOnlyList<Site> Replicas, Site? Witness)
{
    public bool IsGlobal => Spread != TableSpread.OneRegion;

    /// <summary>Replicas that no server stands beside: a third one, where two regions serve.</summary>
    public IEnumerable<Site> Extra => Replicas.Where(site => !site.IsLive);

    /// <summary>The copies that take over what a region writes, and may lag behind it: none where they agree at once, or where nothing is written.</summary>
    public IEnumerable<Site> LaggingBehind(string region) =>
        Spread == TableSpread.Eventual && Replicas.Any(site => site.Region == region && site.Share > 0) ? Replicas.Where(site => site.Region != region) : [];

    /// <summary>For people, and to tell kinds apart.</summary>
    public string Label => Spread switch
    {
        TableSpread.OneRegion => "DynamoDB table",
        TableSpread.Eventual => "DynamoDB global table",
        _ when Witness is { } witness => $"DynamoDB strongly consistent global table with a witness in {witness.Region}",
        _ => $"DynamoDB strongly consistent global table in {string.Join(", ", Replicas.Select(site => site.Region))}",
    };
}

/// <summary>How the copies of a table agree.</summary>
public enum TableSpread
{
    OneRegion,

    /// <summary>A write is acknowledged in its region and copied to the others, usually within a second.</summary>
    Eventual,

    /// <summary>A write is in another region before it is acknowledged.</summary>
    Strong,
}

/// <summary>How throughput is paid.</summary>
public enum CapacityMode
{
    /// <summary>Each request.</summary>
    OnDemand,

    /// <summary>Units a second, which auto scaling follows the load with.</summary>
    Provisioned,
}
