using Portal.Domain.Resilience;
using Portal.Domain.Costs;
using Portal.Domain.Planning.Document;
using Portal.Domain.Planning.Search;
using Portal.Domain.Planning.Search.Regions;
using Portal.Domain.Planning.Search.Tiers;
using Portal.Domain.Planning.Search.Topics;
using Portal.Domain.Requests;
using Portal.Tests.Domain.Planning.Sheets;

namespace Portal.Tests.Domain.Planning.Tiers;

/// <summary>Prices and node types of elasticache.csv, eu-central-1.</summary>
public sealed class CacheTests
{
    [Theory]
    [InlineData("sizeGb: 3", "sizeGb: 30")]
    [InlineData("opsPerSecond: 5000", "opsPerSecond: 150000")]
    [InlineData("engine: valkey", "engine: redis")]
    public void EachField_RaisesThePrice(string find, string write)
    {
        var (small, large) = (Designs.Of(DataSheets.Of(DataSheets.Cache)), Designs.Of(DataSheets.Of(DataSheets.Cache.Replace(find, write, StringComparison.Ordinal))));

        Assert.True(small.Cost!.MonthlyUsd < large.Cost!.MonthlyUsd);
    }

    [Theory]
    [InlineData("98.5", "valkey", 1, 99.5)]
    [InlineData("99.9", "valkey", 2, 99.99)]
    [InlineData("99.9", "redis", 2, 99.99)]
    [InlineData("98.5", "memcached", 1, 99.5)]
    [InlineData("99.8", "memcached", 2, 99.9)]
    public void Nodes_FollowTheSla(string sla, string engine, int nodes, double commitment)
    {
        var plan = Designs.Of(DataSheets.Of($"cache: {{ engine: {engine}, sizeGb: 0.2, opsPerSecond: 500 }}", ("slaPercent: 99.9", $"slaPercent: {sla}")));

        Assert.Equal(nodes, Assert.Single(plan.Cache).Nodes);
        Assert.Contains(new("cache", (decimal)commitment), plan.Availability!.Path);
    }

    [Fact]
    public void ZoneObjective_AsksForANodeInAnotherZone()
    {
        var sheet = DataSheets.Of(DataSheets.Cache, ("slaPercent: 99.9", "slaPercent: 98.5"), ("zone: { rpo: 5m, rto: 30m }", "zone: { rpo: 5m, rto: 10m }"));
        var plan = Designs.Of(sheet);

        // A node that is replaced takes up to 900 s (slas.json), one that takes over 60 s.
        var decision = Assert.Single(plan.Decisions, decision => decision.Topic == "cache");
        Assert.Equal((2, "recovery.zone"), (Assert.Single(plan.Cache).Nodes, Assert.Single(decision.Because)));
        Assert.Contains(decision.Alternatives, alternative => alternative is { Option: "one node", Rejected: "RTO after zone loss 900 s > 600 s" });
    }

    [Fact]
    public void Sessions_AskForAReplica_AndAreNeverSynchronous()
    {
        (string, string) sessions = ("rpsPerVcpu: 50", "rpsPerVcpu: 50\n  stateless: false");
        var minutes = Designs.Of(DataSheets.Of(DataSheets.Cache, sessions, ("slaPercent: 99.9", "slaPercent: 98.5")));
        var nothing = Designs.Of(DataSheets.Of(DataSheets.Cache, sessions, ("zone: { rpo: 5m", "zone: { rpo: 0")));

        Assert.Equal((2, 1), (Assert.Single(minutes.Cache).Nodes, minutes.Recovery!.Zone!.RpoSeconds));
        var refusal = Assert.Single(nothing.Refusals);
        Assert.Equal(["application.stateless", "data.cache", "recovery.zone"], refusal.Requirements.Order(StringComparer.Ordinal));
        Assert.Contains(refusal.RelaxTo, way => way.Change.ContainsKey("application.stateless"));
        Assert.Contains(refusal.RelaxTo, way => way.Change.Keys.Any(path => path.StartsWith("recovery.zone", StringComparison.Ordinal)));
    }

    [Fact]
    public void Memcached_SpreadsOverManyNodes()
    {
        var plan = Designs.Of(DataSheets.Of("cache: { engine: memcached, sizeGb: 900, opsPerSecond: 5000 }", ("slaPercent: 99.9", "slaPercent: 99.8"), ("monthlyUsd: 2000", "monthlyUsd: 90000")));

        Assert.InRange(Assert.Single(plan.Cache).Nodes, 3, 20);
        Assert.Contains("a lost node takes its part along", Assert.Single(plan.Decisions, decision => decision.Topic == "cache").Why, StringComparison.Ordinal);
    }

    [Fact]
    public void LargerThanAnyNode_IsRefused()
    {
        var refusal = Assert.Single(Designs.Of(DataSheets.Of("cache: { engine: valkey, sizeGb: 900, opsPerSecond: 5000 }")).Refusals);

        Assert.Equal((RefusalKind.Infeasible, "data.cache"), (refusal.Kind, Assert.Single(refusal.Requirements)));
        Assert.StartsWith("needs 900 GB", refusal.Proof, StringComparison.Ordinal);
    }

