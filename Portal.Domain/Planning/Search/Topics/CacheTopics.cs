using Portal.Domain.Planning.Search.Tiers;
using Portal.Domain.Requests;

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
            Gives(cache),
            Choice.OfTier<CacheOption>(Tier.Cache, option => option.Nodes < cache.Nodes).Beside(chosen),
            counts.Concat(types))
        {
            Modules = [Modules.Cache],
        };
    }

    /// <summary>Memcached copies nothing.</summary>
    private static string Gives(CacheOption cache) => (cache.Nodes, cache.Engine) switch
    {
        (1, _) => "nothing that was asked needs a second node",
        (_, CacheEngine.Memcached) => "its keys are spread over nodes in two zones: a lost node takes its part along, and the others go on",
        _ => "a node in another zone serves when one is lost",
    };

    private static string Words(int nodes) => nodes == 1 ? "one node" : $"{nodes} nodes";
}
