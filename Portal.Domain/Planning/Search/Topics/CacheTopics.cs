using Portal.Domain.Planning.Search.Tiers;

namespace Portal.Domain.Planning.Search.Topics;

/// <summary>The cache: how many nodes of which type.</summary>
internal static class CacheTopics
{
    public const string Name = "cache";

    private static readonly string[] Asked = [SheetPaths.Cache];

    public static IEnumerable<Topic> Of(SearchSpace space, Design chosen)
    {
        if (chosen.Cache is not { } cache)
        {
            yield break;
        }

        var same = Choice.On(chosen);
        var counts = space.Options(Tier.Cache, same).Cast<CacheOption>().Select(option => option.Nodes).Where(count => count != cache.Nodes).Distinct().Order().Take(3)
            .Select(count => (Words(count), Choice.OfTier<CacheOption>(Tier.Cache, option => option.Nodes == count)));
        var types = space.Options(Tier.Cache, same).Cast<CacheOption>().Where(option => option.Nodes == cache.Nodes && option.NodeType != cache.NodeType)
            .OrderBy(option => option.Monthly).ThenBy(option => option.Name, StringComparer.Ordinal).Select(option => option.NodeType).Take(1)
            .Select(type => (type, Choice.OfTier<CacheOption>(Tier.Cache, option => option.NodeType == type && option.Nodes == cache.Nodes)));
        yield return new Topic(
            Name,
            cache.Name,
            Asked,
            cache.Nodes == 1 ? "nothing that was asked needs a second node" : "a node in another zone serves when one is lost",
            Choice.OfTier<CacheOption>(Tier.Cache, option => option.Nodes < cache.Nodes).Beside(chosen),
            counts.Concat(types))
        {
            Modules = [Modules.Cache],
        };
    }

    private static string Words(int nodes) => nodes == 1 ? "one node" : $"{nodes} nodes";
}
