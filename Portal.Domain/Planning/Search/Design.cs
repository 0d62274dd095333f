using Portal.Domain.Costs;
using Portal.Domain.Resilience;

namespace Portal.Domain.Planning.Search;

/// <summary>One whole candidate, judged: what it costs and what it promises.</summary>
public sealed record Design
{
    private Design()
    {
    }

    public required Topology Topology { get; init; }

    public required FleetOption Fleet { get; init; }

    /// <summary>Null where no relational data is asked for.</summary>
    public required DatabaseOption? Database { get; init; }

    /// <summary>Lines of keys, network and load balancer.</summary>
    public required IReadOnlyList<CostLine> Ground { get; init; }

    public required Money Monthly { get; init; }

    public required IReadOnlyList<PathPart> Path { get; init; }

    public required decimal FloorPercent { get; init; }

    public required RecoveryTime Zone { get; init; }

    /// <summary>Null where nothing is stored.</summary>
    public required RecoveryTime? Corruption { get; init; }

    public IEnumerable<CostLine> Lines => Ground.Concat(Fleet.Lines).Concat(Database?.Lines ?? []);

    /// <summary>The cheapest; of equals the simpler, then by name, so that the order is total.</summary>
    public static IComparer<Design> Cheapest { get; } = Comparer<Design>.Create((a, b) => Rank(a).CompareTo(Rank(b)));

    public static Design Of(Ground ground, FleetOption fleet, DatabaseOption? database)
    {
        PathPart[] path = [ground.LoadBalancer, fleet.Commitment!, .. database?.Commitment is { } part ? new[] { part } : []];
        return new Design
        {
            Topology = ground.Topology,
            Fleet = fleet,
            Database = database,
            Ground = ground.Lines,
            Monthly = ground.Monthly + fleet.Monthly + (database?.Monthly ?? Money.Zero),
            Path = path,
            FloorPercent = Floor.Of(path),
            Zone = RecoveryRules.Slowest([ground.Zone, fleet.Zone, .. database is null ? [] : new[] { database.Zone }]),
            Corruption = database?.Corruption,
        };
    }

    /// <summary>In a few words, for people.</summary>
    public string Label() => string.Join(", ", new[] { Topology.Label, Fleet.Name, Database?.Label }.OfType<string>());

    private static (Money, int, int, string, string) Rank(Design design) => (
        design.Monthly,
        design.Topology.Zones + design.Topology.NatGateways,
        design.Fleet.Pieces + (design.Database?.Pieces ?? 0),
        design.Fleet.Name,
        design.Database?.Name ?? "");
}
