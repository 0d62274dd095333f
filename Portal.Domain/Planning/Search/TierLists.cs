using Portal.Domain.Planning.Search.Databases;
using Portal.Domain.Planning.Search.Regions;
using Portal.Domain.Planning.Search.Tiers;

namespace Portal.Domain.Planning.Search;

/// <summary>The options of each tier of a sheet. Plots that differ in nothing that matters to a tier share its list, so that no option is priced twice.</summary>
internal sealed class TierLists(PlanningInput input)
{
    private readonly Dictionary<(Tier, string), TierList> lists = [];

    public PlanningInput Input => input;

    public IReadOnlyList<TierList> Of(Reach reach, Topology topology)
    {
        var data = input.Sheet.Data;
        var lists = new List<TierList>
        {
            Shared(Tier.Front, $"{Servers(reach)} {reach.Strategy == Strategy.OneRegion} {reach.TakesOver && reach.IsAutomatic} {topology.NetworkZones}", () => FrontAxis.Options(input, reach, topology)),
            Shared(Tier.Fleet, $"{Servers(reach)} {topology}", () => FleetAxis.Options(input, reach, topology), () => FleetAxis.Likely(input, reach, topology)),
        };
        if (data.Relational is { } relational)
        {
            lists.Add(Shared(Tier.Relational, $"{Data(reach, topology)} {reach.IsAutomatic}", () => RelationalAxes.Options(input, reach, topology, relational), () => RelationalAxes.Likely(input, reach, topology, relational)));
        }

        if (data.KeyValue is { } table)
        {
            lists.Add(Shared(Tier.Table, Data(reach, topology), () => TableAxis.Options(input, reach, table)));
        }

        if (data.Cache is { } cache)
        {
            lists.Add(Shared(Tier.Cache, Data(reach, topology), () => CacheAxis.Options(input, reach, topology, cache)));
        }

        if (data.Objects is { } objects)
        {
            lists.Add(Shared(Tier.Objects, Data(reach, topology), () => ObjectsAxis.Options(input, reach, objects)));
        }

        return lists;
    }

    private TierList Shared(Tier tier, string key, Func<IEnumerable<TierOption>> all, Func<IEnumerable<TierOption>>? likely = null)
    {
        if (!lists.TryGetValue((tier, key), out var list))
        {
            lists[(tier, key)] = list = new TierList(tier, all, likely);
        }

        return list;
    }

    /// <summary>Copies of backups change nothing for what runs.</summary>
    private static string Servers(Reach reach) =>
        string.Join(' ', reach.Live.Select(site => $"{site.Region} {site.Share}")) + (reach.TakesOver ? reach.Strategy : "");

    /// <summary>The way out to the internet changes nothing that is stored.</summary>
    private static string Data(Reach reach, Topology topology) =>
        $"{reach.Strategy} {reach.CopyHours} {string.Join(' ', reach.Sites.Select(site => $"{site.Region} {site.Share}"))} {topology.Zones}";
}
