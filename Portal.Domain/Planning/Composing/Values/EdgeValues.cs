using Portal.Domain.Planning.Policies;
using Portal.Domain.Planning.Search;
using Portal.Domain.Planning.Search.Regions;

namespace Portal.Domain.Planning.Composing.Values;

/// <summary>Certificate and firewall of CloudFront, and the static page that answers while no region does.</summary>
internal static class EdgeValues
{
    public static void Add(RegionValues values, PlanningInput input, Design design)
    {
        if (!FrontModules.HasCloudFront(design))
        {
            return;
        }

        var (front, edge) = (design.Front, values.To(Modules.Edge));
        edge.Set("Firewall", front.Kind.EdgeFirewall);
        edge.Set("RateLimit", RateLimit.OfEdge(input, front.Kind.DynamicThroughCdn));
        edge.Set("Logged", input.MayLogGlobally);
        edge.SetFromIf(input.Region == Site.Global.Region, "LogKeyArn", input.Region, Modules.Foundation, "LogKeyArn");
        var names = front.EdgeNames.ToList();
        edge.Set("DomainName", names.FirstOrDefault() ?? "");
        edge.Set("SecondDomainName", names.Skip(1).FirstOrDefault() ?? "");
        if (front.Domain is { } domain)
        {
            NameValues.SetZone(edge, domain);
            if (front.Kind.HasFallback)
            {
                values.To(Modules.Fallback).Set("DomainName", domain.Domain);
                ContentValues.SetLog(values.To(Modules.Fallback), input);
            }
        }
    }
}
