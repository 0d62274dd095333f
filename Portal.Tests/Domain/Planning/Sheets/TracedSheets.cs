using Portal.Domain.Requests;

namespace Portal.Tests.Domain.Planning.Sheets;

/// <summary>Sheets that between them ask for everything a plan can be traced to.</summary>
internal static class TracedSheets
{
    private static readonly (string, string) NoLimit = ("monthlyUsd: 2000", "monthlyUsd: 900000");

    public static readonly Dictionary<string, Func<RequestSheet>> All = new Dictionary<string, Func<RequestSheet>>
    {
        ["a shop that hardly stops"] = () => Make.ProductionSheet(NoLimit, ("slaPercent: 99.9", "slaPercent: 98"), ("zone: { rpo: 5m, rto: 30m }", "zone: { rpo: 0, rto: 2m }")),
        ["a shop"] = () => Make.ProductionSheet(NoLimit),
        ["a growing shop with every store"] = EveryStore,
        ["a second region"] = SecondRegion,
        ["far users"] = () => Make.ProductionSheet(NoLimit, FrontSheets.NoData, FrontSheets.Domain, FrontSheets.Traffic("audience: { EU: 50, US: 50 }\n  latencyMs: 60")),
        ["active in two regions"] = () => Make.ProductionSheet(NoLimit, FrontSheets.NoData, FrontSheets.Domain, ("primaryRegion: eu-central-1", "primaryRegion: eu-central-1\n  activeActive: true")),
        ["held connections of an internal tool"] = Tool,
        ["an experiment that sleeps"] = () => ClosingSheets.Of(("connections: 100", "connections: 100, readReplicas: 1")),
        ["patient records"] = () => Make.ProductionSheet(NoLimit, ("budget:", "compliance: [hipaa]\nbudget:")),
        ["a bound experiment"] = () => Make.Sheet(Stage.Development, NoLimit, ("budget:", "compliance: [pci-dss, soc2]\nbudget:"), ("slaPercent: 99.9", "slaPercent: 98"), ("  zone: { rpo: 5m, rto: 30m }\n", "")),
        ["a signed name"] = () => Make.ProductionSheet(NoLimit, FrontSheets.Domain, FrontSheets.Traffic("staticGbPerMonth: 50"), ("budget:", "compliance: [nist-800-53, pci-dss]\nbudget:")),
        ["a cluster that loses nothing"] = () => Make.ProductionSheet(NoLimit, ("connections: 100", "connections: 100, service: aurora, readReplicas: 1"), FrontSheets.RegionLoss("{ rpo: 1m, rto: 30m }"), ("eu-central-1", "eu-west-1")),
    };

    private static RequestSheet EveryStore() => Make.ProductionSheet(
        NoLimit,
        ("peakRps: 200\n  meanRps: 50", "peakRps: 2000\n  meanRps: 600\n  annualGrowthPercent: 40\n  pattern: seasonal\n  staticGbPerMonth: 500\n  edgePeakRps: 900\n  edgeMeanRps: 100\n  audience: { EU: 60, IN: 40 }"),
        ("connections: 100", "connections: 100, readReplicas: 2"),
        ("\ndata:\n", $"\ndata:\n  {DataSheets.Table}\n  {DataSheets.Cache}\n  objects: {{ sizeGb: 500, publicStatic: true }}\n"),
        ("monthlyUsd: 900000", "monthlyUsd: 900000\n  allowSpot: true"),
        ("budget:", "compliance: [gdpr]\nbudget:"),
        FrontSheets.Domain);

    private static RequestSheet SecondRegion() => Make.ProductionSheet(
        NoLimit,
        ("peakRps: 200\n  meanRps: 50", "concurrentUsers: 6000\n  thinkTimeSeconds: 5"),
        ("\ndata:\n", $"\ndata:\n  {DataSheets.Table}\n  {DataSheets.Cache}\n  {DataSheets.Objects}\n"),
        ("monthlyUsd: 900000", "monthlyUsd: 900000\n  purchase: savings-plan-1y"),
        FrontSheets.RegionLoss("{ rpo: 15m, rto: 40m }"),
        FrontSheets.Domain);

    private static RequestSheet Tool() => Make.ProductionSheet(
        NoLimit,
        ("peakRps: 200\n  meanRps: 50", "peakConnections: 60000\n  exposure: internal\n  pattern: business-hours\n  businessHours: { days: mon-fri, from: \"08:00\", to: \"18:00\", timeZone: Europe/Berlin }"),
        ("rpsPerVcpu: 50", "rpsPerVcpu: 50\n  connectionsPerInstance: 4000\n  stateless: false"),
        ("engine: postgresql", "engine: mysql"),
        ("monthlyUsd: 900000", "monthlyUsd: 900000\n  purchase: reserved-1y"));
}
