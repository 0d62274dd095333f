namespace Portal.Domain.Resilience;

/// <summary>What <see cref="FailureModel"/> expects, and what it is made of.</summary>
/// <param name="Percent">Truncated to six decimals; the modes' minutes add up to what is missing from 100.</param>
/// <param name="Modes">The largest first; those that lose nothing are left out.</param>
/// <param name="OwnReleaseMinutes">Minutes a year that bad releases of one's own add; not in the percent (<see cref="FailureRates.OwnRelease"/>).</param>
public sealed record ModelledAvailability(decimal Percent, IReadOnlyList<ModeMinutes> Modes, decimal OwnReleaseMinutes);

/// <summary>Minutes a year that one mode costs, after a takeover where there is a second region.</summary>
public sealed record ModeMinutes(string Mode, decimal MinutesAYear, string Reason, string Source);
