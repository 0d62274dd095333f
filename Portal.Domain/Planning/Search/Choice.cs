using Portal.Domain.Planning.Search.Regions;

namespace Portal.Domain.Planning.Search;

/// <summary>Which designs the search may take; a forced choice leaves some.</summary>
public sealed record Choice
{
    public static readonly Choice Free = new();

    /// <summary>Null: any.</summary>
    public Func<Reach, bool>? Reach { get; init; }

    /// <summary>Null: any.</summary>
    public Func<Topology, bool>? Topology { get; init; }

    /// <summary>For each tier that is not free: which of its options.</summary>
    public IReadOnlyDictionary<Tier, Func<TierOption, bool>> Options { get; init; } = new Dictionary<Tier, Func<TierOption, bool>>();

    /// <summary>Whether the likely options of a tier are enough to choose from: so where the choice does not look at what the unlikely ones differ in.</summary>
    public bool AmongLikely { get; init; }

    /// <summary>In the regions and on the zones of a design.</summary>
    public static Choice On(Design design) => new() { Reach = reach => reach == design.Reach, Topology = topology => topology == design.Topology };

    public static Choice OfTier<T>(Tier tier, Func<T, bool> admits) where T : TierOption =>
        new() { Options = new Dictionary<Tier, Func<TierOption, bool>> { [tier] = option => option is T own && admits(own) } };

    public Choice And<T>(Tier tier, Func<T, bool> admits) where T : TierOption =>
        this with { Options = new Dictionary<Tier, Func<TierOption, bool>>(Options) { [tier] = option => option is T own && admits(own) } };

    /// <summary>The same with all that it leaves open as a design has it.</summary>
    public Choice Beside(Design design) => this with
    {
        Reach = reach => reach == design.Reach && Reach?.Invoke(reach) != false,
        Topology = topology => Topology?.Invoke(topology) ?? topology == design.Topology,
        Options = design.Options.ToDictionary(kept => kept.Tier, kept => Options.GetValueOrDefault(kept.Tier) ?? (option => option.Name == kept.Name)),
    };

    public bool Admits(Reach reach, Topology topology) => Reach?.Invoke(reach) != false && Topology?.Invoke(topology) != false;
}
