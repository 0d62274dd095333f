using Portal.Domain.Costs;
using Portal.Domain.Facts;
using Portal.Domain.Sizing;

namespace Portal.Domain.Planning.Search;

/// <summary>A fleet of one instance type.</summary>
public sealed class FleetOption : TierOption
{
    internal FleetOption(PlanningInput input, Action<Bill> price)
        : base(input, price)
    {
    }

    public required Fleet Fleet { get; init; }

    public required InstanceOffer Offer { get; init; }

    public override string Name => Offer.Type.Name;
}
