namespace Portal.Domain.Resilience;

/// <summary>
/// Commitments in series in one region, 0 to 1: of everything, and of the parts among them that consist of a single instance. The loss of such a part is repaired on the spot before another region would take over,
/// so that no takeover shortens it; the rest is lost with its region.
/// </summary>
/// <param name="Available">Product of all commitments.</param>
/// <param name="Alone">Product of those of single instances.</param>
public readonly record struct Chain(decimal Available, decimal Alone)
{
    /// <summary>Nothing that could be lost.</summary>
    public static readonly Chain Whole = new(1, 1);

    /// <param name="percent">A commitment in percent.</param>
    /// <param name="isSingle">Whether it is that of a single instance.</param>
    public static Chain Of(decimal percent, bool isSingle = false) => new(percent / 100, isSingle ? percent / 100 : 1);

    public Chain With(Chain other) => new(Available * other.Available, Alone * other.Alone);

    /// <summary>The best of both in each respect.</summary>
    public Chain Best(Chain other) => new(Math.Max(Available, other.Available), Math.Max(Alone, other.Alone));

    /// <summary>Whether no takeover whatsoever makes the other one better.</summary>
    public bool IsNoWorseThan(Chain other) => Available >= other.Available && Alone >= other.Alone;
}
