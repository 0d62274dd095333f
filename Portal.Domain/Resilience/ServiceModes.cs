namespace Portal.Domain.Resilience;

/// <summary>Events of services that we only use: nothing of ours takes over within the region.</summary>
internal static class ServiceModes
{
    public static IEnumerable<FailureMode> Of(ModelledDesign design, FailureRates rates)
    {
        yield return Event("load balancer event", FailureScope.Region, rates.LoadBalancer);
        yield return Event("region loss", FailureScope.Region, rates.Region);
        if (design.KeyValue)
        {
            yield return Event("DynamoDB event", FailureScope.Region, rates.KeyValue);
        }

        if (design.WafFailClosed)
        {
            yield return Event("WAF event", FailureScope.Region, rates.Waf);
        }

        if (design.CdnOnPath)
        {
            yield return Event("CDN event", FailureScope.Global, rates.Cdn);
        }
    }

    private static FailureMode Event(string mode, FailureScope scope, FailureRate rate) => new(mode, scope, rate.EventsAYear, rate.Seconds!.Value, 1, rate);
}
