using Portal.Domain.Costs;
using Portal.Domain.Planning.Policies;
using Portal.Domain.Planning.Search.Regions;
using Portal.Domain.Planning.Search.Tiers;
using Portal.Domain.Requests;
using Portal.Domain.Sizing;

namespace Portal.Domain.Planning.Composing.Values;

/// <summary>A region's servers: how many, of which type, and what moves their number.</summary>
internal static class FleetValues
{
    /// <summary>Of a fleet, what a rolling update replaces at a time: ten rounds, whatever its size.</summary>
    private const decimal BatchShare = 0.1m;

    public static void Add(RegionValues values, PlanningInput input, FleetOption option, Site site)
    {
        var (compute, fleet) = (values.To(Modules.Compute), option.Fleets.First(each => each.Site == site));
        AddType(compute, input, option, fleet);
        AddSize(compute, input, fleet);
        AddScaling(compute, input, fleet.Whole);
        AddHours(values, input, fleet);
        SoftwareValues.Add(compute, input, site);
        compute.Set("IdleSeconds", HeldConnections.IdleSecondsOf(input.Sheet));
        compute.Set("HeldConnections", input.Sheet.Traffic.PeakConnections is null ? 0 : Math.Ceiling(input.Sheet.Application.ConnectionsPerInstance ?? 0));
        compute.Set("VolumeGb", FleetCosts.VolumeGb);
        compute.Set("DetailedMonitoring", input.Policy.Observed);
        compute.Set("AgentMetrics", input.Policy.Observed);
        if (fleet.Whole.Zones == 1)
        {
            compute.SetFrom("AppSubnetIds", site.Region, Modules.Network, "AppSubnetA");
            compute.Set("Zones", input.Facts.Regions[site.Region].Zones[0]);
        }
    }

    private static void AddType(ModuleValues compute, PlanningInput input, FleetOption option, SiteFleet fleet)
    {
        var type = fleet.Whole.Type;
        compute.Set("ImageId", $"{{{{resolve:ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-{Wire.Name(type.Architecture)}}}}}");
        compute.Set("InstanceType", type.Name);
        compute.Set("Spot", option.Spot);
        compute.Set("OnDemandBase", fleet.OnDemandBase);
        var others = option.Spot ? SpotPools.Beside(input, fleet.Site.Region, type) : [];
        compute.Set("InstanceTypeB", others.Count > 0 ? others[0].Name : "");
        compute.Set("InstanceTypeC", others.Count > 1 ? others[1].Name : "");
    }

    private static void AddSize(ModuleValues compute, PlanningInput input, SiteFleet fleet)
    {
        var inService = Math.Min(fleet.Min, fleet.Max - 1);
        compute.Set("MinSize", fleet.Least(input));
        compute.Set("MaxSize", fleet.Max);
        compute.Set("MinInService", inService);
        compute.Set("BatchSize", Math.Clamp((int)Math.Ceiling(fleet.Min * BatchShare), 1, fleet.Max - inService));
    }

    private static void AddScaling(ModuleValues compute, PlanningInput input, Fleet fleet)
    {
        compute.Set("TargetCpuPercent", Math.Round(FleetSize.ScalingTarget(input.Sheet.Application.TargetCpuPercent, fleet.Zones), 2));
        compute.Set("RequestsPerTarget", FleetSize.IsByRequests(input.Workload, fleet.Type) ? FleetSize.RequestsTarget(input.Workload, fleet.Type, fleet.Zones) : 0);
        compute.Set("WarmupSeconds", input.Facts.FailoverTimes[("autoscaling", "health check grace period (console default)")].Typical);
        compute.Set("Predictive", ScalingPolicy.IsPredictive(input.Sheet.Traffic.Pattern));
    }

    private static void AddHours(RegionValues values, PlanningInput input, SiteFleet fleet)
    {
        if (input.Sheet.Traffic.BusinessHours is not { } hours || fleet.ByTheClock(input) is not { } sizes)
        {
            return;
        }

        var compute = values.To(Modules.Compute);
        compute.Set("OpenAt", input.OfficeHours?.ServersStart ?? Weekdays.Cron(hours, hours.From));
        compute.Set("CloseAt", Weekdays.Cron(hours, hours.To));
        compute.Set("OpenSize", sizes.Open);
        compute.Set("ClosedSize", sizes.Closed);
        values.All.Set("TimeZone", hours.TimeZone);
    }
}
