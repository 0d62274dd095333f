using Portal.Domain.Planning.Letter;
using Portal.Domain.Planning.Search;
using Portal.Domain.Planning.Search.Regions;
using Portal.Domain.Planning.Search.Tiers;
using Portal.Domain.Requests;

namespace Portal.Domain.Planning.Cautions;

/// <summary>Risks that stay with tables, caches and object storage.</summary>
internal static class DataWarnings
{
    /// <summary>Units of a table that an account may use before it asks for more: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ServiceQuotas.html (default throughput quotas, each of reads and writes).</summary>
    private const int TableQuota = 40_000;

    public static IEnumerable<(bool, string, string)> Of(PlanningInput input, Design design) =>
        [.. design.Table is { } table ? Table(input, design, table) : [], .. design.Cache is { } cache ? Cache(input, design, cache) : [], .. design.Objects is { } objects ? Objects(input, design, objects) : []];

    private static IEnumerable<(bool, string, string)> Table(PlanningInput input, Design design, TableOption table)
    {
        var units = Math.Max(table.Size.PeakReadUnits, table.Size.PeakWriteUnits);
        yield return (units > TableQuota, SheetPaths.KeyValue, $"At peak the table needs {units:0} units a second where an account starts with {TableQuota}: raise the quota before.");
        yield return (table.Mode == CapacityMode.Provisioned && input.Sheet.Traffic.Pattern == TrafficPattern.Spiky, SheetPaths.KeyValue, "The table's capacity follows the load within minutes, so a sudden spike is throttled at first; on demand it is not.");
        yield return (table.Layout.Spread == TableSpread.Eventual && design.Reach.Strategy == Strategy.ActiveActive, SheetPaths.KeyValue, "Two regions that write the same item at once do not see each other: the later write wins.");
        yield return (table.Layout.Spread == TableSpread.Strong, SheetPaths.KeyValue, "Each write waits for another region, tens of milliseconds; the table admits no transactions and no expiry of items, and cannot be made eventually consistent later.");
    }

    private static IEnumerable<(bool, string, string)> Cache(PlanningInput input, Design design, CacheOption cache)
    {
        var keeps = cache.Engine != CacheEngine.Memcached && cache.Nodes > 1;
        yield return (!input.Sheet.Application.Stateless, "application.stateless", keeps
            ? "Sessions belong in the cache: a lost node takes about a second of them along, a lost region all of them; whoever must not sign in again then keeps them in the table or the database."
            : "Sessions belong in the cache, and nothing else keeps them: with a node its share of the sessions is lost.");
        yield return (design.Topology.Zones > 1 && cache.Nodes == 1, SheetPaths.ZoneLoss, $"The cache is one node: when its zone is lost, it is gone until another is made, within {Spoken.Duration(cache.Zone.RtoSeconds)}, and then starts empty; the data behind it carries its load.");
        yield return (design.Reach.Strategy == Strategy.PilotLight && design.Reach.Live.Any(site => cache.NodesIn(design.Reach, site) < cache.Nodes), SheetPaths.Cache, "The second region keeps one cache node until a takeover: add the others then, until which a lost node empties the cache there.");
        yield return (design.Reach.TakesOver, SheetPaths.Cache, "Each region fills its own cache: after a takeover it starts empty, and the data behind it carries more load until it is warm.");
    }

    private static IEnumerable<(bool, string, string)> Objects(PlanningInput input, Design design, ObjectsOption objects)
    {
        yield return (objects.Copy is not null && design.Reach.TakesOver, SheetPaths.Objects, $"Objects are copied from {input.Region} only: what the application stores in the copy in {objects.Copy?.Region} stays there.");
        yield return (objects.IsPublic && design.Front.Kind.DynamicThroughCdn, SheetPaths.PublicStatic, "The application's requests pass the same distribution: of the objects, users reach those whose name begins with static/.");
    }
}
