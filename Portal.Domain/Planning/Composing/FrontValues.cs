using System.Globalization;
using Portal.Domain.Costs;
using Portal.Domain.Planning.Document;
using Portal.Domain.Planning.Policies;
using Portal.Domain.Planning.Search;
using Portal.Domain.Planning.Search.Regions;
using Portal.Domain.Planning.Search.Tiers;
using Portal.Domain.Requests;

namespace Portal.Domain.Planning.Composing;

/// <summary>What the modules before the load balancer are told, and what the load balancer is told of them. Most of it crosses regions, so it is wired by name of stack.</summary>
internal sealed class FrontValues
{
    private readonly PlanningInput input;
    private readonly Design design;
    private readonly Action<string, StackParameter> set;
    private readonly FrontOption front;
    private readonly IReadOnlyList<Site> live;

    private FrontValues(PlanningInput input, Design design, Action<string, StackParameter> set)
    {
        (this.input, this.design, this.set) = (input, design, set);
        (front, live) = (design.Front, [.. design.Reach.Live]);
    }

    public static void Add(PlanningInput input, Design design, string region, Action<string, StackParameter> set)
    {
        var values = new FrontValues(input, design, set);
        if (values.live.FirstOrDefault(site => site.Region == region) is { } site)
        {
            values.Balancer(site);
        }

        if (region == input.Region && design.Front.Kind is { Cdn: true } or { HasFallback: true })
        {
            values.Set("foundation.ViewerLogs", CdnCosts.KeepsLog(input));
        }

        if (region == input.Region && design.Front.Kind.Cdn)
        {
            values.Content();
        }

        if (region == Site.Global.Region)
        {
            values.Global();
        }

        if (region == Site.Accelerators.Region)
        {
            values.Accelerator();
        }
    }

    private void Balancer(Site site)
    {
        if (front.Kind.DynamicThroughCdn)
        {
            Hidden(site);
        }

        Set("balancer.WafFailOpen", front.Kind.Firewall != Firewall.FailClosed);
        Set("firewall.RateLimit", RateLimit.OfApplication(input));
        var balancing = LoadBalancing.Of(input.Sheet);
        Set("balancer.Algorithm", balancing.Algorithm);
        Set("balancer.SlowStartSeconds", balancing.SlowStartSeconds);
        if (FrontModules.HasCertificate(design, site))
        {
            Set("certificate.DomainName", front.Domain!.Domain);
            set("certificate.HostedZoneId", Zone(front.Domain));
            set("balancer.CertificateArn", Output(site.Region, Modules.Certificate, "CertificateArn"));
        }
        else
        {
            var given = site.IsFirst && input.Sheet.Dns?.Certificate is { } arn && arn != Dns.Create ? arn : "";
            Set("balancer.CertificateArn", given);
            Set("monitoring.CertificateArn", given);
        }
    }

    /// <summary>Behind a CDN the load balancer is private: CloudFront comes in by network interfaces of its own in the application's subnets, and nobody passes the firewall at the edge by.</summary>
    /// <remarks>https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-vpc-origins.html</remarks>
    private void Hidden(Site site)
    {
        Set("balancer.Exposure", Wire.Name(Exposure.Internal));
        set("balancer.PublicSubnetIds", Output(site.Region, Modules.Network, "AppSubnetIds"));
        Set("security.Exposure", Wire.Name(Exposure.Internal));
    }

    private void Content()
    {
        var hasName = front.Domain is not null;
        set("static-site.LogBucketDomain", ViewerLog());
        Set("static-site.DomainName", SiteName ?? "");
        set("static-site.EdgeCertificateArn", hasName ? Output(Site.Global.Region, Modules.Edge, "EdgeCertificateArn") : new StackParameter.Text(""));
        set("static-site.EdgeWebAclArn", front.Kind.EdgeFirewall ? Output(Site.Global.Region, Modules.Edge, "EdgeWebAclArn") : new StackParameter.Text(""));
        if (front.Kind.DynamicThroughCdn)
        {
            set("static-site.DynamicOrigin", Output(input.Region, Modules.Balancer, "LoadBalancerDnsName"));
            set("static-site.DynamicOriginArn", Output(input.Region, Modules.Balancer, "LoadBalancerArn"));
            Set("static-site.DynamicPaths", "all");
        }
    }

    private void Global()
    {
        if (front.Kind.Cdn)
        {
            set("monitoring-global.DistributionId", Output(input.Region, Modules.StaticSite, "DistributionId"));
        }

        if (front.Kind is { Cdn: true } or { HasFallback: true })
        {
            Set("edge.Firewall", front.Kind.EdgeFirewall);
            Set("edge.RateLimit", RateLimit.OfEdge(input, front.Kind.DynamicThroughCdn));
            Set("edge.Logged", input.MayLogGlobally);
            Set("edge.DomainName", EdgeNames.FirstOrDefault() ?? "");
            Set("edge.SecondDomainName", EdgeNames.Skip(1).FirstOrDefault() ?? "");
            set("edge.LogKeyArn", input.Region == Site.Global.Region ? Output(input.Region, Modules.Foundation, "LogKeyArn") : new StackParameter.Text(""));
        }

        if (front.Kind.HasShield)
        {
            Shield();
        }

        if (front.Domain is { } names)
        {
            if (front.Kind.HasFallback)
            {
                Set("fallback.DomainName", names.Domain);
                set("fallback.LogBucketDomain", ViewerLog());
            }

            Set("hosted-zone.DomainName", names.Domain);
            Set("hosted-zone.QueryLog", names.IsLogged);
            Set("hosted-zone.Dnssec", names.IsSigned);
            set("edge.HostedZoneId", Zone(names));
            Records(names);
        }
    }

