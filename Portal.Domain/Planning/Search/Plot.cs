using Portal.Domain.Costs;
using Portal.Domain.Planning.Search.Regions;

namespace Portal.Domain.Planning.Search;

/// <summary>One reach on one topology, with the options of each tier there; made when the search comes to it.</summary>
internal sealed class Plot
{
    private readonly Lazy<IReadOnlyList<TierList>> tiers;
    private readonly Lazy<Ground> ground;
    private readonly Plot? alone;

    /// <param name="alone">The same topology in the first region only, where this plot adds to it; its cheapest tiers bound this plot's from below.</param>
    public Plot(Reach reach, Topology topology, TierLists lists, Plot? alone)
    {
        (Reach, Topology, this.alone) = (reach, topology, alone);
        tiers = new Lazy<IReadOnlyList<TierList>>(() => lists.Of(reach, topology), LazyThreadSafetyMode.None);
        ground = new Lazy<Ground>(() => Ground.Of(lists.Input, reach, topology), LazyThreadSafetyMode.None);
    }

    public Reach Reach { get; }

    public Topology Topology { get; }

    public Ground Ground => ground.Value;

    public IReadOnlyList<TierList> Tiers => tiers.Value;

    /// <summary>No design here costs less: a second region only adds to what the first one needs. What users meet first may be another thing altogether, so it counts as free.</summary>
    public Money LeastMonthly => Ground.Tally.Monthly + (alone is null ? Money.Zero : alone.Tiers.Where(list => list.Tier != Tier.Front).Sum(list => list.Contenders.Count == 0 ? Money.Zero : list.Contenders[0].Monthly));

    /// <summary>For each tier the options that can be part of a best design, cheapest first; empty where some tier has none.</summary>
    public IReadOnlyList<IReadOnlyList<TierOption>> Contenders(Choice choice)
    {
        var lists = new List<IReadOnlyList<TierOption>>();
        foreach (var tier in Tiers)
        {
            var list = choice.Options.TryGetValue(tier.Tier, out var admits) ? Unbeaten(Sorted((choice.AmongLikely ? tier.Likely : tier.All).Where(admits))) : tier.Contenders;
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
    private readonly Lazy<IReadOnlyList<TierOption>> some = new(() => [.. (likely ?? all)()], LazyThreadSafetyMode.None);
    private IReadOnlyList<TierOption>? contenders;

    public Tier Tier => tier;

    public IReadOnlyList<TierOption> All => every.Value;

    public IReadOnlyList<TierOption> Likely => some.Value;

    public IReadOnlyList<TierOption> Contenders => contenders ??= Plot.Unbeaten(Plot.Sorted(Likely));
}
