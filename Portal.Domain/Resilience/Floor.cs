namespace Portal.Domain.Resilience;

/// <summary>The availability that providers sign: the product of what stands in series (contract, section 2, Floor).</summary>
public static class Floor
{
    /// <summary>Percent, truncated to four decimals; 100 for an empty path.</summary>
    public static decimal Of(IEnumerable<PathPart> path) =>
        Truncated(path.Aggregate(100m, (product, part) => product * part.Percent / 100));

    /// <summary>Four decimals, never rounded up: a promise.</summary>
    public static decimal Truncated(decimal percent) => (Math.Truncate(percent * 10_000) / 10_000m).Trimmed();

    /// <summary>The part with the lowest commitment; of equals the first on the path.</summary>
    public static string WeakestLink(IReadOnlyList<PathPart> path) => path.MinBy(part => part.Percent)?.Part ?? "";
}
