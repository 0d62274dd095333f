namespace Portal.Domain.Resilience;

/// <summary>What each kind of loss costs in data and time; null where nothing is promised.</summary>
public sealed record RecoveryEstimate(RecoveryTime? Zone, RecoveryTime? Corruption, RecoveryTime? Region);

/// <summary>Data lost and time taken; which of the published times count, says the <see cref="RecoveryBasis"/> it was computed on.</summary>
public sealed record RecoveryTime(long RpoSeconds, long RtoSeconds);
