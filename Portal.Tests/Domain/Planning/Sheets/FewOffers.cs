using System.Collections.Frozen;
using Portal.Domain.Facts;

namespace Portal.Tests.Domain.Planning.Sheets;

/// <summary>Facts of a world that sells at most three of each kind, so that every combination can be tried. The same seed gives the same world.</summary>
internal static class FewOffers
{
    private const int Most = 3;

    public static AwsFacts Of(AwsFacts facts, int seed)
    {
        var types = Some(facts.Instances.Values.SelectMany(offers => offers).Select(offer => offer.Type.Name), new Random(seed));
        var classes = Some(facts.Databases.Values.SelectMany(offers => offers).Where(offer => offer.Class.MemoryGib is > 8 and < 128).Select(offer => offer.Class.Name), new Random(seed));
        var nodes = Some(facts.Caches.Values.SelectMany(offers => offers).Where(offer => offer.Node.MemoryGib > 4).Select(offer => offer.Node.Name), new Random(seed));
        return facts with
        {
            Caches = facts.Caches.ToFrozenDictionary(region => region.Key, region => (IReadOnlyList<CacheOffer>)[.. region.Value.Where(offer => nodes.Contains(offer.Node.Name))]),
            Instances = facts.Instances.ToFrozenDictionary(region => region.Key, region => (IReadOnlyList<InstanceOffer>)[.. region.Value.Where(offer => types.Contains(offer.Type.Name))]),
            Databases = facts.Databases.ToFrozenDictionary(region => region.Key, region => (IReadOnlyList<DatabaseOffer>)[.. region.Value.Where(offer => classes.Contains(offer.Class.Name))]),
        };
    }

    private static HashSet<string> Some(IEnumerable<string> names, Random random) =>
        [.. names.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).OrderBy(_ => random.Next()).Take(Most)];
}
