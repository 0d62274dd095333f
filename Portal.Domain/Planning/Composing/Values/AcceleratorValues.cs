using Portal.Domain.Costs;
using Portal.Domain.Planning.Search;
using Portal.Domain.Planning.Search.Regions;

namespace Portal.Domain.Planning.Composing.Values;

/// <summary>Global Accelerator before one region's load balancer or two, and who watches it.</summary>
internal static class AcceleratorValues
{
    public static void Add(RegionValues values, PlanningInput input, Design design)
    {
        var (accelerator, watch) = (values.To(Modules.Accelerator), values.To(Modules.MonitoringAccelerator));
        var live = design.Reach.Live.ToList();
        accelerator.SetFrom("LoadBalancerArn", live[0].Region, Modules.Balancer, "LoadBalancerArn");
        if (live.Count > 1)
        {
            accelerator.SetFrom("SecondLoadBalancerArn", live[1].Region, Modules.Balancer, "LoadBalancerArn");
            accelerator.Set("SecondPercent", design.Reach.Strategy == Strategy.ActiveActive ? 100 : 0);
        }

        watch.SetFromIf(AlarmCosts.HasTopic(Site.Accelerators, design.Reach), "TopicArn", Site.Accelerators.Region, Modules.Foundation, "TopicArn");
        watch.Set("ServingRegions", live.Count(site => !AlarmCosts.WaitsForTakeover(site, design.Reach)));
    }
}
