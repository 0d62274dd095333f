using Portal.Domain.Planning.Search;
using Portal.Domain.Planning.Search.Regions;
using Portal.Domain.Planning.Search.Tiers;

namespace Portal.Domain.Planning.Composing.Values;

/// <summary>What Shield Advanced guards: everything of the design that is reached from the internet; a zone that stands already is others' too, and theirs to guard.</summary>
internal static class ShieldValues
{
    public static void Add(RegionValues values, PlanningInput input, Design design)
    {
        if (!design.Front.Kind.HasShield)
        {
            return;
        }

        var (front, shield) = (design.Front.Kind, values.To(Modules.Shield));
        if (!front.DynamicThroughCdn)
        {
            foreach (var (site, letter) in design.Reach.Live.Zip(["A", "B"]))
            {
                shield.SetFrom($"LoadBalancerArn{letter}", site.Region, Modules.Balancer, "LoadBalancerArn");
            }
        }

        if (front.Cdn)
        {
            shield.SetFrom("DistributionId", input.Region, Modules.StaticSite, "DistributionId");
        }

        if (front.Steering == Steering.Accelerator)
        {
            shield.SetFrom("AcceleratorId", Site.Accelerators.Region, Modules.Accelerator, "AcceleratorId");
        }
    }
}
