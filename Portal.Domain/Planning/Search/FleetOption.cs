using Portal.Domain.Costs;
using Portal.Domain.Facts;

namespace Portal.Domain.Planning.Search;

/// <summary>Fleets of one instance type, one in each region with servers.</summary>
public sealed class FleetOption : TierOption
{
    internal FleetOption(PlanningInput input, Action<Bill> price)
        : base(input, price)
    {
    }

    public override Tier Tier => Tier.Fleet;

    public required InstanceType Type { get; init; }

    /// <summary>The first region's, then the others'.</summary>
    public required IReadOnlyList<SiteFleet> Fleets { get; init; }

    public SiteFleet First => Fleets[0];

    public override string Name => Type.Name;
}
