using Portal.Domain.Costs;

namespace Portal.Domain.Planning.Search.Tiers;

/// <summary>What users meet before the load balancer, and how names lead to regions.</summary>
public sealed class FrontOption : TierOption
{
    internal FrontOption(PlanningInput input, Action<Bill> price)
        : base(input, price)
    {
    }

    public override Tier Tier => Tier.Front;

    public required FrontKind Kind { get; init; }

    public Steering Steering => Kind.Steering;

    /// <summary>Null where no domain is asked for: then the load balancers' own names serve.</summary>
    public required Names? Domain { get; init; }

    /// <summary>The name of the distribution: the application's where its requests pass, else one beside it; null where there is no domain.</summary>
    public string? SiteName => Kind.DynamicThroughCdn ? Domain?.Domain : Domain?.Static;

    /// <summary>The names that CloudFront answers to: that of the distribution, and the application's where a fallback answers for it.</summary>
    public IEnumerable<string> EdgeNames => new[] { Kind.Cdn ? SiteName : null, Kind.HasFallback ? Domain?.Domain : null }.OfType<string>();

    public override string Name => string.Join(
        ' ',
        Wire.Name(Kind.Steering),
        Kind.DynamicThroughCdn ? "through-cdn" : "direct",
        Wire.Name(Kind.Firewall),
        Kind.HasShield ? "shield" : "",
        Kind.HasFallback ? "fallback" : "").TrimEnd();

    /// <summary>What differs from the plain way.</summary>
    public override string Label => string.Join(", ", new[]
    {
        Kind.DynamicThroughCdn ? "requests through CloudFront" : "",
        Kind.Firewall == Firewall.FailClosed ? "firewall fails closed" : "",
        Kind.Steering == Steering.FastChecks ? "health checks every 10 s" : Kind.Steering == Steering.Accelerator ? "Global Accelerator" : "",
        Kind.HasShield ? "Shield Advanced" : "",
        Kind.HasFallback ? "static fallback" : "",
    }.Where(text => text.Length > 0));

    /// <summary>The names that an environment is reached by.</summary>
    /// <param name="Domain">As users type it.</param>
    /// <param name="ZoneId">The zone that stands already; null where one is made.</param>
    /// <param name="MakesCertificate">Whether the first region's certificate is made; other regions always make theirs, since a certificate serves one region.</param>
    /// <param name="IsLogged">Whether a zone that is made logs its queries, which Route 53 does in us-east-1 only.</param>
    /// <param name="IsSigned">Whether a zone that is made signs its answers.</param>
    public sealed record Names(string Domain, string? ZoneId, bool MakesCertificate, bool IsLogged, bool IsSigned)
    {
        public bool MakesZone => ZoneId is null;

        /// <summary>Where static content is found beside an application that is reached directly.</summary>
        public string Static => "static." + Domain;

        internal static Names? Of(PlanningInput input) => input.Sheet.Dns is not { Domain: { } domain } dns
            ? null
            : new Names(
                domain,
                dns.HostedZone is null or Requests.Dns.Create ? null : dns.HostedZone,
                dns.Certificate is null or Requests.Dns.Create,
                input.Policy.Observed && input.MayLogGlobally,
                input.Policy.SignsZones);
    }
}
