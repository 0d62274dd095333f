using Portal.Domain.Costs;
using Portal.Domain.Planning.Search.Regions;
using Portal.Domain.Requests;
using Portal.Domain.Resilience;

namespace Portal.Domain.Planning.Search.Tiers;

/// <summary>A versioned bucket; where a second region is to have the data, with a copy there.</summary>
internal static class ObjectsAxis
{
    /// <summary>Regions that one bucket serves: its own and that of its copy (templates/storage.yaml, templates/static-site.yaml).</summary>
    private const int MostRegions = 2;

    public static IEnumerable<ObjectsOption> Options(PlanningInput input, Reach reach, Objects objects)
    {
        if (reach.Sites.Count > MostRegions || ObjectsCosts.Prices(input, reach).Any(price => price is null))
        {
            yield break;
        }

        var copy = reach.Sites.Skip(1).FirstOrDefault();
        yield return new ObjectsOption(input, bill => ObjectsCosts.Add(bill, reach, copy, objects))
        {
            Copy = copy,
            SizeGb = objects.SizeGb,
            IsPublic = objects.PublicStatic,
            Zone = RecoveryRules.ObjectsZone,
            Corruption = input.Recovery.ObjectsCorruption,
            Region = copy is null ? null : input.Recovery.Region.Objects,
            Pieces = copy is null ? 1 : 2,
        };
    }
}
