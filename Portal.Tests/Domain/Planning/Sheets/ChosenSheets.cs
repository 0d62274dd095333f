using Portal.Domain.Costs;
using Portal.Domain.Requests;

namespace Portal.Tests.Domain.Planning.Sheets;

/// <summary>Sheets for choices that chance seldom meets, each under the choice it is for.</summary>
internal static class ChosenSheets
{
    private const string Region = "zone: { rpo: 5m, rto: 30m }\n  region: ";
    private const string ActiveActive = "primaryRegion: eu-west-1\n  activeActive: true\n  secondaryRegions: [eu-central-1]";

    private static readonly (string, string) Unnamed = ("zone: { rpo: 5m, rto: 30m }\n  ", "");
    private static readonly (string, string) Rich = ("monthlyUsd: 2000", "monthlyUsd: 90000");

    public static IReadOnlyDictionary<string, RequestSheet> All { get; } = new Dictionary<string, RequestSheet>
    {
        ["development"] = Make.Sheet(),
        ["office hours only"] = ClosingSheets.Of(),
        ["staging"] = Make.Sheet(Stage.Staging),
        ["production"] = Make.ProductionSheet(),
        ["every programme"] = Make.ProductionSheet(("budget:", "compliance: [pci-dss, hipaa, soc2, gdpr, iso-27001, nist-800-53]\nbudget:"), Rich),
        ["a programme in development"] = Make.Sheet(Stage.Development, ("budget:", "compliance: [pci-dss]\nbudget:"), Rich),
        ["a programme, static content"] = FrontSheets.Sheet(FrontSheets.Traffic("staticGbPerMonth: 500"), FrontSheets.Domain, ("budget:", "compliance: [pci-dss]\nbudget:"), Rich),
        ["one zone"] = Make.ProductionSheet(Unnamed, ("slaPercent: 99.9", "slaPercent: 98")),
        ["three zones"] = Make.ProductionSheet(("peakRps: 200", "peakRps: 3000"), ("meanRps: 50", "meanRps: 2500"), Rich),
        ["three zones, a way out each"] = Make.ProductionSheet(("peakRps: 200", "peakRps: 12000"), ("meanRps: 50", "meanRps: 10000"), ("zone: { rpo: 5m, rto: 30m }", "zone: { rpo: 0, rto: 2m }"), Rich),
        ["spot"] = Make.ProductionSheet(("monthlyUsd: 2000", "monthlyUsd: 2000\n  allowSpot: true")),
        ["spot, savings plan"] = Make.ProductionSheet(("monthlyUsd: 2000", "monthlyUsd: 2000\n  allowSpot: true\n  purchase: savings-plan-1y")),
        ["a year's subscription that pays the firewall"] = Make.ProductionSheet(("peakRps: 200", "peakRps: 12000"), ("meanRps: 50", "meanRps: 10000"), ("monthlyUsd: 2000", "monthlyUsd: 90000\n  purchase: savings-plan-1y")),
        ["users and connections"] = Make.ProductionSheet(("peakRps: 200\n  meanRps: 50", "concurrentUsers: 4000\n  thinkTimeSeconds: 9\n  peakConnections: 20000"), ("rpsPerVcpu: 50", "rpsPerVcpu: 50\n  connectionsPerInstance: 4000"), Rich),
        ["a long script"] = Scripted(),
        ["application through the cdn"] = FrontSheets.Sheet(FrontSheets.Domain, FrontSheets.Traffic("dynamicResponseKb: 2000"), ("slaPercent: 99.9", "slaPercent: 99"), Rich),
        ["application and static content through the cdn"] = FrontSheets.Sheet(FrontSheets.Domain, FrontSheets.Traffic("dynamicResponseKb: 2000\n  staticGbPerMonth: 300"), ("slaPercent: 99.9", "slaPercent: 99"), Rich),
        ["no log of the cdn"] = FrontSheets.Sheet(FrontSheets.Traffic("staticGbPerMonth: 500"), ("eu-central-1", "eu-south-1"), Rich),
        ["cdn from us-east-1"] = FrontSheets.Sheet(FrontSheets.Traffic("staticGbPerMonth: 500"), FrontSheets.Domain, FrontSheets.In("us-east-1"), ("budget:", "compliance: [pci-dss]\nbudget:"), Rich),
        ["accelerator"] = FrontSheets.Sheet(FrontSheets.NoData, FrontSheets.Domain, FrontSheets.RegionLoss("{ rpo: 1m, rto: 100s }"), FrontSheets.In("us-east-1"), FrontSheets.Traffic("audience: { EU: 100 }"), Rich),
        ["accelerator without a name"] = FrontSheets.Sheet(FrontSheets.NoData, FrontSheets.RegionLoss("{ rpo: 1m, rto: 100s }"), ("eu-central-1", "us-east-1"), FrontSheets.Traffic("audience: { EU: 100 }"), Rich),
        ["near to two audiences"] = FrontSheets.Sheet(FrontSheets.NoData, FrontSheets.Domain, FrontSheets.Traffic("audience: { EU: 50, US: 50 }\n  latencyMs: 60"), Rich),
        ["rds with readers"] = RelationalSheets.With("{ engine: mysql, sizeGb: 50, service: rds, readReplicas: 3 }"),
        ["rds, one instance"] = RelationalSheets.With("{ engine: postgresql, sizeGb: 50, service: rds }", "corruption: { rpo: 5m, rto: 8h }", 98),
        ["rds, copies elsewhere"] = RelationalSheets.With("{ engine: postgresql, sizeGb: 50, service: rds }", Region + "{ rpo: 4h, rto: 24h }"),
        ["rds, replica elsewhere"] = RelationalSheets.With("{ engine: postgresql, sizeGb: 50, service: rds }", Region + "{ rpo: 5m, rto: 2h }"),
        ["rds in two active regions"] = FrontSheets.Named(RelationalSheets.With("{ engine: mysql, sizeGb: 50, readsPerSecond: 100, service: rds }", placement: ActiveActive)),
        ["aurora, one instance"] = RelationalSheets.With("{ engine: mysql, sizeGb: 50, service: aurora }", "zone: { rpo: 5m, rto: 30m }", 99),
        ["aurora serverless"] = RelationalSheets.With("{ engine: postgresql, sizeGb: 50, writesPerSecond: 1500, service: aurora }", "zone: { rpo: 5m, rto: 30m }", 99),
        ["aurora with readers"] = RelationalSheets.With("{ engine: postgresql, sizeGb: 50, readsPerSecond: 9000, writesPerSecond: 3000, service: aurora, readReplicas: 3 }"),
        ["aurora, copies elsewhere"] = RelationalSheets.With("{ engine: mysql, sizeGb: 50, service: aurora }", Region + "{ rpo: 24h, rto: 24h }"),
        ["aurora, no instance elsewhere"] = RelationalSheets.With("{ engine: mysql, sizeGb: 50, service: aurora }", Region + "{ rpo: 1m, rto: 2h }"),
        ["aurora in two active regions"] = FrontSheets.Named(RelationalSheets.With("{ engine: postgresql, sizeGb: 50, readsPerSecond: 100, service: aurora }", placement: ActiveActive)),
        ["table that agrees, with a witness"] = DataSheets.InEurope(DataSheets.Table, DataSheets.RegionLoss("0", "30m")),
        ["table that agrees, strong reads, two active"] = ActiveTable(),
        ["internal in two active regions"] = FrontSheets.Sheet(FrontSheets.NoData, FrontSheets.Domain, ("primaryRegion: eu-central-1", "primaryRegion: eu-central-1\n  activeActive: true"), ("peakRps: 200", "peakRps: 200\n  exposure: internal"), Rich),
        ["table with a mean near its peak"] = DataSheets.Of(DataSheets.Table, ("meanRps: 50", "meanRps: 180")),
        ["valkey beside the servers"] = DataSheets.Of(DataSheets.Cache, ("rpsPerVcpu: 50", "rpsPerVcpu: 50\n  stateless: false")),
        ["redis, one node"] = DataSheets.Of(DataSheets.Cache.Replace("valkey", "redis", StringComparison.Ordinal), ("slaPercent: 99.9", "slaPercent: 98.5"), Unnamed),
        ["memcached"] = DataSheets.Of(DataSheets.Cache.Replace("valkey", "memcached", StringComparison.Ordinal), ("slaPercent: 99.9", "slaPercent: 99.8")),
        ["memcached over many nodes"] = DataSheets.Of("cache: { engine: memcached, sizeGb: 900, opsPerSecond: 5000 }", ("slaPercent: 99.9", "slaPercent: 99.8"), Rich),
        ["objects"] = DataSheets.Of(DataSheets.Objects),
        ["objects copied"] = DataSheets.InEurope(DataSheets.Objects, DataSheets.RegionLoss("1h", "4h")),
        ["public objects copied"] = DataSheets.InEurope("objects: { sizeGb: 500, publicStatic: true }", DataSheets.RegionLoss("15m", "30m"), FrontSheets.Traffic("staticGbPerMonth: 300")),
        ["everything in two regions"] = Everything(),
    };

