using Portal.Domain.Planning.Search;
using Portal.Domain.Planning.Search.Regions;
using Portal.Domain.Planning.Search.Tiers;

namespace Portal.Domain.Planning.Composing;

/// <summary>Which modules of the front a design needs, and where.</summary>
internal static class FrontModules
{
    /// <summary>A certificate serves the load balancers of one region, so one that stands already helps the first region only.</summary>
    public static bool HasCertificate(Design design, Site site) => site.IsLive && design.Front.Domain is { } names && (names.MakesCertificate || !site.IsFirst);

    public static bool HasFirewall(Design design, Site site) => site.IsLive && design.Front.Kind.Firewall is Firewall.FailOpen or Firewall.FailClosed;

    public static bool HasSite(Design design, Site site) => site.IsFirst && design.Front.Kind.Cdn;

    public static bool HasZone(Design design) => design.Front.Domain is { MakesZone: true };

    /// <summary>Whether anything stands at CloudFront.</summary>
    public static bool HasCloudFront(Design design) => design.Front.Kind is { Cdn: true } or { HasFallback: true };

    /// <summary>A certificate for the CDN's own name or the fallback's, or a web ACL before it.</summary>
    public static bool HasEdge(Design design) => HasCloudFront(design) && (design.Front.Domain is not null || design.Front.Kind.EdgeFirewall);

    public static bool HasFallback(Design design) => design.Front.Kind.HasFallback;

    public static bool HasShield(Design design) => design.Front.Kind.HasShield;

    public static bool HasAccelerator(Design design) => design.Front.Kind.Steering == Steering.Accelerator;

    public static bool HasRecords(Design design) => design.Front.Domain is not null;
}
