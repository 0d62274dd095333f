using Portal.Domain.Planning;
using Portal.Domain.Planning.Search.Regions;
using Portal.Domain.Planning.Search.Tiers;

namespace Portal.Domain.Costs;

/// <summary>Everything before the load balancers.</summary>
internal static class FrontCosts
{
    /// <summary>The page that answers where nothing else does: some files.</summary>
    private const decimal FallbackGb = 0.1m;

    public static void Add(Bill bill, Reach reach, Topology topology, FrontKind kind, FrontOption.Names? names)
    {
        if (bill.Input.IsPublic && !kind.DynamicThroughCdn)
        {
            foreach (var site in reach.Live)
            {
                BalancerCosts.AddAddresses(bill.At(site), topology);
                OutboundCosts.Add(bill.At(site));
            }
        }

        CdnCosts.Add(bill, kind);
        if (kind.Cdn)
        {
            NameCosts.Alarms(bill.At(Site.Global), "EdgeErrors", 1, kind.HasStatic ? bill.Input.Paths.StaticContent : bill.Input.Paths.Entry, 0);
            NameCosts.Alarms(bill.At(Site.Global), "EdgeCertificateExpires", names is null ? 0 : 1, [SheetPaths.Domain], 0);
        }

        FirewallCosts.Add(bill, reach, kind);
        if (names is not null)
        {
            NameCosts.Add(bill.At(Site.Global), names);
        }

        SteeringCosts.Add(bill, reach, kind.Steering);
        Extras(bill, kind);
    }

    private static void Extras(Bill bill, FrontKind kind)
    {
        if (kind.HasShield)
        {
            bill.Add(new BilledThing("AWS Shield", "Advanced, subscription", Modules.Balancer, "LoadBalancer"), 1, "shield-advanced", "subscription", bill.Input.Paths.Entry);
        }

        if (kind.HasFallback)
        {
            bill.Add(new BilledThing("Amazon S3", "Fallback page, storage", Modules.StaticSite, "Bucket"), FallbackGb, "s3", "standard-storage-first-50tb", SheetPaths.None, 1);
            if (kind.Steering is not (Steering.StandardChecks or Steering.FastChecks))
            {
                SteeringCosts.Check(bill.At(Site.Global), bill.Region, "A", false);
            }
        }
    }
}