    private static RequestSheet ActiveTable() => FrontSheets.Named(DataSheets.InEurope(
        DataSheets.Table.Replace("eventual", "strong", StringComparison.Ordinal),
        ("primaryRegion: eu-west-1", "primaryRegion: eu-west-1\n  activeActive: true\n  secondaryRegions: [eu-central-1]")));

    private static RequestSheet Scripted()
    {
        var sheet = Make.ProductionSheet();
        return sheet with { Application = sheet.Application with { Software = new Software { Kind = SoftwareKind.Script, Script = string.Concat(Enumerable.Repeat("echo ready # äöü\n", 350)) } } };
    }

    private static RequestSheet Everything()
    {
        var sheet = FrontSheets.Named(RelationalSheets.Booking());
        return sheet with
        {
            Traffic = sheet.Traffic with { StaticGbPerMonth = 500 },
            Data = sheet.Data with
            {
                KeyValue = new KeyValue { SizeGb = 20, ReadsPerSecond = 100, WritesPerSecond = 20 },
                Cache = new Cache { Engine = CacheEngine.Valkey, SizeGb = 2, OpsPerSecond = 1000 },
                Objects = new Objects { SizeGb = 100 },
            },
            Recovery = sheet.Recovery with { Region = new Objective(TimeSpan.FromMinutes(15), TimeSpan.FromHours(1)) },
            Budget = new Budget { MonthlyUsd = Money.FromUsd(90_000) },
        };
    }
}
