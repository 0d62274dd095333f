using Portal.Domain.Planning.Search;

namespace Portal.Domain.Planning.Composing.Values;

/// <summary>From where on people hear of what stands before all regions.</summary>
internal static class MonitoringGlobalValues
{
    public static void Add(RegionValues values, PlanningInput input, Design design)
    {
        var monitoring = values.To(Modules.MonitoringGlobal);
        monitoring.Set("BlockedPerMinute", MonitoringValues.BlockedPerMinute(input.Workload.MeanRps));
        if (design.Front.Kind.Cdn)
        {
            monitoring.SetFrom("DistributionId", input.Region, Modules.StaticSite, "DistributionId");
        }
    }
}
