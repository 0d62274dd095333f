using System.Net;
using System.Text.Json.Nodes;
using Portal.Domain.Planning;
using Portal.Domain.Planning.Document;
using Portal.Domain.Requests;
using Portal.Tests.Domain.Planning.Sheets;

namespace Portal.Tests.Domain.Planning.Search;

/// <summary>What cannot be had anywhere is refused with what can, found by search and priced; whoever takes a way out over gets it.</summary>
public sealed class GapTests
{
    private static readonly (string, string) Rich = ("monthlyUsd: 2000", "monthlyUsd: 900000");

    /// <summary>Much data takes long to restore.</summary>
    private static readonly (string, string) Patient = ("corruption: { rpo: 5m, rto: 1h }", "corruption: { rpo: 5m, rto: 7d }");

    private static readonly (string, string) Active = ("primaryRegion: eu-central-1", "primaryRegion: eu-central-1\n  activeActive: true");

    private static readonly Dictionary<string, (Func<RequestSheet> Sheet, string[] Ways)> Gaps = new()
    {
        ["a cache larger than any node"] = (() => Cache("cache: { engine: valkey, sizeGb: 400, opsPerSecond: 1000 }"), ["data.cache.sizeGb"]),
        ["a cache busier than any node"] = (() => Cache("cache: { engine: valkey, sizeGb: 400, opsPerSecond: 9000000 }"), ["data.cache.opsPerSecond data.cache.sizeGb"]),
        ["a cache larger than any number of nodes"] = (() => Cache("cache: { engine: memcached, sizeGb: 90000, opsPerSecond: 1000 }"), ["data.cache.sizeGb"]),
        ["strong reads in regions of two groups"] = (
            () => FrontSheets.Named(DataSheets.Of(DataSheets.Table.Replace("eventual", "strong", StringComparison.Ordinal), Rich, ("primaryRegion: eu-central-1", "primaryRegion: eu-central-1\n  activeActive: true\n  secondaryRegions: [us-east-1]"))),
            ["data.keyValue.consistency", "placement.secondaryRegions", "placement.activeActive"]),
        ["more requests than a fleet carries"] = (() => Make.ProductionSheet(Rich, ("peakRps: 200", "peakRps: 9000000"), ("meanRps: 50", "meanRps: 8000000")), ["traffic.meanRps traffic.peakRps"]),
        ["more users than a fleet carries"] = (() => Make.ProductionSheet(Rich, ("peakRps: 200\n  meanRps: 50", "concurrentUsers: 90000000\n  thinkTimeSeconds: 9")), ["traffic.concurrentUsers"]),
        ["more growth than a fleet carries"] = (() => Make.ProductionSheet(Rich, ("peakRps: 200", "peakRps: 200000\n  annualGrowthPercent: 9000")), ["traffic.annualGrowthPercent", "traffic.peakRps"]),
        ["more connections than a fleet holds"] = (
            () => Make.ProductionSheet(Rich, ("peakRps: 200", "peakRps: 200\n  peakConnections: 900000"), ("rpsPerVcpu: 50", "rpsPerVcpu: 50\n  connectionsPerInstance: 100")), ["traffic.peakConnections"]),
        ["requests and connections beyond a fleet"] = (
            () => Make.ProductionSheet(Rich, ("peakRps: 200", "peakRps: 9000000\n  peakConnections: 900000"), ("rpsPerVcpu: 50", "rpsPerVcpu: 50\n  connectionsPerInstance: 100")), ["traffic.peakConnections traffic.peakRps"]),
        ["more memory than a fleet holds"] = (() => Make.ProductionSheet(Rich, ("peakRps: 200", "peakRps: 90000"), ("rpsPerVcpu: 50", "rpsPerVcpu: 50\n  memoryGbPerVcpu: 1000")), ["application.memoryGbPerVcpu"]),
        ["more writes than a database takes"] = (() => Database("readsPerSecond: 200, writesPerSecond: 40", "readsPerSecond: 200, writesPerSecond: 90000"), ["data.relational.writesPerSecond"]),
        ["more connections than a database holds"] = (() => Database("connections: 100", "connections: 90000"), ["data.relational.connections"]),
        ["more data than a volume holds"] = (() => Make.ProductionSheet(Rich, Patient, ("sizeGb: 50", "sizeGb: 110000")), ["data.relational.sizeGb"]),
        ["more data than a volume of RDS holds"] = (() => Make.ProductionSheet(Rich, Patient, ("sizeGb: 50", "sizeGb: 60000, service: rds")), ["data.relational.sizeGb", "data.relational.service"]),
        ["more requests than a fleet carries, and no word of their mean"] = (() => Make.ProductionSheet(Rich, ("peakRps: 200\n  meanRps: 50", "peakRps: 9000000")), ["traffic.peakRps"]),
        ["more writes and connections than a database"] = (
            () => Database("readsPerSecond: 200, writesPerSecond: 40, connections: 100", "readsPerSecond: 0, writesPerSecond: 90000, connections: 90000"), ["data.relational.connections data.relational.writesPerSecond"]),
        ["a cache and a database that are too large"] = (
            () => Make.ProductionSheet(Rich, ("connections: 100 }", "connections: 90000 }\n  cache: { engine: valkey, sizeGb: 400, opsPerSecond: 1000 }")), ["data.cache.sizeGb data.relational.connections"]),
        ["no second region to be active in"] = (() => FrontSheets.Sheet(Rich, FrontSheets.NoData, FrontSheets.Domain, Active, ("activeActive: true", "activeActive: true\n  residency: [DE]")), ["placement.residency", "placement.activeActive"]),
    };

