using Portal.Domain.Costs;
using Portal.Domain.Planning;
using Portal.Domain.Planning.Document;
using Portal.Domain.Planning.Search.Topics;
using Portal.Domain.Requests;
using Portal.Domain.Sizing;
using Portal.Tests.Domain.Planning.Sheets;
using Portal.Tests.Domain.Templates;

namespace Portal.Tests.Domain.Planning.Tiers;

/// <summary>How users are led to a region that serves.</summary>
public sealed class SteeringTests
{
    private static readonly (string, string)[] Two =
        [FrontSheets.NoData, FrontSheets.Domain, FrontSheets.RegionLoss("{ rpo: 1m, rto: 15m }"), ("monthlyUsd: 2000", "monthlyUsd: 20000")];

    [Fact]
    public void SecondRegion_IsReachedByHealthChecks()
    {
        var folder = Designs.Run(FrontSheets.Sheet(Two));
        var dns = folder.Plan.Stacks.Single(stack => stack.Module == "dns");

        Assert.Equal(Routing.Failover, folder.Plan.Edge!.Routing);
        Assert.Contains("Failover: 'PRIMARY'", folder.Template(dns).Replace("Failover: PRIMARY", "Failover: 'PRIMARY'", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal(2, folder.Plan.Stacks.Count(stack => stack.Module == "certificate"));
        Assert.Equal(2, folder.Plan.Cost!.Lines.Count(line => line.Item.EndsWith(", by HTTPS", StringComparison.Ordinal)));
        Assert.All(folder.Plan.Cost.Lines.Where(line => line.Item.StartsWith("Health check", StringComparison.Ordinal)), line =>
            Assert.Equal(("us-east-1", true, true), (line.Region, line.Premium, line.Because.Contains("recovery.region"))));
        Assert.Equal("Route 53 with health checks every 30 s", folder.Plan.Decisions.Single(decision => decision.Topic == "routing").Chosen);
    }

    [Fact]
    public void ShortRto_TakesFastChecks()
    {
        // Automatic, everything running: detection within 60 s by fast checks and 60 s of TTL; standard checks need 120 s and 60 s.
        var plan = Designs.Of([.. Two.Where(edit => !edit.Item2.Contains("region:", StringComparison.Ordinal)), FrontSheets.RegionLoss("{ rpo: 1m, rto: 130s }")]);

        Assert.Equal("Route 53 with health checks every 10 s", plan.Decisions.Single(decision => decision.Topic == "routing").Chosen);
        Assert.Equal(["recovery.region"], plan.Decisions.Single(decision => decision.Topic == "routing").Because);
        Assert.Equal(4, plan.Cost!.Lines.Count(line => line.Item.EndsWith("HTTPS", StringComparison.Ordinal) || line.Item.EndsWith("every 10 s", StringComparison.Ordinal)));
    }

    [Fact]
    public void WithoutDomain_NamesAreSwitchedByHand_AndThatIsWarnedOf()
    {
        var plan = Designs.Of([.. Two.Where(edit => edit != FrontSheets.Domain)]);

        Assert.Equal(Routing.Simple, plan.Edge!.Routing);
        Assert.Contains(plan.Warnings, warning => warning.Requirement == "dns.domain" && warning.Text.Contains("somebody has to point the names", StringComparison.Ordinal));
        Assert.DoesNotContain(plan.Cost!.Lines, line => line.Item.StartsWith("Health check", StringComparison.Ordinal));
    }

    [Fact]
    public void WithoutDomain_ADecisionIsWaitedFor_EvenIfAllElseIsAutomatic()
    {
        var refusal = Designs.OnlyRefusal([.. Two.Where(edit => edit != FrontSheets.Domain && !edit.Item2.Contains("region:", StringComparison.Ordinal)), FrontSheets.RegionLoss("{ rpo: 1m, rto: 130s }")]);

        // Noticed within 120 s, decided within 300 s, and 60 s until names have expired.
        Assert.Equal("RTO after region loss 480 s > 130 s", refusal.Proof);
    }

    [Fact]
    public void Certificate_ThatStandsAlready_ServesTheFirstRegionOnly()
    {
        var dns = FrontSheets.Dns("""{ domain: shop.example.com, certificate: "arn:aws:acm:eu-central-1:111122223333:certificate/0f1e2d3c-4b5a-6978-8695-a4b3c2d1e0f0" }""");

        var folder = Designs.Run(FrontSheets.Sheet([.. Two.Select(edit => edit == FrontSheets.Domain ? dns : edit)]));

        Assert.Equal(folder.Plan.Regions[1].Region, Assert.Single(folder.Plan.Stacks, stack => stack.Module == "certificate").Region);
    }

    [Fact]
    public void Accelerator_IsTakenWhereNoNameMayExpire()
    {
        var folder = Designs.Run(FrontSheets.Sheet([.. Two.Where(edit => !edit.Item2.Contains("region:", StringComparison.Ordinal)), FrontSheets.RegionLoss("{ rpo: 1m, rto: 100s }"), FrontSheets.In("us-east-1"), FrontSheets.Traffic("audience: { EU: 100 }")]));

        Assert.True(folder.Plan.Feasible, string.Join('\n', folder.Plan.Refusals.Select(refusal => refusal.Proof)));
        Assert.True(folder.Plan.Edge!.GlobalAccelerator);
        Assert.Contains(folder.Plan.Availability!.Path, part => part is { Part: "global accelerator", Percent: 99.99m });
        Assert.Equal(730 * 0.025m, Assert.Single(folder.Plan.Cost!.Lines, line => line.Item == "Accelerator").MonthlyUsd.Usd);
        // 50 x 8 KB x 2,628,000 s = 1,051.2 GB.
        var premium = Assert.Single(folder.Plan.Cost.Lines, line => line.Item == "Premium of bytes from us-east-1 to EU");
        Assert.Equal((1051.2m, 0.015m), (premium.Quantity, premium.UnitUsd.Usd));
        Assert.Equal("us-west-2", folder.Plan.Stacks.Single(stack => stack.Module == "accelerator").Region);
        FrontChecks.AssertLinesNameResources(folder);
    }

    [Theory]
    [InlineData("us-east-1", "EU", true)]
    [InlineData("us-east-1", "US", false)]
    [InlineData("eu-west-1", "EU", false)]
    public void Accelerator_IsOfferedOnlyWhereItHasAPrice(string region, string audience, bool offered)
    {
        var plan = Designs.Of([.. Two, FrontSheets.In(region), FrontSheets.Traffic($"audience: {{ {audience}: 100 }}")]);

        Assert.Equal(offered, plan.Decisions.Single(decision => decision.Topic == "routing").Alternatives.Any(alternative => alternative.Option == "Global Accelerator"));
    }

    [Fact]
    public void Internal_FollowsTheLoadBalancersOwnView()
    {
        var folder = Designs.Run(FrontSheets.Sheet([.. Two, ("peakRps: 200", "peakRps: 200\n  exposure: internal")]));

        Assert.DoesNotContain("AWS::Route53::HealthCheck", folder.Template(folder.Plan.Stacks.Single(stack => stack.Module == "dns")), StringComparison.Ordinal);
        Assert.True(folder.Plan.Edge is { Waf: false, GlobalAccelerator: false, Cdn: false, Routing: Routing.Failover });
    }

    [Fact]
    public void Latency_NobodyReaches_IsRefusedOrServedFromNearby()
    {
        var near = Designs.Of(FrontSheets.Traffic("latencyMs: 80"));
        var far = Designs.Run(FrontSheets.Sheet(FrontSheets.NoData, FrontSheets.Domain, FrontSheets.Traffic("audience: { EU: 50, US: 50 }\n  latencyMs: 60"), ("monthlyUsd: 2000", "monthlyUsd: 20000")));

        Assert.Single(near.Regions);
        Assert.Equal(2, far.Plan.Regions.Count(region => region.Role == RegionRole.Active));
        Assert.Equal(Routing.Latency, far.Plan.Edge!.Routing);
        FrontChecks.AssertLinesNameResources(far);
    }

    /// <summary>Without a name all requests go to the first region, however many there are.</summary>
    [Theory]
    [InlineData("public")]
    [InlineData("internal")]
    public void Latency_WithoutAName_IsThatOfTheFirstRegion_AndTheNameIsMissed(string exposure)
    {
        var traffic = FrontSheets.Traffic($"audience: {{ EU: 50, US: 50 }}\n  latencyMs: 60\n  exposure: {exposure}");
        var named = Designs.Of(FrontSheets.NoData, FrontSheets.Domain, traffic, ("monthlyUsd: 2000", "monthlyUsd: 20000"));
        var refusal = Designs.OnlyRefusal(FrontSheets.NoData, traffic, ("monthlyUsd: 2000", "monthlyUsd: 20000"));
        var far = RoundTrip.Of("US", ["eu-central-1"])!.Value;

        Assert.Equal(Routing.Latency, named.Edge!.Routing);
        Assert.Equal(["traffic.latencyMs", "dns.domain"], refusal.Requirements);
        Assert.Equal(FormattableString.Invariant($"median round trip {far:0.#} ms > 60 ms"), refusal.Proof);
        Assert.Contains(FormattableString.Invariant($"from {named.Cost!.MonthlyUsd} a month"), refusal.Why, StringComparison.Ordinal);
        Assert.Equal(Math.Ceiling(far), (decimal?)Assert.Single(refusal.RelaxTo[0].Change, change => change.Key == "traffic.latencyMs").Value);
    }

    /// <summary>Three regions would be near enough to everybody, so it is not the distance that nobody can help.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Latency_ThatTakesMoreRegionsThanANameLeadsTo_NamesThatLimit(bool isNamed)
    {
        (string, string)[] edits = [FrontSheets.NoData, FrontSheets.Traffic("audience: { EU: 50, US: 30, JP: 20 }\n  latencyMs: 60"), ("monthlyUsd: 2000", "monthlyUsd: 20000"), .. isNamed ? [FrontSheets.Domain] : Array.Empty<(string, string)>()];
        var refusal = Designs.OnlyRefusal(edits);

        Assert.Equal(RefusalKind.Unsupported, refusal.Kind);
        Assert.Equal(["traffic.latencyMs", "dns.domain"], refusal.Requirements);
        Assert.Matches("Near enough to everybody are only eu-central-1, ap-northeast-[123], us-[a-z]+-[12] together, and a domain leads to at most 2 regions", refusal.Why);
        Assert.Contains(refusal.RelaxTo, way => way.Change.ContainsKey("traffic.latencyMs"));
    }

    [Fact]
    public void Latency_ThatNoRegionIsNearEnoughFor_IsInfeasible()
    {
        var refusal = Designs.OnlyRefusal(FrontSheets.NoData, FrontSheets.Domain, FrontSheets.Traffic("audience: { EU: 50, US: 30, JP: 20 }\n  latencyMs: 6"), ("monthlyUsd: 2000", "monthlyUsd: 20000"));

        Assert.Equal(RefusalKind.Infeasible, refusal.Kind);
        Assert.Equal(["traffic.latencyMs"], refusal.Requirements);
    }

    [Theory]
    [InlineData("eu-central-1", "public")]
    [InlineData("us-east-1", "public")] // where an accelerator has a price
    [InlineData("eu-central-1", "internal")]
    public void SeveralActiveRegions_WithoutAName_AreRefused_WithTheDesignOfOne(string region, string exposure)
    {
        (string, string)[] alone = [FrontSheets.NoData, ("eu-central-1", region), FrontSheets.Traffic($"audience: {{ EU: 100 }}\n  exposure: {exposure}"), ("monthlyUsd: 2000", "monthlyUsd: 20000")];
        var refusal = Designs.OnlyRefusal([.. alone, ($"primaryRegion: {region}", $"primaryRegion: {region}\n  activeActive: true")]);

        Assert.Equal(RefusalKind.Infeasible, refusal.Kind);
        Assert.Equal(["placement.activeActive", "dns.domain"], refusal.Requirements);
        var way = Assert.Single(refusal.RelaxTo);
        Assert.Equal(["placement.activeActive"], way.Change.Keys);
        Assert.Equal(Designs.Of(alone).Cost!.MonthlyUsd, way.MonthlyUsd);
    }

    /// <summary>Nobody outside can ask an internal load balancer, so each name follows the load balancers' own view of their targets.</summary>
    [Fact]
    public void SeveralActiveRegions_OfAnInternalEnvironment_AreLedToByLatency()
    {
        var folder = Designs.Run(FrontSheets.Sheet(FrontSheets.NoData, FrontSheets.Domain, ("primaryRegion: eu-central-1", "primaryRegion: eu-central-1\n  activeActive: true"), FrontSheets.Traffic("exposure: internal"), ("monthlyUsd: 2000", "monthlyUsd: 20000")));
        var stack = folder.Plan.Stacks.Single(stack => stack.Module == "dns");
        var records = folder.Template(stack);

        Assert.Equal(Routing.Latency, folder.Plan.Edge!.Routing);
        Assert.DoesNotContain("AWS::Route53::HealthCheck", records, StringComparison.Ordinal);
        Assert.Equal(2, records.Split("EvaluateTargetHealth: true").Length - 1);
        Assert.Equal(
            folder.Plan.Regions.Where(region => region.Role == RegionRole.Active).Select(region => new StackParameter.Text(region.Region)),
            new[] { "RegionA", "RegionB" }.Select(name => Assert.IsType<StackParameter.Text>(stack.Parameters[name])));
    }

    [Fact]
    public void Latency_ForAPlaceWithoutRegion_IsUnsupported()
    {
        var places = RegionlessPlaces().ToList();

        Assert.All(places, place =>
        {
            var refusals = PlanPipeline.Design(FrontSheets.Sheet() with { Traffic = FrontSheets.Sheet().Traffic with { LatencyMs = 80, Audience = new Dictionary<string, decimal> { [place] = 100 } } }, Designs.Vpc, Designs.Facts).Refusals;
            Assert.Contains(refusals, refusal => refusal.Kind == RefusalKind.Unsupported && refusal.Requirements.SequenceEqual(["traffic.audience"]));
        });
    }

    [Theory]
    [InlineData("eu-central-1", "JP", true)]
    [InlineData("ap-northeast-1", "EU", true)]
    [InlineData("us-west-2", "JP", false)]
    public void Latency_WhereCablesGoAround_IsWarnedOf(string region, string place, bool warned)
    {
        var plan = Designs.Of(FrontSheets.In(region), FrontSheets.Domain, FrontSheets.NoData, FrontSheets.Traffic($"audience: {{ {place}: 100 }}\n  latencyMs: 900"));

        Assert.Equal(warned, plan.Warnings.Any(warning => warning.Requirement == "traffic.latencyMs"));
    }

    [Fact]
    public void ThreeRegions_UnderOneName_AreUnsupported()
    {
        var refusal = Designs.OnlyRefusal(FrontSheets.NoData, FrontSheets.Domain, ("primaryRegion: eu-central-1", "primaryRegion: eu-central-1\n  secondaryRegions: [eu-west-1, eu-north-1]\n  activeActive: true"), ("monthlyUsd: 2000", "monthlyUsd: 20000"));

        Assert.Equal(RefusalKind.Unsupported, refusal.Kind);
        Assert.Contains("dns.domain", refusal.Requirements);
    }

    [Theory]
    [InlineData("rpsPerVcpu: 50", "rpsPerVcpu: 50", "round_robin", "30")]
    [InlineData("rpsPerVcpu: 50", "rpsPerVcpu: 50\n  workload: heavy", "least_outstanding_requests", "0")]
    public void LoadBalancing_FollowsTheRequests(string find, string write, string algorithm, string slowStart)
    {
        var template = Designs.Run(FrontSheets.Sheet((find, write)));
        var balancer = template.Plan.Stacks.Single(stack => stack.Module == "balancer");

        Assert.Equal(new StackParameter.Text(algorithm), balancer.Parameters["Algorithm"]);
        Assert.Equal(slowStart, balancer.Parameters.GetValueOrDefault("SlowStartSeconds") is StackParameter.Text text ? text.Value : "0");
    }

    [Fact]
    public async Task Stacks_AreLintedClean()
    {
        PlanFolder[] plans =
        [
            Designs.Run(FrontSheets.Sheet([.. Two, FrontSheets.Traffic("staticGbPerMonth: 50")])),
            Designs.Run(FrontSheets.Sheet([.. Two.Where(edit => !edit.Item2.Contains("region:", StringComparison.Ordinal)), FrontSheets.RegionLoss("{ rpo: 1m, rto: 100s }"), FrontSheets.In("us-east-1"), FrontSheets.Traffic("audience: { EU: 100 }")])),
            Designs.Run(FrontSheets.Sheet(FrontSheets.NoData, FrontSheets.Domain, FrontSheets.Traffic("audience: { EU: 50, US: 50 }\n  latencyMs: 60"), ("monthlyUsd: 2000", "monthlyUsd: 20000"))),
        ];

        Assert.All(plans, FrontChecks.AssertLinesNameResources);
        await CfnLint.AssertCleanAsync(FrontChecks.Stacks(plans));
    }

    private static IEnumerable<string> RegionlessPlaces() => ["NZ_NOWHERE", "XX"];
}
