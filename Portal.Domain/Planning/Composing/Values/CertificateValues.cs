using Portal.Domain.Planning.Search;
using Portal.Domain.Planning.Search.Regions;
using Portal.Domain.Requests;

namespace Portal.Domain.Planning.Composing.Values;

/// <summary>The certificate that a region's load balancer shows: made here, or given by the sheet and then watched for its end.</summary>
internal static class CertificateValues
{
    public static void Add(RegionValues values, PlanningInput input, Design design, Site site)
    {
        if (FrontModules.HasCertificate(design, site) && design.Front.Domain is { } names)
        {
            var certificate = values.To(Modules.Certificate);
            certificate.Set("DomainName", names.Domain);
            NameValues.SetZone(certificate, names);
        }
        else
        {
            values.All.Set("CertificateArn", site.IsFirst && input.Sheet.Dns?.Certificate is { } arn && arn != Dns.Create ? arn : "");
        }
    }
}
