using Portal.Domain.Costs;
using Portal.Domain.Planning.Search.Databases;
using Portal.Domain.Planning.Search.Regions;
using Portal.Domain.Planning.Search.Tiers;
using Portal.Domain.Resilience;

namespace Portal.Domain.Planning.Search;

/// <summary>One whole candidate, judged: what it costs and what it promises.</summary>
public sealed class Design
{
    private readonly IReadOnlyList<TierOption> options;

    /// <param name="options">One of each tier that the sheet needs.</param>
    public Design(Ground ground, IReadOnlyList<TierOption> options)
    {
        (Ground, this.options) = (ground, options);
        Tally = options.Aggregate(ground.Tally, (sum, option) => sum.Plus(option.Tally));
        Promise = Promise.Of(ground.Reach, Tally);
    }

    public Ground Ground { get; }

    public Reach Reach => Ground.Reach;

    public Topology Topology => Ground.Topology;

    public Tally Tally { get; }

    public Promise Promise { get; }

    public Money Monthly => Tally.Monthly;

    public decimal FloorPercent => Promise.FloorPercent;

    public IReadOnlyList<TierOption> Options => options;

    public FrontOption Front => Of<FrontOption>()!;

    public FleetOption Fleet => Of<FleetOption>()!;

    /// <summary>Null where no relational data is asked for.</summary>
    public RelationalOption? Relational => Of<RelationalOption>();

    /// <summary>Null where no key-value table is asked for.</summary>
    public TableOption? Table => Of<TableOption>();

    /// <summary>Null where no cache is asked for.</summary>
    public CacheOption? Cache => Of<CacheOption>();

    /// <summary>Null where no object storage is asked for.</summary>
    public ObjectsOption? Objects => Of<ObjectsOption>();

    /// <summary>Every region of the design: those of the reach, then those that hold data only.</summary>
    public IReadOnlyList<Site> Sites => [.. Reach.Sites.Concat(options.SelectMany(option => option.Adds)).DistinctBy(site => site.Region)];

    /// <summary>The links of one region's chain, in the order in which a request meets them.</summary>
    public IReadOnlyList<PathPart> Chain => [Ground.LoadBalancer, .. options.Select(option => option.Commitment).OfType<PathPart>()];

    /// <summary>What stands before or beside all regions.</summary>
    public IReadOnlyList<PathPart> Global => [.. options.Select(option => option.GlobalCommitment).OfType<PathPart>()];

    public IEnumerable<CostLine> Lines => Ground.Lines.Concat(options.SelectMany(option => option.Lines));

    /// <summary>The cheapest; of equals the simpler, then the one whose regions lie nearer, then by name, so that the order is total.</summary>
    public static IComparer<Design> Cheapest { get; } = Comparer<Design>.Create((a, b) => Compare(a, b));

    /// <summary>In a few words, for people.</summary>
    public string Label() => string.Join(", ", new[] { Reach.Strategy == Strategy.OneRegion ? "" : Reach.Label, Topology.Label }.Concat(options.Select(option => option.Label)).Where(text => text.Length > 0));

    private T? Of<T>() where T : TierOption => options.OfType<T>().FirstOrDefault();

    private static int Compare(Design a, Design b)
    {
        var order = a.Monthly.CompareTo(b.Monthly);
        order = order != 0 ? order : Simplicity(a).CompareTo(Simplicity(b));
        order = order != 0 ? order : a.Reach.FarthestMs.CompareTo(b.Reach.FarthestMs);
        return order != 0 ? order : CompareNames(a, b);
    }

    private static (int, bool, int, int, int) Simplicity(Design design) =>
        ((int)design.Reach.Strategy, design.Reach.IsAutomatic, -design.Reach.CopyHours, design.Topology.Zones + design.Topology.NatGateways, design.options.Sum(option => option.Pieces));

    /// <summary>Tier by tier, as options of one tier are ordered among themselves.</summary>
    private static int CompareNames(Design a, Design b) =>
        a.options.Zip(b.options, (one, other) => string.CompareOrdinal(one.Name, other.Name)).Append(string.CompareOrdinal(a.Reach.Label, b.Reach.Label)).FirstOrDefault(order => order != 0);
}
