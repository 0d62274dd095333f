namespace Portal.Domain.Planning.Search;

/// <summary>What compliance programmes look for and a design, or a part of one, lacks; or what it brings that a sheet may not want.</summary>
[Flags]
public enum Shortfall
{
    None = 0,

    /// <summary>Something that serves users every day stands in one zone alone.</summary>
    OneZone = 1,

    /// <summary>No copy of what is stored lies in another region, though there is one to have.</summary>
    NoCopies = 2,

    /// <summary>A region's load balancer speaks plain HTTP, though the sheet has a certificate: that serves the first region only.</summary>
    PlainHttp = 4,

    /// <summary>Something is subscribed to for a year at least.</summary>
    Subscription = 8,
}
