using Portal.Domain.Costs;
using Portal.Domain.Planning.Search.Regions;
using Portal.Domain.Resilience;

namespace Portal.Domain.Planning.Search;

/// <summary>One way to build one part of the design: what it costs and what it promises.</summary>
public abstract class TierOption
{
    private readonly PlanningInput input;
    private readonly Action<Bill> price;
    private readonly Lazy<Tally> tally;

    private protected TierOption(PlanningInput input, Action<Bill> price)
    {
        (this.input, this.price) = (input, price);
        tally = new Lazy<Tally>(Sum, LazyThreadSafetyMode.None);
    }

    public abstract Tier Tier { get; }

    /// <summary>Priced when first asked: most options are discarded before.</summary>
    public Tally Tally => tally.Value;

    public Money Monthly => Tally.Monthly;

    /// <summary>Written on demand: most options are never shown.</summary>
    public IReadOnlyList<CostLine> Lines => Bill.Lines(input, price);

    /// <summary>The published commitment in series on the dynamic path of each region; null where the part is not on it.</summary>
    public PathPart? Commitment { get; init; }

    /// <summary>Whether the part is a single instance in the first region.</summary>
    public bool IsSingle { get; init; }

    /// <summary>The same part in a second region, where it is built differently there.</summary>
    public Chain? CommitmentElsewhere { get; init; }

    /// <summary>Whether users of every region depend on the part in the first one.</summary>
    public bool IsWrittenByAll { get; init; }

    /// <summary>The commitment of a part that stands before or beside all regions; null where there is none.</summary>
    public PathPart? GlobalCommitment { get; init; }

    /// <summary>What the loss of a zone costs this part.</summary>
    public required RecoveryTime Zone { get; init; }

    /// <summary>What a corruption of its data costs; null where it keeps none.</summary>
    public RecoveryTime? Corruption { get; init; }

    /// <summary>What the loss of the first region costs this part: data, and seconds until it serves elsewhere; null where it never does.</summary>
    public RecoveryTime? Region { get; init; }

    /// <summary>Seconds of detection and of names that still lead to the lost region, which every takeover waits for.</summary>
    public long SwitchSeconds { get; init; }

    /// <summary>What compliance programmes would look for in vain.</summary>
    public Shortfall Lacks { get; init; }

    /// <summary>Regions beyond those of the reach that the option needs, for data only.</summary>
    public virtual IReadOnlyList<Site> Adds => [];

    /// <summary>The bill of a month at peak in every hour; null where it is that of an expected one.</summary>
    internal Action<Bill>? AtPeak { get; init; }

    /// <summary>What such a month costs more.</summary>
    public Money BeyondMean => AtPeak is null ? Money.Zero : Bill.Total(input.AtPeak, AtPeak) - Monthly;

    /// <summary>How much there is to run: what is equal in price goes to the simpler.</summary>
    public required int Pieces { get; init; }

    /// <summary>Tells options of a tier apart; also the last resort of the order.</summary>
    public abstract string Name { get; }

    /// <summary>For people, as part of a design's label; empty for what needs no mention.</summary>
    public virtual string Label => Name;

    private Tally Sum()
    {
        var chain = Commitment is { } commitment ? Chain.Of(commitment.Percent, IsSingle) : Chain.Whole;
        return Tally.Empty with
        {
            Monthly = Bill.Total(input, price),
            Chain = IsWrittenByAll ? Chain.Whole : chain,
            Elsewhere = CommitmentElsewhere ?? chain,
            Written = IsWrittenByAll ? chain : Chain.Whole,
            Global = (GlobalCommitment?.Percent ?? 100) / 100,
            Zone = Zone,
            Corruption = Corruption,
            Region = Region,
            SwitchSeconds = SwitchSeconds,
            Lacks = Lacks,
        };
    }
}