    [Fact]
    public void Reserved_IsPricedWhereThePriceBookKnowsIt()
    {
        var redis = DataSheets.Cache.Replace("valkey", "redis", StringComparison.Ordinal);
        (string, string) reserved = ("monthlyUsd: 2000", "monthlyUsd: 2000\n  purchase: reserved-1y");

        Assert.True(Nodes(Designs.Of(DataSheets.Of(redis, reserved))) < Nodes(Designs.Of(DataSheets.Of(redis))));
        Assert.Equal(Nodes(Designs.Of(DataSheets.Of(DataSheets.Cache))), Nodes(Designs.Of(DataSheets.Of(DataSheets.Cache, reserved))));
    }

    [Fact]
    public void Production_PaysForSnapshotsBeyondTheFreeOne()
    {
        // 15 days are kept, one snapshot is free: 14 x 3 GB at 0.085.
        var line = Assert.Single(Designs.Of(DataSheets.Of(DataSheets.Cache)).Cost!.Lines, line => line.Item == "Snapshots beyond the free one");

        Assert.Equal((42m, Money.FromUsd(3.57m)), (line.Quantity, line.MonthlyUsd));
        Assert.DoesNotContain(Designs.Of(DataSheets.Of(DataSheets.Cache.Replace("valkey", "memcached", StringComparison.Ordinal), ("slaPercent: 99.9", "slaPercent: 99.8"))).Cost!.Lines, other => other.Item == line.Item);
    }

    [Fact]
    public void EachRegionWithServers_HasItsOwn_APilotLightOneNode()
    {
        var sheet = DataSheets.InEurope(DataSheets.Cache);
        var pilot = DataSheets.Forced<CacheOption>(sheet, Strategy.PilotLight, Tier.Cache, cache => cache.Nodes == 2);
        var warm = DataSheets.Forced<CacheOption>(sheet, Strategy.WarmStandby, Tier.Cache, cache => cache.Nodes == 2);

        Assert.Equal([1460m, 730m], Hours(pilot));
        Assert.Equal([1460m, 1460m], Hours(warm));
        Assert.Equal(Chain.Of(99.5m, isSingle: true), pilot.Cache!.CommitmentElsewhere);
    }

    [Fact]
    public void TakeoverOfARegion_FindsACacheOfItsOwn()
    {
        var plan = Designs.Run(DataSheets.InEurope(DataSheets.Cache, DataSheets.RegionLoss("1m", "30m"))).Plan;
        var caches = plan.Stacks.Where(stack => stack.Module == "cache").ToList();

        Assert.Equal(plan.Regions.Select(region => region.Region), plan.Cache.Select(cache => cache.Region));
        Assert.Equal(plan.Cache.Select(cache => new StackParameter.Text($"{cache.Nodes}")), caches.OrderByDescending(stack => stack.Region == "eu-west-1").Select(stack => stack.Parameters["Nodes"]));
        Assert.Contains(plan.Warnings, warning => warning.Requirement == "data.cache" && warning.Text.Contains("starts empty", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("valkey", "99.9", "about a second")]
    [InlineData("valkey", "98.5", "nothing else keeps them")]
    [InlineData("memcached", "99.8", "nothing else keeps them")]
    public void Sessions_BelongInTheCache_AndTheWarningSaysWhatIsLost(string engine, string sla, string text)
    {
        var sheet = DataSheets.Of(DataSheets.Cache.Replace("valkey", engine, StringComparison.Ordinal), ("slaPercent: 99.9", $"slaPercent: {sla}"), ("  zone: { rpo: 5m, rto: 30m }\n", ""), ("rpsPerVcpu: 50", "rpsPerVcpu: 50\n  stateless: false"));
        var folder = Designs.Run(sheet);

        Assert.Contains(text, Assert.Single(folder.Plan.Warnings, warning => warning.Requirement == "application.stateless").Text, StringComparison.Ordinal);
        if (engine == "valkey")
        {
            Assert.Equal(new StackParameter.Text("noeviction"), Cache(folder.Plan).Parameters["EvictionPolicy"]);
            Assert.Equal(new StackParameter.Text("allkeys-lru"), Cache(Designs.Run(DataSheets.Of(DataSheets.Cache)).Plan).Parameters["EvictionPolicy"]);
        }
    }

    [Fact]
    public void Application_MayConnectAsItsUser()
    {
        var plan = Designs.Run(DataSheets.Of(DataSheets.Cache)).Plan;
        var compute = plan.Stacks.Single(stack => stack.Module == "compute");

        Assert.All(new[] { "CacheArn", "CacheUserArn", "CacheUserName", "CacheId" }, name => Assert.Equal(new StackParameter.FromStack(Cache(plan).Name, name), compute.Parameters[name]));
        Assert.Equal(new StackParameter.FromStack(Cache(plan).Name, "PrimaryEndpoint"), compute.Parameters["CacheHost"]);
        Assert.Equal(new StackParameter.Text("6380"), plan.Stacks.Single(stack => stack.Module == "security").Parameters["CachePort"]);
    }

    private static StackPlan Cache(Plan plan) => plan.Stacks.Single(stack => stack.Module == "cache");

    private static Money Nodes(Plan plan) => Assert.Single(plan.Cost!.Lines, line => line.Service == "Amazon ElastiCache" && line.Item.StartsWith("cache.", StringComparison.Ordinal)).MonthlyUsd;

    private static IEnumerable<decimal> Hours(Design design) => design.Lines.Where(line => line.Item.StartsWith("cache.", StringComparison.Ordinal)).Select(line => line.Quantity);
}
