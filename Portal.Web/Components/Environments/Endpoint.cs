using Portal.Data.Deployments;
using Portal.Domain.Planning.Document;

namespace Portal.Web.Components.Environments;

/// <summary>Where users reach the environment, out of the stacks' outputs.</summary>
public static class Endpoint
{
    private const string Balancer = "balancer";
    private const string Name = "LoadBalancerDnsName";
    private const string Certificate = "CertificateArn";

    /// <summary>The load balancer's own address, by HTTPS where it has a certificate; null before it stands.</summary>
    public static string? Of(IEnumerable<StackDeploymentView> stacks, Plan? plan) => stacks
        .Where(s => s.Module == Balancer)
        .Select(s => s.Outputs.GetValueOrDefault(Name))
        .Where(host => Uri.CheckHostName(host) == UriHostNameType.Dns)
        .Select(host => $"{(HasCertificate(plan) ? "https" : "http")}://{host}")
        .FirstOrDefault();

    private static bool HasCertificate(Plan? plan) =>
        plan?.Stacks.Any(s => s.Module == Balancer && s.Parameters.GetValueOrDefault(Certificate) is StackParameter.Text { Value.Length: > 0 }) ?? false;
}
