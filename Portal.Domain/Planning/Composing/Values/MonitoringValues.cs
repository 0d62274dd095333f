using Portal.Domain.Costs;
using Portal.Domain.Planning.Search;
using Portal.Domain.Planning.Search.Regions;

namespace Portal.Domain.Planning.Composing.Values;

/// <summary>From where on people hear of a region's servers and their answers.</summary>
internal static class MonitoringValues
{
    /// <summary>A minute with more than one answer in a thousand with a status from 500 at mean load is too many; never fewer than the module's own five.</summary>
    private const decimal ErrorShare = 0.001m;
    private const decimal LeastErrors = 5;

    /// <summary>A firewall always refuses a little; a minute with a tenth of what users ask at mean load is an attack, or a rule that hits users.</summary>
    private const decimal BlockedShare = 0.1m;
    private const decimal LeastBlocked = 100;

    public static void Add(RegionValues values, PlanningInput input, Design design, Site site)
    {
        var (monitoring, fleet) = (values.To(Modules.Monitoring), design.Fleet.Fleets.First(each => each.Site == site));
        if (design.Topology.Zones < 2)
        {
            // A fleet in one zone is watched there only, though the network names two.
            monitoring.Set("ZoneB", "");
        }

        // A fleet that always runs all it may would ring for ever; 0 asks for no such alarm.
        monitoring.Set("MaxSize", fleet.HasHeadroom(input.Sheet.Traffic.Pattern) ? fleet.Max : 0);
        var waits = AlarmCosts.WaitsForTakeover(site, design.Reach);
        monitoring.Set("WaitsForTakeover", waits);
        monitoring.Set("MinHealthyHosts", Math.Max(1, waits ? fleet.Whole.NeededAtMean : Math.Min(fleet.Min, fleet.Ordinary.NeededAtMean)));
        var meanRps = input.Workload.Part(site.Share).MeanRps;
        monitoring.Set("ErrorsPerMinute", Math.Max(LeastErrors, Math.Ceiling(meanRps * 60 * ErrorShare)));
        monitoring.Set("BlockedPerMinute", BlockedPerMinute(meanRps));
    }

    public static decimal BlockedPerMinute(decimal meanRps) => Math.Max(LeastBlocked, Math.Ceiling(meanRps * 60 * BlockedShare));
}
