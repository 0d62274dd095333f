namespace Portal.Domain.Resilience;

/// <summary>A region that serves users all the time: the part of them it serves (0 to 1), the floor of its chain in percent, and the seconds until the other region serves them.</summary>
public sealed record RegionShare(decimal Share, decimal ChainPercent, decimal TakeoverSeconds);