    public static TheoryData<string> Names => [.. Gaps.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Refusal_HasWaysOut_EachOfWhichCanBeBuiltForItsPrice(string name)
    {
        var (sheet, ways) = (Gaps[name].Sheet(), Gaps[name].Ways);
        var refusals = Designs.Of(sheet).Refusals;

        Assert.All(refusals, refusal => Assert.Equal(RefusalKind.Infeasible, refusal.Kind));
        Assert.All(refusals, refusal => Assert.NotEmpty(refusal.RelaxTo));
        var found = refusals.SelectMany(refusal => refusal.RelaxTo).DistinctBy(Words).ToList();
        Assert.All(ways, way => Assert.Contains(found, each => Fields(each) == way));
        Assert.All(found, way =>
        {
            var plan = Designs.Of(RelaxedSheet.Of(sheet, way));
            Assert.True(plan.Feasible, $"{Words(way)}: {string.Join('\n', plan.Refusals)}");
            Assert.True(plan.Cost!.MonthlyUsd <= way.MonthlyUsd, $"{Words(way)}: {plan.Cost.MonthlyUsd} > {way.MonthlyUsd}");
        });
    }

    /// <summary>The way out is the nearest: with a fiftieth more of the same it is refused again.</summary>
    [Theory]
    [InlineData("a cache larger than any node", "data.cache.sizeGb")]
    [InlineData("a cache larger than any number of nodes", "data.cache.sizeGb")]
    [InlineData("more requests than a fleet carries", "traffic.peakRps")]
    [InlineData("more connections than a fleet holds", "traffic.peakConnections")]
    [InlineData("more memory than a fleet holds", "application.memoryGbPerVcpu")]
    [InlineData("more writes than a database takes", "data.relational.writesPerSecond")]
    [InlineData("more connections than a database holds", "data.relational.connections")]
    [InlineData("more data than a volume holds", "data.relational.sizeGb")]
    public void Way_IsTheMostThatCanBeHad(string name, string field)
    {
        var sheet = Gaps[name].Sheet();
        var way = Designs.Of(sheet).Refusals[0].RelaxTo.First(way => way.Change.ContainsKey(field));

        var more = new Dictionary<string, JsonNode?>(way.Change) { [field] = Math.Ceiling(1.02m * (decimal)way.Change[field]!) };
        var plan = Designs.Of(RelaxedSheet.Of(sheet, way with { Change = more }));

        Assert.False(plan.Feasible);
        Assert.Contains(plan.Refusals[0].RelaxTo, again => again.Change.ContainsKey(field) && (decimal)again.Change[field]! == (decimal)way.Change[field]!);
    }

    /// <summary>Who gave no mean is offered the peak alone, at the price of a sheet with that peak.</summary>
    [Fact]
    public void Way_WithoutAMeanThatNobodyGave_IsPricedAsTheSheetThatTakesIt()
    {
        var sheet = Make.ProductionSheet(("monthlyUsd: 2000", "monthlyUsd: 900000000"), ("peakRps: 200\n  meanRps: 50", "peakRps: 90000000"));
        var way = Designs.Of(sheet).Refusals[0].RelaxTo[0];

        Assert.Equal(["traffic.peakRps"], way.Change.Keys);
        Assert.Equal(way.MonthlyUsd, Designs.Of(RelaxedSheet.Of(sheet, way)).Cost!.MonthlyUsd);
    }

    /// <summary>One /20 is no room for two regions: either another pool, or one region.</summary>
    [Fact]
    public void PoolOfOneRange_IsRefused_WithThePlatformsPool_AndWithOneRegion()
    {
        var sheet = FrontSheets.Sheet(Rich, FrontSheets.NoData, FrontSheets.Domain, FrontSheets.RegionLoss("{ rpo: 1m, rto: 15m }"), ("budget:", "network: { cidrPool: 10.60.0.0/20 }\nbudget:"));
        var refusal = Assert.Single(In(sheet, "10.60.0.0/20").Refusals);

        Assert.Equal((RefusalKind.Infeasible, "network.cidrPool"), (refusal.Kind, Assert.Single(refusal.Requirements)));
        Assert.Equal(["network.cidrPool", "recovery.region.rto"], refusal.RelaxTo.Select(Words));
        Assert.Equal(["10.64.0.0/20", "10.60.0.0/20"], refusal.RelaxTo.Zip(["10.64.0.0/20", "10.60.0.0/20"], (way, range) =>
        {
            var plan = In(RelaxedSheet.Of(sheet, way), range);
            Assert.True(plan.Feasible && plan.Cost!.MonthlyUsd <= way.MonthlyUsd, Words(way));
            return plan.Regions[0].VpcCidr;
        }));
    }

    /// <summary>Whole copies of a large Aurora volume six times a day cost more than a replica that stands in a second region, and need no range there.</summary>
    [Fact]
    public void PoolOfOneRange_TakesADearerDesign_ThatDoesWithIt()
    {
        var sheet = Make.ProductionSheet(
            Rich, ("sizeGb: 50", "sizeGb: 4000"), ("connections: 100", "connections: 100, service: aurora"), ("corruption: { rpo: 5m, rto: 1h }", "corruption: { rpo: 5m, rto: 24h }"),
            FrontSheets.RegionLoss("{ rpo: 4h, rto: 24h }"), ("budget:", "network: { cidrPool: 10.60.0.0/20 }\nbudget:"));
        var (one, two) = (In(sheet, "10.60.0.0/20"), In(sheet, "10.64.0.0/20"));

        Assert.Equal((RegionRole.Backup, RegionRole.Secondary), (one.Regions[1].Role, two.Regions[1].Role));
        Assert.True(one.Cost!.MonthlyUsd > two.Cost!.MonthlyUsd);
    }

    private static Plan In(RequestSheet sheet, string range) => PlanPipeline.Design(sheet, IPNetwork.Parse(range), Designs.Facts);

    private static RequestSheet Cache(string cache) => DataSheets.Of(cache, Rich);

    private static RequestSheet Database(string find, string write) => Make.ProductionSheet(Rich, (find, write));

    /// <summary>The fields that are changed, whatever the money.</summary>
    private static string Fields(Relaxation way) => string.Join(' ', way.Change.Keys.Where(path => path != "budget.monthlyUsd"));

    private static string Words(Relaxation way) => string.Join(' ', way.Change.Keys);
}
