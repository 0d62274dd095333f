using Portal.Domain.Costs;
using Portal.Domain.Resilience;

namespace Portal.Domain.Planning.Search;

/// <summary>
/// What some parts of a design cost and promise together. Adding a part never makes a promise better nor the price lower, which is what lets the search stop early.
/// </summary>
public readonly record struct Tally
{
    public static readonly Tally Empty = new() { Monthly = Money.Zero, Chain = Chain.Whole, Elsewhere = Chain.Whole, Written = Chain.Whole, Global = 1, Zone = new RecoveryTime(0, 0), Region = new RecoveryTime(0, 0) };

    public required Money Monthly { get; init; }

    /// <summary>The commitments in series in the first region.</summary>
    public required Chain Chain { get; init; }

    /// <summary>The same in any other region that can serve.</summary>
    public required Chain Elsewhere { get; init; }

    /// <summary>What stands in the first region and users of every region depend on, where several serve: the database that takes their writes. It is no part of <see cref="Chain"/>.</summary>
    public required Chain Written { get; init; }

    /// <summary>Product of what stands before or beside all regions.</summary>
    public required decimal Global { get; init; }

    public required RecoveryTime Zone { get; init; }

    /// <summary>Null where nothing is stored.</summary>
    public RecoveryTime? Corruption { get; init; }

    /// <summary>Data lost with the region, and how long the slowest part takes to serve elsewhere; null where something never does.</summary>
    public required RecoveryTime? Region { get; init; }

    /// <summary>Before and after that: detection, decision, names that still lead to the lost region.</summary>
    public long SwitchSeconds { get; init; }

    /// <summary>The longest median round trip of an audience, milliseconds; zero where no audience is named.</summary>
    public decimal RoundTripMs { get; init; }

    public Shortfall Lacks { get; init; }

    public RecoveryTime? RegionLoss => Region is { } loss ? loss with { RtoSeconds = loss.RtoSeconds + SwitchSeconds } : null;

    public Tally Plus(Tally other) => new()
    {
        Monthly = Monthly + other.Monthly,
        Chain = Chain.With(other.Chain),
        Elsewhere = Elsewhere.With(other.Elsewhere),
        Written = Written.With(other.Written),
        Global = Global * other.Global,
        Zone = Slower(Zone, other.Zone)!,
        Corruption = Corruption is null ? other.Corruption : other.Corruption is null ? Corruption : Slower(Corruption, other.Corruption),
        Region = Region is null || other.Region is null ? null : Slower(Region, other.Region),
        SwitchSeconds = SwitchSeconds + other.SwitchSeconds,
        RoundTripMs = Math.Max(RoundTripMs, other.RoundTripMs),
        Lacks = Lacks | other.Lacks,
    };

    /// <summary>The best of both in each respect: what a choice between the two can reach at most.</summary>
    public Tally Best(Tally other) => new()
    {
        Monthly = Monthly < other.Monthly ? Monthly : other.Monthly,
        Chain = Chain.Best(other.Chain),
        Elsewhere = Elsewhere.Best(other.Elsewhere),
        Written = Written.Best(other.Written),
        Global = Math.Max(Global, other.Global),
        Zone = Faster(Zone, other.Zone),
        Corruption = Corruption is null || other.Corruption is null ? null : Faster(Corruption, other.Corruption),
        Region = Region is null ? other.Region : other.Region is null ? Region : Faster(Region, other.Region),
        SwitchSeconds = Math.Min(SwitchSeconds, other.SwitchSeconds),
        RoundTripMs = Math.Min(RoundTripMs, other.RoundTripMs),
        Lacks = Lacks & other.Lacks,
    };

    /// <summary>Whether this is at least as good as the other in every respect.</summary>
    public bool IsNoWorseThan(Tally other) =>
        Monthly <= other.Monthly && Global >= other.Global && SwitchSeconds <= other.SwitchSeconds && RoundTripMs <= other.RoundTripMs && (Lacks & ~other.Lacks) == 0
        && Chain.IsNoWorseThan(other.Chain) && Elsewhere.IsNoWorseThan(other.Elsewhere) && Written.IsNoWorseThan(other.Written)
        && NotSlower(Zone, other.Zone)
        && (Corruption is null || (other.Corruption is not null && NotSlower(Corruption, other.Corruption)))
        && (other.Region is null || (Region is not null && NotSlower(Region, other.Region)));

    private static RecoveryTime Slower(RecoveryTime one, RecoveryTime other) => new(Math.Max(one.RpoSeconds, other.RpoSeconds), Math.Max(one.RtoSeconds, other.RtoSeconds));

    private static RecoveryTime Faster(RecoveryTime one, RecoveryTime other) => new(Math.Min(one.RpoSeconds, other.RpoSeconds), Math.Min(one.RtoSeconds, other.RtoSeconds));

    private static bool NotSlower(RecoveryTime one, RecoveryTime other) => one.RpoSeconds <= other.RpoSeconds && one.RtoSeconds <= other.RtoSeconds;
}