    private void Records(FrontOption.Names names)
    {
        set("dns.HostedZoneId", Zone(names));
        Set("dns.DomainName", names.Domain);
        Set("dns.HealthCheckPath", input.Sheet.Application.Software.HealthCheckPath);
        Set("dns.HealthChecks", front.Kind.Steering switch { Steering.FastChecks => "fast", Steering.StandardChecks => "standard", _ => front.Kind.HasFallback ? "standard" : "none" });
        Set("dns.Policy", Wire.Name(EdgeParts.Of(design).Routing));
        if (front.Kind.DynamicThroughCdn)
        {
            Set("dns.Front", "cdn");
            Set("dns.Ipv6", true);
            set("dns.DnsNameA", Output(input.Region, Modules.StaticSite, "DistributionDomain"));
        }
        else if (front.Kind.Steering == Steering.Accelerator)
        {
            Set("dns.Front", "accelerator");
            set("dns.DnsNameA", Output(Site.Accelerators.Region, Modules.Accelerator, "AcceleratorDnsName"));
        }
        else
        {
            Set("dns.Front", "balancer");
            foreach (var (site, letter) in live.Zip(["A", "B"]))
            {
                set("dns.DnsName" + letter, Output(site.Region, Modules.Balancer, "LoadBalancerDnsName"));
                set("dns.ZoneId" + letter, Output(site.Region, Modules.Balancer, "LoadBalancerZoneId"));
                Set("dns.Region" + letter, site.Region);
            }
        }

        if (front.Kind is { HasStatic: true, DynamicThroughCdn: false })
        {
            Set("dns.StaticName", names.Static);
            set("dns.DistributionDomain", Output(input.Region, Modules.StaticSite, "DistributionDomain"));
        }
    }

    /// <summary>Everything of the design that is reached from the internet; a zone that stands already is others' too, and theirs to guard.</summary>
    private void Shield()
    {
        if (!front.Kind.DynamicThroughCdn)
        {
            foreach (var (site, letter) in live.Zip(["A", "B"]))
            {
                set("shield.LoadBalancerArn" + letter, Output(site.Region, Modules.Balancer, "LoadBalancerArn"));
            }
        }

        if (front.Kind.Cdn)
        {
            set("shield.DistributionId", Output(input.Region, Modules.StaticSite, "DistributionId"));
        }

        if (front.Kind.Steering == Steering.Accelerator)
        {
            set("shield.AcceleratorId", Output(Site.Accelerators.Region, Modules.Accelerator, "AcceleratorId"));
        }
    }

    private void Accelerator()
    {
        set("accelerator.LoadBalancerArn", Output(live[0].Region, Modules.Balancer, "LoadBalancerArn"));
        if (live.Count > 1)
        {
            set("accelerator.SecondLoadBalancerArn", Output(live[1].Region, Modules.Balancer, "LoadBalancerArn"));
            Set("accelerator.SecondPercent", design.Reach.Strategy == Strategy.ActiveActive ? "100" : "0");
        }

        Set("accelerator.Stateless", input.Sheet.Application.Stateless);
        set("monitoring-accelerator.TopicArn", AlarmCosts.HasTopic(Site.Accelerators, design.Reach) ? Output(Site.Accelerators.Region, Modules.Foundation, "TopicArn") : new StackParameter.Text(""));
        Set("ServingRegions", live.Count(site => !AlarmCosts.WaitsForTakeover(site, design.Reach)));
    }

    /// <summary>The name of the distribution: the application's where its requests pass, else one beside it; null where there is no domain.</summary>
    private string? SiteName => front.Kind.DynamicThroughCdn ? front.Domain?.Domain : front.Domain?.Static;

    /// <summary>The names that CloudFront answers to: that of the distribution, and the application's where a fallback answers for it.</summary>
    private IEnumerable<string> EdgeNames => new[] { front.Kind.Cdn ? SiteName : null, front.Kind.HasFallback ? front.Domain?.Domain : null }.OfType<string>();

    private StackParameter ViewerLog() => CdnCosts.KeepsLog(input) ? Output(input.Region, Modules.Foundation, "LogBucketDomain") : new StackParameter.Text("");

    private StackParameter Zone(FrontOption.Names names) =>
        names.ZoneId is { } id ? new StackParameter.Text(id) : Output(Site.Global.Region, Modules.HostedZone, "HostedZoneId");

    private StackParameter.FromStack Output(string region, string module, string output) => new(input.Names.Of(region, module), output);

    private void Set(string name, string value) => set(name, new StackParameter.Text(value));

    private void Set(string name, decimal value) => Set(name, value.ToString(CultureInfo.InvariantCulture));

    private void Set(string name, bool value) => Set(name, value ? "true" : "false");
}
