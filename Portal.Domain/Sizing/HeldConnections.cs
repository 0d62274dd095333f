using Portal.Domain.Requests;

namespace Portal.Domain.Sizing;

/// <summary>Connections that stay open, silent for most of the time, and what one instance holds of them.</summary>
public static class HeldConnections
{
    /// <summary>
    /// The proxy of an instance (templates/compute.yaml) hands each connection to the application from a port of the loopback address. Linux gives it ports 10,240 to 65,535,
    /// 55,296 of them; what is left of them serves health checks, requests beside the held connections and calls that the instance makes itself.
    /// </summary>
    public const int MostOnAnInstance = 50_000;

    /// <summary>Ports of the loopback address that connections to the application may come from.</summary>
    public const int Ports = 55_296;

    /// <summary>How long load balancer and proxy let a connection be silent.</summary>
    public static int IdleSecondsOf(RequestSheet sheet) => sheet.Traffic.PeakConnections is null ? OrdinaryIdleSeconds : IdleSeconds;

    /// <summary>An hour. A load balancer takes 4,000 seconds at most: https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-load-balancer-attributes.html</summary>
    public const int IdleSeconds = 3600;

    /// <summary>The load balancer's default, for requests that are answered at once.</summary>
    public const int OrdinaryIdleSeconds = 60;
}
