namespace Portal.Domain.Resilience;

/// <summary>The region that takes over, with the typical seconds from the start of the outage until it serves.</summary>
public sealed record SecondRegion(SecondRegionRole Role, decimal TakeoverSeconds);

/// <summary>What runs in the second region on a good day.</summary>
public enum SecondRegionRole
{
    /// <summary>Data only; the fleet starts when it is needed.</summary>
    Pilot,

    /// <summary>A small fleet that grows when it is needed.</summary>
    Warm,

    /// <summary>Serves half of the users all the time.</summary>
    Active,
}
