namespace Portal.Domain.Resilience;

/// <summary>Floor, modelled and measured availability of the dynamic path; percent, never mixed.</summary>
public sealed record AvailabilityEstimate
{
    public required decimal TargetPercent { get; init; }

    /// <summary>Product of the published commitments in series, truncated to four decimals.</summary>
    public required decimal FloorPercent { get; init; }

    /// <summary>What <see cref="FailureModel"/> expects, truncated to six decimals; no promise.</summary>
    public decimal? ModelledPercent { get; init; }

    /// <summary>What is missing from <see cref="ModelledPercent"/>, mode by mode, the largest first.</summary>
    public IReadOnlyList<ModeMinutes> Modes { get; init; } = [];

    /// <summary>Minutes a year that bad releases of one's own add; in no percent.</summary>
    public decimal OwnReleaseMinutes { get; init; }

    /// <summary>Null until something runs.</summary>
    public decimal? MeasuredPercent { get; init; }

    public required string WeakestLink { get; init; }

    public required IReadOnlyList<PathPart> Path { get; init; }

    public required IReadOnlyList<ExcludedPart> Excluded { get; init; }

    /// <summary>Null without static content.</summary>
    public StaticAvailability? Static { get; init; }
}

/// <summary>One link of the chain and the service level its provider publishes.</summary>
public sealed record PathPart(string Part, decimal Percent);

/// <summary>What is not a link of the chain, and why.</summary>
public sealed record ExcludedPart(string Part, string Why);

/// <summary>The floor of static content.</summary>
public sealed record StaticAvailability(decimal FloorPercent, IReadOnlyList<PathPart> Path);
