using Portal.Domain.Planning.Search.Databases;
using Portal.Domain.Planning.Search.Regions;

namespace Portal.Domain.Planning.Search.Topics;

/// <summary>The relational database: its service and layout, its class, its readers, and what another region has of it.</summary>
internal static class RelationalTopics
{
    public const string Name = "relational database";
    public const string ReadReplicas = "read replicas";

    private static readonly string[] Asked = [SheetPaths.Relational];

    public static IEnumerable<Topic> Of(SearchSpace space, Design chosen)
    {
        if (chosen.Relational is not { } database)
        {
            yield break;
        }

        var same = Choice.On(chosen);
        var offered = space.Options(Tier.Relational, new Choice { Topology = topology => topology == chosen.Topology, AmongLikely = true }).Cast<RelationalOption>().ToList();
        var near = new Choice { Reach = reach => reach.Strategy == chosen.Reach.Strategy, AmongLikely = true };
        yield return Layout(offered, chosen, near, database);
        yield return Class(space, same, database);
        yield return Readers(offered, chosen, database);
        if (chosen.Reach.Strategy != Strategy.OneRegion)
        {
            yield return Elsewhere(offered, chosen, database);
        }
    }

    /// <summary>
    /// Layouts that differ only in more readers are the readers' topic. They are shown as far as the chosen design reaches: a second region that makes up for a missing standby is no answer to what a standby is for.
    /// </summary>
    private static Topic Layout(IReadOnlyList<RelationalOption> offered, Design chosen, Choice near, RelationalOption database)
    {
        var others = offered.Where(option => option.Readers <= Math.Max(1, option.Database.ReadReplicas ?? 0)).Select(option => option.Layout)
            .Where(layout => layout != database.Layout).Distinct(StringComparer.Ordinal)
            .Select(layout => (layout, near.And<RelationalOption>(Tier.Relational, option => option.Layout == layout)));
        return new Topic(
            Name,
            database.Layout,
            Asked,
            database.MultiAz ? "a second instance in another zone takes over without losing data" : "nothing that was asked needs a standby",
            Likely(option => option.Layout != database.Layout).Beside(chosen),
            others)
        {
            Modules = [Modules.Relational, Modules.Aurora],
        };
    }

    private static Topic Class(SearchSpace space, Choice same, RelationalOption database)
    {
        var others = space.Options(Tier.Relational, same).Cast<RelationalOption>()
            .Where(option => option.Layout == database.Layout && option.InstanceClass != database.InstanceClass)
            .OrderBy(option => option.Monthly).ThenBy(option => option.Name, StringComparer.Ordinal)
            .Select(option => option.InstanceClass).Take(1)
            .Select(next => (next, Of(option => option.InstanceClass == next && option.Layout == database.Layout)));
        return new Topic("database class", database.InstanceClass, Asked, database.IsServerless ? "its capacity follows the load" : "the cheapest class that carries queries, connections and memory", null, others);
    }

    private static Topic Readers(IReadOnlyList<RelationalOption> offered, Design chosen, RelationalOption database)
    {
        var others = offered.Select(option => option.Readers).Where(readers => readers != database.Readers).Distinct().Order()
            .Select(readers => (DatabaseLayout.Count(readers, "reader"), Likely(option => option.Readers == readers)));
        var asked = database.Database.ReadReplicas is not null;
        return new Topic(
            ReadReplicas,
            DatabaseLayout.Count(database.Readers, "reader"),
            asked ? [SheetPaths.ReadReplicas] : Asked,
            asked ? "as many as were asked for" : database.Readers == 0 ? "the writer carries the reads" : "the writer and its readers together cost less than a writer that carries all",
            Likely(option => option.Readers != database.Readers && IsAlike(option, database) && option.Elsewhere == database.Elsewhere).Beside(chosen),
            others);
    }

    private static Topic Elsewhere(IReadOnlyList<RelationalOption> offered, Design chosen, RelationalOption database)
    {
        var others = offered.Select(option => option.Elsewhere).Where(text => text != database.Elsewhere).Distinct(StringComparer.Ordinal)
            .Select(text => (text, Likely(option => option.Elsewhere == text)));
        return new Topic(
            "database in the second region",
            database.Elsewhere,
            Asked,
            "it decides how much data a lost region takes along and how soon another one serves",
            Likely(option => option.InstancesElsewhere < database.InstancesElsewhere && option.Layout == database.Layout && option.Readers == database.Readers).Beside(chosen),
            others)
        {
            ServesRegions = true,
        };
    }

    /// <summary>Of one service, with or without a partner in another zone, whatever readers stand beside.</summary>
    private static bool IsAlike(RelationalOption one, RelationalOption other) => (one.Service, one.IsServerless, one.MultiAz) == (other.Service, other.IsServerless, other.MultiAz);

    /// <summary>A choice that does not look at the class.</summary>
    private static Choice Likely(Func<RelationalOption, bool> admits) => Of(admits) with { AmongLikely = true };

    private static Choice Of(Func<RelationalOption, bool> admits) => Choice.OfTier(Tier.Relational, admits);
}
