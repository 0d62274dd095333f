using Portal.Domain.Costs;
using Portal.Domain.Facts;

namespace Portal.Domain.Planning.Search.Tiers;

/// <summary>Fleets of one instance type, one in each region with servers.</summary>
public sealed class FleetOption : TierOption
{
    internal FleetOption(PlanningInput input, Action<Bill> price)
        : base(input, price)
    {
    }

    public override Tier Tier => Tier.Fleet;

    public required InstanceType Type { get; init; }

    /// <summary>Whether what exceeds <see cref="SiteFleet.OnDemandBase"/> is Spot capacity.</summary>
    public bool Spot { get; init; }

    /// <summary>How often AWS takes such capacity back, the worst of the regions as the Spot advisor words it (<c>5-10%</c>); null without Spot.</summary>
    public string? InterruptionBand { get; init; }

    /// <summary>The first region's, then the others'.</summary>
    public required IReadOnlyList<SiteFleet> Fleets { get; init; }

    public SiteFleet First => Fleets[0];

    public override string Name => Spot ? $"{Type.Name}, partly Spot" : Type.Name;
}
