using Portal.Domain.Planning.Search.Regions;

namespace Portal.Domain.Planning.Search;

/// <summary>Every design there is for a sheet: one option of each tier, on one topology, in one reach. The axes are the files that end in <c>Axis</c>.</summary>
public sealed class SearchSpace
{
    private readonly IReadOnlyList<Plot> plots;

    private SearchSpace(IReadOnlyList<Plot> plots)
    {
        this.plots = plots;
    }

    internal IReadOnlyList<Plot> Plots => plots;

    public static SearchSpace Of(PlanningInput input)
    {
        var (topologies, tiers, here) = (TopologyAxis.Options(input).ToList(), new TierLists(input), Reach.OneRegion(input.Region));
        var alone = topologies.ToDictionary(topology => topology, topology => new Plot(here, topology, tiers, null));
        return new SearchSpace([.. from reach in ReachAxis.Options(input)
                                   from topology in topologies
                                   where reach.Live.All(site => input.Facts.Regions[site.Region].Zones.Count >= topology.NetworkZones)
                                   select reach.Strategy == Strategy.OneRegion ? alone[topology] : new Plot(reach, topology, tiers, reach.Strategy == Strategy.ActiveActive ? null : alone[topology])]);
    }

    /// <summary>What has servers in so many regions at most.</summary>
    public SearchSpace Within(int regions) => new([.. plots.Where(plot => plot.Reach.Live.Count() <= regions)]);

    /// <summary>Whether a tier that the sheet asks for has no option anywhere.</summary>
    public bool Lacks(Tier tier) => plots.All(plot => plot.Tiers.Where(list => list.Tier == tier).All(list => list.All.Count == 0)) && plots.Any(plot => plot.Tiers.Any(list => list.Tier == tier));

    /// <summary>Every combination, priced and judged one by one, nothing left out.</summary>
    public IEnumerable<Design> All() =>
        from plot in plots
        from options in Product([.. plot.Tiers.Select(tier => tier.All)])
        select new Design(plot.Ground, options);

    /// <summary>How many combinations there are.</summary>
    public long Count => plots.Sum(plot => plot.Tiers.Aggregate(1L, (product, tier) => product * tier.All.Count));

    /// <summary>Every option of a tier on the plots that a choice admits.</summary>
    public IEnumerable<TierOption> Options(Tier tier, Choice choice) =>
        plots.Where(plot => choice.Admits(plot.Reach, plot.Topology)).SelectMany(plot => plot.Tiers).Where(list => list.Tier == tier).SelectMany(list => choice.AmongLikely ? list.Likely : list.All);

    public IEnumerable<Reach> Reaches => plots.Select(plot => plot.Reach).Distinct();

    private static IEnumerable<IReadOnlyList<TierOption>> Product(IReadOnlyList<IReadOnlyList<TierOption>> tiers) =>
        tiers.Aggregate((IEnumerable<IReadOnlyList<TierOption>>)[[]], (whole, tier) => whole.SelectMany(_ => tier, (parts, option) => (IReadOnlyList<TierOption>)[.. parts, option]));
}
