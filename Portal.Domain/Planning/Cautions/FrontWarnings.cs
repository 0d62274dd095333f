using System.Globalization;
using Portal.Domain.Facts;
using Portal.Domain.Planning.Document;
using Portal.Domain.Planning.Search;
using Portal.Domain.Planning.Search.Regions;
using Portal.Domain.Planning.Search.Tiers;
using Portal.Domain.Requests;
using Portal.Domain.Sizing;

namespace Portal.Domain.Planning.Cautions;

/// <summary>Risks that stay before the load balancer: names, certificates, content delivery, firewall, far audiences.</summary>
internal static class FrontWarnings
{
    /// <summary>What a distribution answers without a raised quota: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html</summary>
    private const decimal MostEdgeRps = 250_000;

    private static readonly string[] EastAsia = ["JP", "KR", "TW", "HK", "CN"];

    public static IEnumerable<(bool Applies, string Path, string Text)> Of(PlanningInput input, Design design) =>
        [.. Names(input, design), .. Content(input, design), .. Unsaid(input, design), .. Guard(input, design), .. Far(input, design)];

    private static IEnumerable<(bool, string, string)> Names(PlanningInput input, Design design)
    {
        var (names, live) = (design.Front.Domain, design.Reach.Live.ToList());
        var others = string.Join(", ", live.Skip(1).Select(site => site.Region));
        yield return (names is { MakesZone: true }, "dns.hostedZone", $"The deployment waits until the parent of {names?.Domain} delegates it to the name servers of the new zone: certificates are proved by it.");
        yield return (names is { MakesZone: true, IsSigned: true }, "dns.hostedZone", "The new zone signs its answers; that protects users only once its DS record stands in the parent.");
        yield return (design.Front.Kind.Steering == Steering.ByHand, SheetPaths.Domain, $"There is no domain: after the loss of {input.Region} somebody has to point the names that users type to the load balancer in {others}, and promised times hold only if that is done at once and those names live at most a minute.");
        yield return (FrontAxis.SpeaksPlainHttp(input, design.Reach, names), SheetPaths.Certificate, $"The certificate serves {input.Region} only, and without a domain none can be made for {others}: its load balancer speaks plain HTTP until it is given one.");
        yield return (names is { MakesZone: true } && input.Policy.Observed && !input.MayLogGlobally, SheetPaths.Residency, "Route 53 logs queries in us-east-1 only, where the data may not lie: the new zone keeps no query log.");
        yield return (!input.IsPublic && names is { MakesZone: true }, SheetPaths.Domain, "The zone is public, as certificates need: the private addresses of the load balancer can be looked up by everybody, and reached by nobody outside.");
        yield return (design.Front.Kind is { DynamicThroughCdn: true } && input.Sheet.Dns?.Certificate is { } given && given != Dns.Create, SheetPaths.Certificate, $"CloudFront asks the load balancer under {names?.Domain}: the given certificate must hold that name.");
    }

    private static IEnumerable<(bool, string, string)> Content(PlanningInput input, Design design)
    {
        var kind = design.Front.Kind;
        var floor = EdgeParts.Static(input.Facts, design)?.FloorPercent;
        var asked = input.Sheet.Availability.SlaPercent;
        var peak = StaticTraffic.Of(input.Sheet).PeakRps;
        yield return (floor < asked, SheetPaths.Sla, string.Create(CultureInfo.InvariantCulture, $"Static content has a floor of its own, {floor:0.0000} %, below the {asked:0.####} % that are asked for the application."));
        yield return (peak > MostEdgeRps, SheetPaths.EdgePeak, string.Create(CultureInfo.InvariantCulture, $"{peak:0} requests a second at the edge are more than the {MostEdgeRps:0} that a distribution answers by default: ask for a higher quota first."));
        yield return (kind.HasStatic && design.Reach.TakesOver && design.Objects is not { IsPublic: true }, SheetPaths.RegionLoss, $"Static content lies in {input.Region} only: while that region is lost, the CDN serves what it still holds.");
        yield return ((kind.Cdn || kind.HasFallback) && input.Facts.Regions[input.Region].OptInRequired, SheetPaths.PrimaryRegion, $"CloudFront writes no access log to a bucket in {input.Region}.");
        yield return (kind.Cdn && design.Front.Domain is null, SheetPaths.Domain, "There is no domain: static content is found under the distribution's own name.");
        yield return (!kind.HasStatic && input.Sheet.Traffic.CacheablePercent > 0, "traffic.cacheablePercent", "Static content is not asked for, so nothing is cached at the edge.");
    }

