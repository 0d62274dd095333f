using Portal.Domain.Facts;
using Portal.Domain.Planning;
using Portal.Domain.Planning.Places;
using Portal.Domain.Planning.Search.Regions;
using Portal.Domain.Planning.Search.Tiers;

namespace Portal.Domain.Costs;

/// <summary>What leads users from a lost region to another: health checks, or an accelerator.</summary>
internal static class SteeringCosts
{
    private static readonly string[] Letters = ["A", "B"];

    /// <summary>An accelerator has two fixed addresses: https://docs.aws.amazon.com/global-accelerator/latest/dg/what-is-global-accelerator.html</summary>
    private const int Addresses = 2;

    /// <param name="bill">At the primary region.</param>
    public static void Add(Bill bill, Reach reach, Steering steering)
    {
        if (steering is Steering.StandardChecks or Steering.FastChecks)
        {
            foreach (var (site, letter) in reach.Live.Zip(Letters))
            {
                Check(bill.At(Site.Global), site.Region, letter, steering == Steering.FastChecks);
            }

            GlobalAlarmCosts.AddFronts(bill, reach.Live.Count());
        }
        else if (steering == Steering.Accelerator)
        {
            Accelerator(bill, reach);
        }
    }

    /// <summary>HTTPS and the short interval are features that cost extra: https://aws.amazon.com/route53/pricing/ (health checks).</summary>
    public static void Check(Bill bill, string region, string letter, bool fast)
    {
        var check = new BilledThing("Amazon Route 53", $"Health check of {region}", Modules.Dns, "HealthCheck" + letter) { Against = Loss.Region };
        bill.Add(check, 1, "route53", "health-check-aws-endpoint", SheetPaths.None, 1);
        bill.Add(check with { Item = $"Health check of {region}, by HTTPS" }, 1, "route53", "health-check-optional-feature-aws", SheetPaths.None, 1);
        if (fast)
        {
            bill.Add(check with { Item = $"Health check of {region}, every 10 s" }, 1, "route53", "health-check-optional-feature-aws", SheetPaths.None, 1);
        }
    }

    /// <summary>
    /// The premium of each GB, by the region that answers and the users nearest to it; null where one was not read. Billed is the direction with more bytes, of which only this one is priced, so answers must be the larger part:
    /// https://aws.amazon.com/global-accelerator/pricing/
    /// </summary>
    public static IReadOnlyList<(Site Site, string Place, decimal Share, UnitPrice Price)>? Premiums(PlanningInput input, Reach reach)
    {
        var answering = reach.Live.Where(site => site.Share > 0).ToDictionary(site => site.Region, StringComparer.Ordinal);
        var premiums = NearestRegion.Places(input, [.. answering.Keys])
            .Select(part => (Site: answering[part.Region], part.Place, part.Share, Price: EdgeArea.AcceleratorOutbound(input.Facts, part.Region, part.Place))).ToList();
        return input.Sheet.Traffic.DynamicResponseKb < UsageAssumptions.RequestKb.Value || premiums.Exists(premium => premium.Price is null)
            ? null
            : [.. premiums.Select(premium => (premium.Site, premium.Place, premium.Share, premium.Price!))];
    }

    private static void Accelerator(Bill bill, Reach reach)
    {
        var home = bill.At(Site.Accelerators);
        home.Add(Thing("Accelerator"), Month.Hours, "global-accelerator", "fixed-fee", SheetPaths.None, 1);
        home.Add(new BilledThing("Amazon VPC", "Public IPv4 addresses of the accelerator", Modules.Accelerator, "Accelerator") { Against = Loss.Region }, Addresses * Month.Hours, "public-ipv4", "in-use-or-idle", SheetPaths.None, 1);
        AlarmCosts.AddAccelerator(home, reach);
        foreach (var (site, place, share, price) in Premiums(bill.Input, reach)!)
        {
            home.Add(Thing($"Premium of bytes from {site.Region} to {place}"), share * OutboundCosts.DynamicGb(bill.At(site)), price, bill.Input.Paths.Mean, 1, UsageAssumptions.OfAnswers(bill.Input.Sheet.Traffic));
        }
    }

    private static BilledThing Thing(string item) => new("AWS Global Accelerator", item, Modules.Accelerator, "Accelerator") { Against = Loss.Region };
}
