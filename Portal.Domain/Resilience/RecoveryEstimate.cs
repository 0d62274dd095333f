namespace Portal.Domain.Resilience;

/// <summary>What each kind of loss costs in data and time; null where nothing is promised.</summary>
public sealed record RecoveryEstimate(RecoveryTime? Zone, RecoveryTime? Corruption, RecoveryTime? Region);

/// <summary>Promised with the high value of the published failover times.</summary>
public sealed record RecoveryTime(long RpoSeconds, long RtoSeconds);
