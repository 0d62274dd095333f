using Portal.Domain.Planning.Search;
using Portal.Domain.Planning.Search.Regions;
using Portal.Domain.Planning.Search.Tiers;
using Portal.Domain.Sizing;

namespace Portal.Domain.Planning.Document;

/// <summary>Tables, caches and object storage of each region, as the plan document names them.</summary>
internal static class DataParts
{
    public static IReadOnlyList<KeyValuePlan> KeyValue(Design design) => design.Table is not { } table
        ? []
        : [.. table.Layout.Replicas.Concat(table.Layout.Witness is { } witness ? [witness] : []).Select(site =>
            new KeyValuePlan(site.Region, Wire.Name(table.Mode), table.Size.Consistency, Wire.Name(site.Role)) { StrongOverRegions = table.Layout.Spread == TableSpread.Strong })];

    public static IReadOnlyList<CachePlan> Cache(Design design) => design.Cache is not { } cache
        ? []
        : [.. design.Reach.Live.Select(site => new CachePlan(site.Region, cache.Engine, cache.NodeType, cache.NodesIn(design.Reach, site)))];

    public static IReadOnlyList<ObjectsPlan> Objects(Design design) => design.Objects is not { } objects
        ? []
        : [.. new[] { design.Reach.First, objects.Copy }.OfType<Site>().Select(site => new ObjectsPlan(site.Region, objects.SizeGb, Wire.Name(site.Role)))];

    /// <summary>For the letter.</summary>
    public static IEnumerable<string> Sentences(Plan plan)
    {
        foreach (var table in plan.KeyValue)
        {
            yield return $"Key-value table in {table.Region}: {table.Mode}, {Wire.Name(table.Consistency)} reads, {table.Role}{(table.StrongOverRegions ? ", agreeing with the other regions at once" : "")}.";
        }

        foreach (var cache in plan.Cache)
        {
            yield return $"Cache in {cache.Region}: {Wire.Name(cache.Engine)}, {cache.Nodes} x {cache.NodeType}.";
        }

        foreach (var objects in plan.Objects)
        {
            yield return FormattableString.Invariant($"Objects in {objects.Region}: {objects.SizeGb:0.##} GB, {objects.Role}.");
        }
    }
}