    /// <summary>What the sheet does not say of static content costs nothing in the plan, but will on the bill.</summary>
    private static IEnumerable<(bool, string, string)> Unsaid(PlanningInput input, Design design)
    {
        var (content, hasStatic) = (StaticTraffic.Of(input.Sheet), design.Front.Kind.HasStatic);
        var (bytes, requests) = (content.GbPerMonth > 0, content.Requests > 0);
        yield return (hasStatic && !bytes && !requests, design.Objects is { IsPublic: true } ? SheetPaths.PublicStatic : SheetPaths.EdgeMean, "Nothing says how much static content users fetch in a month (traffic.staticGbPerMonth, traffic.edgeMeanRps), so the price holds none of it.");
        yield return (hasStatic && bytes && !requests, SheetPaths.EdgeMean, string.Create(CultureInfo.InvariantCulture, $"Nothing says how many requests fetch the static content, so the price holds none of their fees: in objects of {StaticTraffic.UsualObjectKb} KB it would be {content.UsualRps:0.##} a second."));
        yield return (hasStatic && !bytes && requests, SheetPaths.StaticGb, string.Create(CultureInfo.InvariantCulture, $"Nothing says how many bytes of static content users fetch, so the price holds none of them: objects of {StaticTraffic.UsualObjectKb} KB would make {content.UsualGb:0.##} GB a month."));
    }

    private static IEnumerable<(bool, string, string)> Guard(PlanningInput input, Design design)
    {
        var strict = input.Sheet.Compliance.Where(programme => programme is ComplianceProgram.PciDss or ComplianceProgram.Hipaa).Select(Wire.Name).ToList();
        yield return (design.Front.Kind.Firewall == Firewall.FailOpen && strict.Count > 0, SheetPaths.Compliance, $"While the web application firewall cannot be reached, requests pass it unseen; under {string.Join(" and ", strict)} that is a risk to take knowingly.");
        yield return (design.Front.Kind.HasShield, SheetPaths.Exposure, "Shield Advanced has to be subscribed to before the first deployment, which CloudFormation cannot do: for a year, once for all accounts of an organisation. Where yours has subscribed already, the price holds a fee that you pay anyway.");
        yield return (design.Front.Kind.EdgeFirewall && !input.MayLogGlobally, SheetPaths.Residency, $"A firewall before CloudFront logs in us-east-1 only, where the data may not lie: what it refuses is seen in its metrics, and who asked in the CDN's own log in {input.Region}.");
    }

    private static IEnumerable<(bool, string, string)> Far(PlanningInput input, Design design)
    {
        var traffic = input.Sheet.Traffic;
        var answering = design.Reach.Sites.Where(site => site.Share > 0).Select(site => site.Region).ToList();
        foreach (var place in traffic.LatencyMs is null ? Enumerable.Empty<string>() : traffic.Audience.Keys.Order(StringComparer.Ordinal))
        {
            var nearest = answering.MinBy(region => RoundTrip.Of(place, [region]) ?? decimal.MaxValue)!;
            yield return (IsAroundAfrica(place, nearest), SheetPaths.Latency, $"Between {place} and {nearest} cables go around: the true round trip is longer than the {RoundTrip.Of(place, answering):0} ms that distances give. Measure it.");
        }
    }

    private static bool IsAroundAfrica(string place, string region)
    {
        var country = RegionFacts.Find(region)?.Country ?? "";
        return (Array.Exists(EastAsia, asian => asian == place) && IsEuropean(country)) || (Array.Exists(EastAsia, asian => asian == country) && IsEuropean(place));
    }

    private static bool IsEuropean(string place) => EdgeArea.Of(place) == EdgeArea.Of("EU") && place != "IL";
}
