namespace Portal.Domain.Requests.Reading;

/// <summary>
/// Beside a domain, zone and certificate default to <c>create</c>. Without one only a certificate that stands already can serve HTTPS, so
/// staging and production must name it. Internal endpoints are no exception: the contract makes none, and every hop is TLS.
/// </summary>
internal static class DnsRules
{
    public static IEnumerable<Problem> Check(SheetView sheet)
    {
        var (domain, certificate) = (sheet.Has("dns.domain"), sheet.Text("dns.certificate"));
        if (!domain && sheet.Has("dns.hostedZone")) yield return new("dns.hostedZone", "counts only with a domain: add dns.domain or leave the zone out");
        if (!domain && certificate == Dns.Create) yield return new("dns.certificate", "can be created for a domain only: add dns.domain or give an ARN");
        if (!domain && !sheet.Has("dns.certificate") && sheet.Text("metadata.stage") is "staging" or "production")
            yield return new("dns.certificate", "is required where no domain is given and stage is not development: give the ARN of a certificate, or add dns.domain");
        if (certificate?.Split(':') is { Length: > 4 } arn)
            foreach (var problem in Certificate(sheet, region: arn[3], account: arn[4]))
                yield return problem;
    }

    /// <summary>A load balancer takes certificates of its own region and account only (docs.aws.amazon.com/acm/latest/userguide/acm-regions.html).</summary>
    private static IEnumerable<Problem> Certificate(SheetView sheet, string region, string account)
    {
        if (sheet.Text("placement.primaryRegion") is { } primary && region != primary)
            yield return new("dns.certificate", $"lies in {region}, but the load balancer stands in {primary}: give one of {primary}");
        if (sheet.Text("placement.account") is { } target && account != target)
            yield return new("dns.certificate", $"belongs to account {account}, but placement.account is {target}: give one of that account");
    }
}
