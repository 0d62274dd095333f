using Portal.Domain.Facts;

namespace Portal.Domain.Planning.Search.Tiers;

/// <summary>
/// The instance types that Spot capacity may be beside the chosen one. A type in a zone is one pool of spare capacity; with several pools AWS takes less back at a time
/// (https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/spot-best-practices.html). They have as many vCPUs and no less memory, so that counts and targets hold for each of them.
/// </summary>
public static class SpotPools
{
    /// <summary>Alternatives that the module compute takes.</summary>
    public const int Most = 2;

    /// <summary>The cheapest first; none that is taken back too often, or that typically costs more than the chosen type on demand.</summary>
    public static IReadOnlyList<InstanceType> Beside(PlanningInput input, string region, InstanceType type)
    {
        var limit = input.Offer(region, type.Name)!.OnDemand.Usd;
        return
        [
            .. input.Facts.Instances[region]
                .Where(offer => offer.Type.Name != type.Name && IsAsLarge(offer.Type, type) && SpotRule.IsSteady(offer) && offer.Spot!.Usd <= limit)
                .OrderBy(offer => offer.Spot!.Usd).ThenBy(offer => offer.Type.Name, StringComparer.Ordinal)
                .Take(Most)
                .Select(offer => offer.Type),
        ];
    }

    /// <summary>A burstable type stands in for another only where it gives as much without credits.</summary>
    private static bool IsAsLarge(InstanceType other, InstanceType type) =>
        (other.Architecture, other.Vcpu) == (type.Architecture, type.Vcpu) && other.MemoryGib >= type.MemoryGib && (other.BaselinePercent ?? 100) >= (type.BaselinePercent ?? 100);
}
