namespace Portal.Domain.Facts;

/// <summary>A rule of thumb or a limit; a class of work has only a typical value.</summary>
public sealed record CapacityRule(string Id, string Metric, decimal? Low, decimal Typical, decimal? High, string Unit, string Source);

/// <summary>How long something takes to come back, in seconds.</summary>
/// <param name="High">What promises use.</param>
/// <param name="RpoSeconds">Data lost meanwhile; null where no data is concerned.</param>
public sealed record FailoverTime(string Service, string Scenario, int Low, int Typical, int High, int? RpoSeconds, string Source);
