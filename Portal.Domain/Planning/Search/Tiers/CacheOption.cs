using Portal.Domain.Costs;
using Portal.Domain.Planning.Search.Regions;
using Portal.Domain.Requests;

namespace Portal.Domain.Planning.Search.Tiers;

/// <summary>A cache of its own in each region with servers.</summary>
public sealed class CacheOption : TierOption
{
    internal CacheOption(PlanningInput input, Action<Bill> price)
        : base(input, price)
    {
    }

    public override Tier Tier => Tier.Cache;

    public required CacheEngine Engine { get; init; }

    public required string NodeType { get; init; }

    /// <summary>Nodes in the first region.</summary>
    public required int Nodes { get; init; }

    public override string Name => $"{EngineName(Engine)}, {(Nodes == 1 ? "one" : Nodes)} {NodeType}";

    /// <summary>Nodes in a region. A pilot light keeps one, so that its stack stands and a takeover needs no new cache; what it lacks is added afterwards.</summary>
    public int NodesIn(Reach reach, Site site) => NodesIn(Nodes, Engine, reach, site);

    internal static int NodesIn(int nodes, CacheEngine engine, Reach reach, Site site) =>
        reach.Strategy == Strategy.PilotLight && !site.IsFirst && engine != CacheEngine.Memcached ? 1 : nodes;

    public static string EngineName(CacheEngine engine) => engine switch
    {
        CacheEngine.Valkey => "ElastiCache for Valkey",
        CacheEngine.Redis => "ElastiCache for Redis",
        _ => "ElastiCache for Memcached",
    };
}
