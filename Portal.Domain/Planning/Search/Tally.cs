using Portal.Domain.Costs;
using Portal.Domain.Resilience;

namespace Portal.Domain.Planning.Search;

/// <summary>
/// What some parts of a design cost and promise together. Adding a part never makes a promise better nor the price lower, which is what lets the search stop early.
/// </summary>
public readonly record struct Tally
{
    public static readonly Tally Empty = new() { Monthly = Money.Zero, Chain = 1, Elsewhere = 1, Global = 1, Zone = new RecoveryTime(0, 0), Region = new RecoveryTime(0, 0) };

    public required Money Monthly { get; init; }

    /// <summary>Product of the commitments in series in the first region, 0 to 1.</summary>
    public required decimal Chain { get; init; }

    /// <summary>The same in any other region that can serve.</summary>
    public required decimal Elsewhere { get; init; }

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
        Chain = Chain * other.Chain,
        Elsewhere = Elsewhere * other.Elsewhere,
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
        Chain = Math.Max(Chain, other.Chain),
        Elsewhere = Math.Max(Elsewhere, other.Elsewhere),
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
        Monthly <= other.Monthly && Chain >= other.Chain && Elsewhere >= other.Elsewhere && Global >= other.Global && SwitchSeconds <= other.SwitchSeconds && RoundTripMs <= other.RoundTripMs && (Lacks & ~other.Lacks) == 0
        && NotSlower(Zone, other.Zone)
        && (Corruption is null || (other.Corruption is not null && NotSlower(Corruption, other.Corruption)))
        && (other.Region is null || (Region is not null && NotSlower(Region, other.Region)));

    private static RecoveryTime Slower(RecoveryTime one, RecoveryTime other) => new(Math.Max(one.RpoSeconds, other.RpoSeconds), Math.Max(one.RtoSeconds, other.RtoSeconds));

    private static RecoveryTime Faster(RecoveryTime one, RecoveryTime other) => new(Math.Min(one.RpoSeconds, other.RpoSeconds), Math.Min(one.RtoSeconds, other.RtoSeconds));

    private static bool NotSlower(RecoveryTime one, RecoveryTime other) => one.RpoSeconds <= other.RpoSeconds && one.RtoSeconds <= other.RtoSeconds;
}
