using Portal.Domain.Planning.Document;

namespace Portal.Domain.Planning.Search.Regions;

/// <summary>A region that a design uses, and for what.</summary>
/// <param name="Region">AWS code.</param>
/// <param name="Share">Part of the requests that the region answers on an ordinary day, 0 to 1; over all sites of a design they make 1.</param>
/// <param name="IsFirst">Whether it is the sheet's primary region, whatever its role.</param>
public sealed record Site(string Region, RegionRole Role, decimal Share, bool IsFirst)
{
    /// <summary>Where AWS keeps what belongs to no region: names, the CDN's certificates, budgets. It answers no request itself.</summary>
    public static Site Global { get; } = new("us-east-1", RegionRole.Primary, 0, false);

    /// <summary>Where Global Accelerator is managed from: https://docs.aws.amazon.com/general/latest/gr/global_accelerator.html</summary>
    public static Site Accelerators { get; } = new("us-west-2", RegionRole.Primary, 0, false);

    /// <summary>Whether servers, load balancer and network stand there; a backup or witness region holds data only.</summary>
    public bool IsLive => Role is RegionRole.Primary or RegionRole.Secondary or RegionRole.Active;

    /// <summary>Whether it could serve users and does so only after a takeover.</summary>
    public bool StandsBy => Role == RegionRole.Secondary;

    /// <summary>Whether nothing there is needed until a loss (contract, section 2, Premium): of active regions one that is nobody's nearest.</summary>
    public bool IsSpare => Role is RegionRole.Secondary or RegionRole.Backup or RegionRole.Witness || (Role == RegionRole.Active && Share == 0 && !IsFirst);
}
