using Portal.Domain.Planning.Document;
using Portal.Domain.Planning.Search;
using Portal.Domain.Planning.Search.Regions;
using Portal.Domain.Planning.Search.Tiers;

namespace Portal.Domain.Planning.Composing.Values;

/// <summary>The environment's names: their zone, and where its records lead.</summary>
internal static class NameValues
{
    public static void Add(RegionValues values, PlanningInput input, Design design)
    {
        if (design.Front.Domain is not { } names)
        {
            return;
        }

        var zone = values.To(Modules.HostedZone);
        zone.Set("DomainName", names.Domain);
        zone.Set("QueryLog", names.IsLogged);
        zone.Set("Dnssec", names.IsSigned);
        AddRecords(values.To(Modules.Dns), input, design, names);
    }

    /// <summary>The zone that stands already, else the one that is made.</summary>
    public static void SetZone(ModuleValues values, FrontOption.Names names)
    {
        if (names.ZoneId is { } id)
        {
            values.Set("HostedZoneId", id);
        }
        else
        {
            values.SetFrom("HostedZoneId", Site.Global.Region, Modules.HostedZone, "HostedZoneId");
        }
    }

    private static void AddRecords(ModuleValues dns, PlanningInput input, Design design, FrontOption.Names names)
    {
        var front = design.Front.Kind;
        SetZone(dns, names);
        dns.Set("DomainName", names.Domain);
        dns.Set("HealthChecks", front.Steering switch { Steering.FastChecks => "fast", Steering.StandardChecks => "standard", _ => front.HasFallback ? "standard" : "none" });
        dns.Set("Policy", Wire.Name(EdgeParts.Of(design).Routing));
        AddTargets(dns, input, design);
        if (front is { HasStatic: true, DynamicThroughCdn: false })
        {
            dns.Set("StaticName", names.Static);
            dns.SetFrom("DistributionDomain", input.Region, Modules.StaticSite, "DistributionDomain");
        }
    }

    private static void AddTargets(ModuleValues dns, PlanningInput input, Design design)
    {
        if (design.Front.Kind.DynamicThroughCdn)
        {
            dns.Set("Front", "cdn");
            dns.Set("Ipv6", true);
            dns.SetFrom("DnsNameA", input.Region, Modules.StaticSite, "DistributionDomain");
        }
        else if (design.Front.Steering == Steering.Accelerator)
        {
            dns.Set("Front", "accelerator");
            dns.SetFrom("DnsNameA", Site.Accelerators.Region, Modules.Accelerator, "AcceleratorDnsName");
        }
        else
        {
            dns.Set("Front", "balancer");
            foreach (var (site, letter) in design.Reach.Live.Zip(["A", "B"]))
            {
                dns.SetFrom($"DnsName{letter}", site.Region, Modules.Balancer, "LoadBalancerDnsName");
                dns.SetFrom($"ZoneId{letter}", site.Region, Modules.Balancer, "LoadBalancerZoneId");
                dns.Set($"Region{letter}", site.Region);
            }
        }
    }
}
