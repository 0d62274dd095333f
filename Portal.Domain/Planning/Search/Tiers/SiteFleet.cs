using Portal.Domain.Planning.Document;
using Portal.Domain.Planning.Search.Regions;
using Portal.Domain.Requests;
using Portal.Domain.Sizing;

namespace Portal.Domain.Planning.Search.Tiers;

/// <summary>The fleet of one region: what it carries on an ordinary day, and what it stands ready for.</summary>
/// <param name="Ordinary">The fleet for the site's own share of the load; the least there is where that is nothing.</param>
/// <param name="Whole">The fleet for all of the load, which any site must reach once it is the only one.</param>
public sealed record SiteFleet(Site Site, Strategy Strategy, Fleet Ordinary, Fleet Whole)
{
    /// <summary>Instances that run at least; a pilot light runs none, a warm standby what carries the mean load.</summary>
    public int Min => !Site.StandsBy ? Ordinary.Min : Strategy == Strategy.PilotLight ? 0 : Whole.AtMean;

    /// <summary>Whether what runs carries the mean load of all users, with no zone to spare.</summary>
    public bool CarriesMean => Min >= Whole.NeededAtMean;

    public int Max => Whole.AtPeak;

    public int PerZone => Whole.PerZone;

    /// <summary>What scaling may shrink it to. A fleet that is always at its most needs no scaling; one that shrinks for the night needs it to come back, and scaling wants room between least and most. One that is gone for the night comes back by the clock alone.</summary>
    public int Least(PlanningInput input) =>
        input.Sheet.Traffic.Pattern == TrafficPattern.BusinessHours && input.OfficeHours is null && Ordinary.AtIdle < Max ? Math.Min(Min, Max - 1) : Min;

    /// <summary>Whether there is room between least and most for scaling to do anything.</summary>
    public bool Scales(PlanningInput input) => Least(input) < Max;

    /// <summary>
    /// Instances that the clock asks for at least inside and outside business hours; null where it changes nothing. A region that stands by keeps its size at every hour, unless nothing runs outside them at all.
    /// </summary>
    public (int Open, int Closed)? ByTheClock(PlanningInput input)
    {
        if (input.Sheet.Traffic.Pattern != TrafficPattern.BusinessHours)
        {
            return null;
        }

        var open = Site.StandsBy ? Min : Ordinary.AtPeak;
        var closed = input.OfficeHours is not null ? 0 : Site.StandsBy ? Min : Ordinary.AtIdle;
        return open == closed ? null : (open, closed);
    }

    /// <summary>Whether it may run more than it does by plan, so that being at its most says something.</summary>
    /// <param name="pattern">With business hours it runs by day what an ordinary peak needs, unless it stands by.</param>
    public bool HasHeadroom(TrafficPattern pattern) => Max > Math.Max(Min, pattern == TrafficPattern.BusinessHours && !Site.StandsBy ? Ordinary.AtPeak : 0);

    /// <summary>The same where all of the load is answered here in every hour, as a region that stands by would after a takeover.</summary>
    public SiteFleet AtItsMost => this with { Site = Site with { Role = RegionRole.Active }, Ordinary = Whole };

    /// <summary>Instance-hours of an expected month.</summary>
    public decimal Hours(LoadProfile profile) => Site.StandsBy ? Min * Standing(profile) : Ordinary.Hours(profile);

    /// <summary>Those of them that only a loss would need.</summary>
    public decimal SpareHours(LoadProfile profile) => Site.StandsBy ? Hours(profile) : Ordinary.SpareHours(profile);

    /// <summary>Instances that run in every hour but idle ones, which a commitment can cover.</summary>
    public int Steady => Site.StandsBy ? Min : Ordinary.AtMean;

    /// <summary>Instances that stay on demand where the rest is Spot capacity: what the mean load needs, with nothing to spare.</summary>
    public int OnDemandBase => Site.StandsBy ? Whole.NeededAtMean : Ordinary.NeededAtMean;

    /// <summary>Instance-hours above a number that is paid for anyway.</summary>
    public decimal HoursBeyond(int covered, LoadProfile profile) =>
        Site.StandsBy ? Math.Max(0, Min - covered) * Standing(profile) : Ordinary.HoursBeyond(covered, profile);

    /// <summary>Hours in which what stands by does.</summary>
    private static decimal Standing(LoadProfile profile) => Costs.Month.Hours - profile.StoppedHours;
}
