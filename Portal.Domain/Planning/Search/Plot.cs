namespace Portal.Domain.Planning.Search;

/// <summary>One reach on one topology, with the options of each tier there; made when the search comes to it.</summary>
internal sealed class Plot
{
    private readonly IReadOnlyList<TierList> tiers;
    private readonly Lazy<Ground> ground;

    public Plot(Reach reach, Topology topology, Func<Ground> ground, IReadOnlyList<TierList> tiers)
    {
        (Reach, Topology, this.tiers) = (reach, topology, tiers);
        this.ground = new Lazy<Ground>(ground, LazyThreadSafetyMode.None);
    }

    public Reach Reach { get; }

    public Topology Topology { get; }

    public Ground Ground => ground.Value;

    public IEnumerable<TierList> Tiers => tiers;

    /// <summary>For each tier the options that can be part of a best design, cheapest first; empty where some tier has none.</summary>
    public IReadOnlyList<IReadOnlyList<TierOption>> Contenders(Choice choice)
    {
        var lists = new List<IReadOnlyList<TierOption>>();
        foreach (var tier in tiers)
        {
            var list = choice.Options.TryGetValue(tier.Tier, out var admits) ? Unbeaten(Sorted(tier.All.Where(admits))) : tier.Contenders;
            if (list.Count == 0)
            {
                return [];
            }

            lists.Add(list);
        }

        return lists;
    }

    public static IReadOnlyList<TierOption> Sorted(IEnumerable<TierOption> options) =>
        [.. options.OrderBy(option => option.Monthly).ThenBy(option => option.Pieces).ThenBy(option => option.Name, StringComparer.Ordinal)];

    /// <summary>An option that another beats in price and every promise can never be part of the best design. Cheapest first, so only one that was kept before can beat.</summary>
    public static IReadOnlyList<TierOption> Unbeaten(IReadOnlyList<TierOption> sorted)
    {
        var kept = new List<TierOption>();
        foreach (var option in sorted)
        {
            if (!kept.Exists(other => other.Tally.IsNoWorseThan(option.Tally)))
            {
                kept.Add(option);
            }
        }

        return kept;
    }
}

/// <summary>The options of one tier on one plot.</summary>
/// <param name="all">Every option there is.</param>
/// <param name="likely">Those that some other does not surely beat, where that can be told without pricing them; null: all.</param>
internal sealed class TierList(Tier tier, Func<IEnumerable<TierOption>> all, Func<IEnumerable<TierOption>>? likely = null)
{
    private readonly Lazy<IReadOnlyList<TierOption>> every = new(() => [.. all()], LazyThreadSafetyMode.None);
    private IReadOnlyList<TierOption>? contenders;

    public Tier Tier => tier;

    public IReadOnlyList<TierOption> All => every.Value;

    public IReadOnlyList<TierOption> Contenders => contenders ??= Plot.Unbeaten(Plot.Sorted(likely?.Invoke() ?? All));
}
