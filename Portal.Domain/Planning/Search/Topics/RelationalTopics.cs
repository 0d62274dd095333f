namespace Portal.Domain.Planning.Search.Topics;

/// <summary>The relational database: its service and layout, and its class.</summary>
internal static class RelationalTopics
{
    private static readonly string[] Asked = [SheetPaths.Relational];

    public static IEnumerable<Topic> Of(SearchSpace space, Design chosen)
    {
        if (chosen.Relational is not { } database)
        {
            yield break;
        }

        var same = new Choice { Reach = reach => reach == chosen.Reach, Topology = topology => topology == chosen.Topology };
        var layouts = space.Options(Tier.Relational, Choice.Free).Cast<RelationalOption>().Select(option => option.Layout).Where(layout => layout != database.Layout).Distinct(StringComparer.Ordinal)
            .Select(layout => (layout, Choice.OfTier<RelationalOption>(Tier.Relational, option => option.Layout == layout)));
        yield return new Topic(
            "relational database",
            database.Layout,
            Asked,
            database.MultiAz ? "a second instance in another zone takes over without losing data" : "nothing that was asked needs a standby",
            same.And<RelationalOption>(Tier.Relational, option => option.Layout != database.Layout),
            layouts)
        {
            Modules = [Modules.Relational],
        };
        yield return Class(space, same, database);
    }

    private static Topic Class(SearchSpace space, Choice same, RelationalOption database)
    {
        var others = space.Options(Tier.Relational, same).Cast<RelationalOption>()
            .Where(option => option.Layout == database.Layout && option.InstanceClass != database.InstanceClass)
            .OrderBy(option => option.Monthly).ThenBy(option => option.Name, StringComparer.Ordinal)
            .Select(option => option.InstanceClass).Take(1)
            .Select(next => (next, Choice.OfTier<RelationalOption>(Tier.Relational, option => option.InstanceClass == next && option.Layout == database.Layout)));
        return new Topic("database class", database.InstanceClass, Asked, "the cheapest class that carries queries, connections and memory", null, others);
    }
}
