namespace Portal.Domain.Resilience;

/// <summary>A region that serves users all the time: the part of them it serves (0 to 1), its chain, and the seconds until the other region serves them.</summary>
public sealed record RegionShare(decimal Share, Chain Chain, decimal TakeoverSeconds);
