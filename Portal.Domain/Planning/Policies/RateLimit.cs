using Portal.Domain.Sizing;

namespace Portal.Domain.Planning.Policies;

/// <summary>
/// How many requests one address may send in five minutes before the firewall answers it with 429: a tenth of what all users together send at peak. An office, a school or a mobile carrier shares one address,
/// and none of them is a tenth of the users of a larger application; an attacker with one address takes no more of it than scaling and spare instances carry.
/// </summary>
internal static class RateLimit
{
    /// <summary>As the modules firewall and edge count: https://docs.aws.amazon.com/waf/latest/developerguide/waf-rule-statement-type-rate-based-high-level-settings.html</summary>
    public const int WindowSeconds = 300;

    public const decimal Share = 0.1m;

    /// <summary>Seven requests a second: what some tens of people behind one address send to any application, however small its peak. AWS itself takes 10 and more.</summary>
    public const int Least = 2000;

    /// <summary>The most that AWS takes.</summary>
    public const int Most = 2_000_000_000;

    /// <summary>Before the load balancer of any region: one that takes over answers everybody, so each counts with the peak of all.</summary>
    public static decimal OfApplication(PlanningInput input) => Of(input.Workload.PeakRps);

    /// <summary>Before the CDN: of the static content that it answers, and of the application where its requests pass it too.</summary>
    public static decimal OfEdge(PlanningInput input, bool dynamicThroughCdn) =>
        Of(StaticTraffic.Of(input.Sheet).PeakRps + (dynamicThroughCdn ? input.Workload.PeakRps : 0));

    private static decimal Of(decimal peakRps) => Math.Clamp(Math.Ceiling(peakRps * WindowSeconds * Share), Least, Most);
}
