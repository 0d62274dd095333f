namespace Portal.Web.Components.Requests;

/// <summary>The sheet's fields in the contract's order, and which of them are text even where they look like numbers.</summary>
internal static class SheetFields
{
    private static readonly Dictionary<string, string[]> Order = new(StringComparer.Ordinal)
    {
        [""] = ["apiVersion", "kind", "metadata", "traffic", "application", "availability", "recovery", "placement", "compliance", "data", "network", "dns", "budget", "lifetime"],
        ["metadata"] = ["name", "team", "stage", "costCenter", "description"],
        ["traffic"] = ["exposure", "peakRps", "meanRps", "concurrentUsers", "thinkTimeSeconds", "peakConnections", "annualGrowthPercent", "pattern", "businessHours", "audience", "latencyMs", "dynamicResponseKb", "staticGbPerMonth", "edgePeakRps", "edgeMeanRps", "cacheablePercent"],
        ["traffic.businessHours"] = ["days", "from", "to", "timeZone"],
        ["application"] = ["rpsPerVcpu", "targetCpuPercent", "workload", "memoryGbPerVcpu", "connectionsPerInstance", "stateless", "architectures", "operatingSystem", "software"],
        ["application.software"] = ["kind", "image", "script", "port", "healthCheckPath"],
        ["recovery"] = ["zone", "corruption", "region"],
        ["recovery.zone"] = ["rpo", "rto"],
        ["recovery.corruption"] = ["rpo", "rto"],
        ["recovery.region"] = ["rpo", "rto"],
        ["placement"] = ["primaryRegion", "secondaryRegions", "residency", "activeActive", "account"],
        ["data"] = ["relational", "keyValue", "cache", "objects"],
        ["data.relational"] = ["engine", "sizeGb", "readsPerSecond", "writesPerSecond", "connections", "readReplicas", "service"],
        ["data.keyValue"] = ["sizeGb", "readsPerSecond", "writesPerSecond", "itemKb", "consistency"],
        ["data.cache"] = ["engine", "sizeGb", "opsPerSecond"],
        ["data.objects"] = ["sizeGb", "publicStatic"],
        ["network"] = ["cidrPool", "reserved"],
        ["dns"] = ["domain", "hostedZone", "certificate"],
        ["budget"] = ["monthlyUsd", "purchase", "allowSpot", "officeHoursOnly"],
        ["lifetime"] = ["expiresOn"],
    };

    private static readonly HashSet<string> Text = new(StringComparer.Ordinal)
    {
        "metadata.name", "metadata.team", "metadata.costCenter", "metadata.description", "placement.account", "application.software.image", "application.software.script",
        "application.software.healthCheckPath", "dns.domain", "dns.hostedZone", "dns.certificate", "traffic.businessHours.from", "traffic.businessHours.to",
    };

    /// <summary>Where the key stands among its neighbours; what is not known comes last.</summary>
    public static int PlaceOf(string parent, string key)
    {
        var place = Array.IndexOf(Order.GetValueOrDefault(parent, []), key);
        return place < 0 ? int.MaxValue : place;
    }

    public static bool IsText(string path) => Text.Contains(path);
}
