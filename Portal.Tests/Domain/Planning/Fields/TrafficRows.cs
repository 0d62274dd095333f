using Portal.Domain.Planning.Document;
using Portal.Domain.Planning.Search.Topics;
using Portal.Tests.Domain.Planning.Sheets;

namespace Portal.Tests.Domain.Planning.Fields;

internal static class TrafficRows
{
    private const string Path = "traffic.";
    private static readonly (string, string) NoLimit = ("monthlyUsd: 2000", "monthlyUsd: 900000");
    private static readonly (string, string) Users = ("peakRps: 200\n  meanRps: 50", "concurrentUsers: 3000\n  thinkTimeSeconds: 9");
    private static readonly (string, string) Connections = ("peakRps: 200\n  meanRps: 50", "peakRps: 200\n  meanRps: 50\n  peakConnections: 4000");
    private static readonly (string, string) Busy = ("peakRps: 200\n  meanRps: 50", "peakRps: 2000\n  meanRps: 500");
    private static readonly (string, string) Hours = Also("pattern: business-hours\n  businessHours: { days: mon-fri, from: \"09:00\", to: \"17:00\", timeZone: Europe/Dublin }");
    private static readonly (string, string) Static = Also("staticGbPerMonth: 500");
    private static readonly (string, string) Clicks = Also("edgePeakRps: 400\n  edgeMeanRps: 100");

    public static IEnumerable<FieldRow> All =>
    [
        Row("exposure", [], Also("exposure: internal"), Seen.Cheaper),
        Row("exposure", [], Also("exposure: internal"), Seen.Warned("traffic.exposure", "Clients are expected")),
        Row("exposure", [], Also("exposure: internal"), Seen.NoStack("firewall")) with { InStacks = true },
        Row("peakRps", [NoLimit], ("peakRps: 200", "peakRps: 2000"), Seen.LargerAtPeak),
        Row("meanRps", [NoLimit], ("meanRps: 50", "meanRps: 200"), Seen.Dearer),
        Row("concurrentUsers", [NoLimit, Users], ("concurrentUsers: 3000", "concurrentUsers: 30000"), Seen.LargerAtPeak),
        Row("concurrentUsers", [NoLimit, Users], ("concurrentUsers: 3000", "concurrentUsers: 30000"), Seen.Dearer),
        Row("thinkTimeSeconds", [NoLimit, Users], ("thinkTimeSeconds: 9", "thinkTimeSeconds: 99"), Seen.SmallerAtPeak),
        Row("peakConnections", [NoLimit, Connections, ("rpsPerVcpu: 50", "rpsPerVcpu: 50\n  connectionsPerInstance: 1000")], ("peakConnections: 4000", "peakConnections: 40000"), Seen.LargerAtPeak),
        Row("annualGrowthPercent", [NoLimit, Busy], ("meanRps: 500", "meanRps: 500\n  annualGrowthPercent: 60"), Seen.LargerAtPeak),
        Row("annualGrowthPercent", [NoLimit, Busy], ("meanRps: 500", "meanRps: 500\n  annualGrowthPercent: 60"), Seen.Dearer),
        Row("pattern", [NoLimit, Busy], ("meanRps: 500", "meanRps: 500\n  pattern: spiky"), Seen.Dearer),
        Row("pattern", [NoLimit, Busy], ("meanRps: 500", "meanRps: 500\n  pattern: seasonal"), Seen.Dearer),
        Row("pattern", [NoLimit, Busy], ("meanRps: 500", "meanRps: 500\n  pattern: seasonal"), (_, after) => after.Decisions.Any(decision => decision.Topic == "scaling" && decision.Chosen.Contains("prediction", StringComparison.Ordinal))),
        Row("businessHours.days", [NoLimit, Busy with { Item2 = "peakRps: 2000\n  meanRps: 50" }, Hours], ("days: mon-fri", "days: mon-sun"), Seen.Dearer),
        Row("businessHours.from", [NoLimit, Busy with { Item2 = "peakRps: 2000\n  meanRps: 50" }, Hours], ("09:00", "05:00"), Seen.Dearer),
        Row("businessHours.to", [NoLimit, Busy with { Item2 = "peakRps: 2000\n  meanRps: 50" }, Hours], ("17:00", "21:00"), Seen.Dearer),
        Row("businessHours.timeZone", [NoLimit, Hours], ("Europe/Dublin", "Asia/Tokyo"), Seen.Value("compute", "TimeZone", "Asia/Tokyo")) with { InStacks = true },
        Row("audience", [NoLimit, Static], ("staticGbPerMonth: 500", "staticGbPerMonth: 500\n  audience: { IN: 100 }"), Seen.Dearer),
        Row("latencyMs", [NoLimit, FrontSheets.NoData, FrontSheets.Domain, Also("audience: { EU: 50, US: 50 }\n  latencyMs: 200")], ("latencyMs: 200", "latencyMs: 60"), (before, after) => (before.Regions.Count, after.Regions.Count) == (1, 2)),
        Row("latencyMs", [Also("audience: { AU: 100 }\n  latencyMs: 900")], ("latencyMs: 900", "latencyMs: 1"), Seen.Refused(RefusalKind.Infeasible, "traffic.latencyMs")),
        Row("dynamicResponseKb", [NoLimit], Also("dynamicResponseKb: 80"), Seen.Dearer),
        Row("staticGbPerMonth", [NoLimit, Static], ("staticGbPerMonth: 500", "staticGbPerMonth: 5000"), Seen.Dearer),
        Row("staticGbPerMonth", [NoLimit], Static, (before, after) => !before.Edge!.Cdn && after.Edge!.Cdn),
        Row("edgePeakRps", [NoLimit], Also("edgePeakRps: 400"), (before, after) => !before.Edge!.Cdn && after.Edge!.Cdn),
        Row("edgePeakRps", [NoLimit, Clicks], ("edgePeakRps: 400", "edgePeakRps: 300000"), Seen.Warned("traffic.edgePeakRps", "ask for a higher quota")),
        Row("edgeMeanRps", [NoLimit, Clicks], ("edgeMeanRps: 100", "edgeMeanRps: 300"), Seen.Dearer),
        Row("cacheablePercent", [NoLimit, Clicks], ("edgeMeanRps: 100", "edgeMeanRps: 100\n  cacheablePercent: 95"), Seen.Cheaper),
        Row("cacheablePercent", [], Also("cacheablePercent: 95"), Seen.Warned("traffic.cacheablePercent", "nothing is cached")),
    ];

    private static (string, string) Also(string field) => ("costCenter: CC-1042\ntraffic:\n", $"costCenter: CC-1042\ntraffic:\n  {field}\n");

    private static FieldRow Row(string field, (string, string)[] given, (string, string) change, Func<Plan, Plan, bool> sees) => new(Path + field, given, change, sees);
}
