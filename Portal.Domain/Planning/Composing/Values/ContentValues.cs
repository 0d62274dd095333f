using Portal.Domain.Costs;
using Portal.Domain.Planning.Search;
using Portal.Domain.Planning.Search.Regions;

namespace Portal.Domain.Planning.Composing.Values;

/// <summary>What CloudFront answers and asks, and the log of its viewers; it stands in the first region.</summary>
internal static class ContentValues
{
    public static void Add(RegionValues values, PlanningInput input, Design design)
    {
        var front = design.Front;
        if (FrontModules.HasCloudFront(design))
        {
            values.To(Modules.Foundation).Set("ViewerLogs", CdnCosts.KeepsLog(input));
        }

        if (front.Kind.Cdn)
        {
            var site = values.To(Modules.StaticSite);
            SetLog(site, input);
            site.Set("DomainName", front.SiteName ?? "");
            site.SetFromIf(front.Domain is not null, "EdgeCertificateArn", Site.Global.Region, Modules.Edge, "EdgeCertificateArn");
            site.SetFromIf(front.Kind.EdgeFirewall, "EdgeWebAclArn", Site.Global.Region, Modules.Edge, "EdgeWebAclArn");
            if (front.Kind.DynamicThroughCdn)
            {
                site.SetFrom("DynamicOrigin", input.Region, Modules.Balancer, "LoadBalancerDnsName");
                site.SetFrom("DynamicOriginArn", input.Region, Modules.Balancer, "LoadBalancerArn");
                site.Set("DynamicPaths", "all");
            }
        }
    }

    /// <summary>Where CloudFront logs its viewers to, if it does.</summary>
    public static void SetLog(ModuleValues distribution, PlanningInput input) =>
        distribution.SetFromIf(CdnCosts.KeepsLog(input), "LogBucketDomain", input.Region, Modules.Foundation, "LogBucketDomain");
}
