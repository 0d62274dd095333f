using Portal.Domain.Planning;
using Portal.Domain.Planning.Search.Regions;
using Portal.Domain.Planning.Search.Tiers;

namespace Portal.Domain.Costs;

/// <summary>Everything before the load balancers.</summary>
internal static class FrontCosts
{
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
            GlobalAlarmCosts.AddContent(bill, kind.HasStatic ? bill.Input.Paths.StaticContent : bill.Input.Paths.Entry);
        }

        if ((kind.Cdn || kind.HasFallback) && names is not null)
        {
            GlobalAlarmCosts.AddCertificate(bill);
        }

        FirewallCosts.Add(bill, reach, kind);
        if (names is not null)
        {
            NameCosts.Add(bill.At(Site.Global), names);
        }

        SteeringCosts.Add(bill, reach, kind.Steering);
        ShieldCosts.Add(bill, reach, kind);
        if (kind.HasFallback)
        {
            Fallback(bill, kind);
        }
    }

    /// <summary>A distribution and its function cost nothing while nobody is led there (https://aws.amazon.com/cloudfront/pricing/pay-as-you-go/); what asks whether the fronts serve does, where nothing else had to ask.</summary>
    private static void Fallback(Bill bill, FrontKind kind)
    {
        if (kind.Steering is not (Steering.StandardChecks or Steering.FastChecks))
        {
            SteeringCosts.Check(bill.At(Site.Global), bill.Region, "A", false);
            GlobalAlarmCosts.AddFronts(bill, 1);
        }
    }
}
