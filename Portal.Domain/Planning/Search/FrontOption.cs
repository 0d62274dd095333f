using Portal.Domain.Costs;

namespace Portal.Domain.Planning.Search;

/// <summary>What users meet before the load balancer, and how names lead to regions.</summary>
public sealed class FrontOption : TierOption
{
    internal FrontOption(PlanningInput input, Action<Bill> price)
        : base(input, price)
    {
    }

    public override Tier Tier => Tier.Front;

    public required Steering Steering { get; init; }

    public override string Name => Wire.Name(Steering);

    public override string Label => "";
}

/// <summary>How the loss of a region is noticed and names are led elsewhere.</summary>
public enum Steering
{
    /// <summary>One region serves; nothing to lead elsewhere.</summary>
    None,

    /// <summary>Health checks of Route 53 every 30 s, three misses.</summary>
    StandardChecks,

    /// <summary>Health checks of Route 53 every 10 s, three misses.</summary>
    FastChecks,
}
