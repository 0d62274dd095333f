using Portal.Domain.Costs;
using Portal.Domain.Facts;

namespace Portal.Domain.Planning.Search.Tiers;

/// <summary>A fleet of one region by what sets its price: hours, their price, alarms.</summary>
internal sealed record FleetPrice(SiteFleet Fleet, InstanceOffer Offer, decimal Hours, decimal Usd, int Alarms)
{
    public static FleetPrice Of(PlanningInput input, SiteFleet fleet, InstanceOffer offer, bool spot) =>
        new(fleet, offer, fleet.Hours(input.Workload.Profile), FleetCosts.InstanceUsd(input, fleet, offer, spot), AlarmCosts.OfFleet(input, fleet));
}
