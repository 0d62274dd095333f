namespace Portal.Domain.Resilience;

/// <summary>
/// How often a part fails and for how long: the assumption behind <see cref="FailureMode"/>s.
/// </summary>
/// <param name="Part">What fails; an event strikes one of it.</param>
/// <param name="EventsAYear">Of one part.</param>
/// <param name="Seconds">Of one event; null where the failover time of the facts decides.</param>
/// <param name="Reason">Why this value.</param>
/// <param name="Source">What was published, or that it is a planning estimate.</param>
public sealed record FailureRate(string Part, decimal EventsAYear, decimal? Seconds, string Reason, string Source);
