using Portal.Domain.Costs;
using Portal.Domain.Resilience;

namespace Portal.Domain.Planning.Search;

/// <summary>One way to build one part of the design: what it costs and what it promises.</summary>
public abstract class TierOption
{
    private readonly Action<Bill> price;

    private protected TierOption(PlanningInput input, Action<Bill> price)
    {
        (Input, this.price) = (input, price);
        Monthly = Bill.Total(input, price);
    }

    public Money Monthly { get; }

    /// <summary>Written on demand: most options are never shown.</summary>
    public IReadOnlyList<CostLine> Lines => Bill.Lines(Input, price);

    private PlanningInput Input { get; }

    /// <summary>The published commitment in series on the dynamic path; null where the part is not on it.</summary>
    public required PathPart? Commitment { get; init; }

    /// <summary>What the loss of a zone costs this part.</summary>
    public required RecoveryTime Zone { get; init; }

    /// <summary>What a corruption of its data costs; null where it keeps none.</summary>
    public RecoveryTime? Corruption { get; init; }

    /// <summary>How much there is to run: what is equal in price goes to the simpler.</summary>
    public required int Pieces { get; init; }

    public abstract string Name { get; }

    /// <summary>Whether this option is at least as good as the other in every promise, at a price not above it.</summary>
    public bool Beats(TierOption other) =>
        Monthly <= other.Monthly
        && (Commitment?.Percent ?? 100) >= (other.Commitment?.Percent ?? 100)
        && NotWorse(Zone, other.Zone)
        && (Corruption is null || other.Corruption is null || NotWorse(Corruption, other.Corruption));

    private static bool NotWorse(RecoveryTime one, RecoveryTime other) => one.RpoSeconds <= other.RpoSeconds && one.RtoSeconds <= other.RtoSeconds;
}
