namespace Portal.Domain.Planning.Search;

/// <summary>
/// Every design there is for a sheet. A design is one option of each tier on one topology, and within a topology tiers neither change each
/// other's price nor promises; so an option that another beats in all of them can never be part of the best design, and only the rest is combined.
/// </summary>
public sealed class SearchSpace
{
    private readonly IReadOnlyList<Plot> plots;
    private readonly bool hasDatabase;

    private SearchSpace(IReadOnlyList<Plot> plots, bool hasDatabase)
    {
        this.plots = plots;
        this.hasDatabase = hasDatabase;
    }

    public bool HasFleet => plots.Any(plot => plot.Fleets.Count > 0);

    public bool HasDatabase => !hasDatabase || plots.Any(plot => plot.Databases.Count > 0);

    public static SearchSpace Of(PlanningInput input) => new(
        [.. TopologyAxis.Options(input).Select(topology => new Plot(Ground.Of(input, topology), Sorted(FleetAxis.Options(input, topology)), Sorted(DatabaseAxis.Options(input, topology))))],
        input.Sheet.Data.Relational is not null);

    /// <summary>Every combination; thousands of them, made one by one.</summary>
    public IEnumerable<Design> All() => Combine(Choice.Free, options => options, options => options);

    /// <summary>The combinations that can be the cheapest for some requirements, with some choices forced.</summary>
    public IReadOnlyList<Design> Candidates(Choice choice) => [.. Combine(choice, Unbeaten, Unbeaten).Order(Design.Cheapest)];

    /// <summary>The instance types that are the cheapest of their family on some topology, leaving one type out.</summary>
    public IEnumerable<string> BestOfFamilies(string except) =>
        plots.SelectMany(plot => plot.Fleets.Where(fleet => fleet.Name != except).DistinctBy(fleet => fleet.Fleet.Type.Family)).Select(fleet => fleet.Name).Distinct(StringComparer.Ordinal);

    private IEnumerable<Design> Combine(Choice choice, Func<IReadOnlyList<FleetOption>, IReadOnlyList<FleetOption>> fleets, Func<IReadOnlyList<DatabaseOption>, IReadOnlyList<DatabaseOption>> databases) =>
        from plot in plots
        where choice.Topology(plot.Ground.Topology)
        from fleet in fleets([.. plot.Fleets.Where(choice.Fleet)])
        from database in hasDatabase ? databases([.. plot.Databases.Where(choice.Database)]).Cast<DatabaseOption?>() : [null]
        select Design.Of(plot.Ground, fleet, database);

    private static List<T> Sorted<T>(IEnumerable<T> options) where T : TierOption =>
        [.. options.OrderBy(option => option.Monthly).ThenBy(option => option.Pieces).ThenBy(option => option.Name, StringComparer.Ordinal)];

    /// <summary>Cheapest first, so an option can only be beaten by one that was kept before it.</summary>
    private static List<T> Unbeaten<T>(IReadOnlyList<T> options) where T : TierOption
    {
        var kept = new List<T>();
        foreach (var option in options)
        {
            if (!kept.Exists(other => other.Beats(option)))
            {
                kept.Add(option);
            }
        }

        return kept;
    }

    private sealed record Plot(Ground Ground, IReadOnlyList<FleetOption> Fleets, IReadOnlyList<DatabaseOption> Databases);
}

/// <summary>Which options the search may take; a forced choice leaves one.</summary>
public sealed record Choice
{
    public static readonly Choice Free = new();

    public Func<Topology, bool> Topology { get; init; } = _ => true;

    public Func<FleetOption, bool> Fleet { get; init; } = _ => true;

    public Func<DatabaseOption, bool> Database { get; init; } = _ => true;
}
