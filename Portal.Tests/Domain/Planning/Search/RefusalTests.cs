using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Portal.Domain.Costs;
using Portal.Domain.Planning.Document;
using Portal.Domain.Requests;
using Portal.Tests.Domain.Planning.Sheets;

namespace Portal.Tests.Domain.Planning.Search;

public sealed class RefusalTests
{
    [Fact]
    public void Sla_AboveTheBestFloor_IsRefusedWithItsProof()
    {
        var refusal = Designs.OnlyRefusal(("slaPercent: 99.9", "slaPercent: 99.9999"));

        Assert.Equal(RefusalKind.Infeasible, refusal.Kind);
        Assert.Equal(["availability.slaPercent"], refusal.Requirements);
        Assert.Matches(@"^floor 99\.99\d\d < 99\.9999$", refusal.Proof);
        Assert.InRange((decimal)refusal.RelaxTo[0].Change["availability.slaPercent"]!, 99.99m, 99.999m);
    }

    [Fact]
    public void Sla_AboveOneRegion_IsMetByTwo()
    {
        var folder = Designs.Run(Make.ProductionSheet(
            ("slaPercent: 99.9", "slaPercent: 99.99"),
            ("data:\n  relational: { engine: postgresql, sizeGb: 50, readsPerSecond: 200, writesPerSecond: 40, connections: 100 }\n", "")));

        Assert.Equal(RegionRole.Secondary, folder.Plan.Regions[1].Role);
        Assert.InRange(folder.Plan.Availability!.FloorPercent, 99.99m, 100);
        Assert.Equal(2, folder.Plan.Stacks.Count(stack => stack.Module == "balancer"));
    }

    [Fact]
    public void ResidencyThatLeavesOneRegion_IsNamed_AndItsGroupIsTheNearestWayOut()
    {
        var refusal = Designs.OnlyRefusal(FrontSheets.RegionLoss("{ rpo: 24h, rto: 24h }"), ("placement:\n", "placement:\n  residency: [DE]\n"));

        Assert.Equal(["recovery.region", "placement.residency"], refusal.Requirements);
        Assert.Contains("placement.residency (DE) leaves no region but eu-central-1", refusal.Why, StringComparison.Ordinal);
        Assert.Equal("[\"EU\"]", refusal.RelaxTo[0].Change["placement.residency"]!.ToJsonString());
    }

    [Fact]
    public void Budget_BelowTheCheapest_IsRefusedWithItsProof()
    {
        var refusal = Designs.OnlyRefusal(("monthlyUsd: 2000", "monthlyUsd: 20"));

        Assert.Equal(["budget.monthlyUsd"], refusal.Requirements);
        Assert.Matches(@"^\$\d+\.\d\d a month > \$20\.00 \(the cheapest of all\)$", refusal.Proof);
    }

    /// <summary>A floor never reaches what is asked by rounding.</summary>
    [Fact]
    public void Sla_IsShownWithAllItsDecimals() =>
        Assert.EndsWith(" < 99.9999999999", Designs.OnlyRefusal(("slaPercent: 99.9", "slaPercent: 99.9999999999")).Proof, StringComparison.Ordinal);

    /// <summary>Two prices: of the cheapest of all, which the proof names, and of the cheapest that meets everything else; both are said to be what they are.</summary>
    [Fact]
    public void Budget_BelowTheCheapest_SaysWhichDesignEachPriceIsOf()
    {
        var asked = Designs.Of().Cost!.MonthlyUsd;

        var refusal = Designs.OnlyRefusal(("monthlyUsd: 2000", "monthlyUsd: 20"));

        var least = Regex.Match(refusal.Why, @"The cheapest of all, .+?, costs (\$[\d,.]+\d)\. The cheapest that meets everything else, .+?, costs (\$[\d,.]+\d),");
        Assert.True(least.Success, refusal.Why);
        Assert.Equal($"{least.Groups[1].Value} a month > $20.00 (the cheapest of all)", refusal.Proof);
        Assert.Equal($"{asked}", least.Groups[2].Value);
        Assert.NotEqual(least.Groups[1].Value, least.Groups[2].Value);
    }

    /// <summary>However short the objectives are, a region that answers late is nearer to them than none.</summary>
    [Theory]
    [InlineData("{ rpo: 0, rto: 0 }")]
    [InlineData("{ rpo: 0, rto: 5m }")]
    [InlineData("{ rpo: 0, rto: 1s }")]
    public void RegionObjectivesOfNothing_AreHeldAgainstWhatIsNearest(string objective)
    {
        var refusal = Assert.Single(Designs.Of(FrontSheets.Named(DataSheets.Of("objects: { sizeGb: 5 }", ("recovery:\n", $"recovery:\n  region: {objective}\n"), ("monthlyUsd: 2000", "monthlyUsd: 20000")))).Refusals);

        Assert.Contains("RPO after region loss 900 s > 0 s", refusal.Proof, StringComparison.Ordinal);
        Assert.EndsWith(" (data.objects)", refusal.Proof, StringComparison.Ordinal);
        Assert.Contains(refusal.RelaxTo, way => way.Change.ContainsKey("recovery.region.rpo"));
    }

    /// <summary>The proof names what is too large, not whatever is asked beside it.</summary>
    [Theory]
    [InlineData("peakRps: 200", "peakRps: 9000000", @"^180000 vCPU at peak, at most \d+ an instance: \d+ instances > 460$")]
    [InlineData("peakRps: 200\n  meanRps: 50\napplication:\n  rpsPerVcpu: 50", "peakConnections: 900000000\napplication:\n  connectionsPerInstance: 50000", @"^900000000 connections at peak, at most 50000 an instance: 18000 instances > 460$")]
    [InlineData("peakRps: 200\n  meanRps: 50\napplication:\n  rpsPerVcpu: 50", "concurrentUsers: 1000\n  thinkTimeSeconds: 9\n  peakConnections: 1000\napplication:\n  connectionsPerInstance: 0.5", @"^1000 connections at peak, at most 0.5 an instance: 2000 instances > 460$")]
    [InlineData("peakRps: 200\n", "peakRps: 90000\n  annualGrowthPercent: 0\n", null)]
    public void Fleet_ThatIsTooLarge_IsProvenByWhatIsTooLarge(string find, string write, string? proof)
    {
        var plan = Designs.Of((find, write), ("monthlyUsd: 2000", "monthlyUsd: 900000"));

        Assert.Equal(proof is null, plan.Feasible);
        Assert.All(plan.Refusals, refusal => Assert.Matches(proof!, refusal.Proof));
    }

    [Fact]
    public void Memory_ThatNoFleetHas_IsTheProof() =>
        Assert.Matches(@"^1800000 GB of memory at peak, at most \d+ an instance: \d+ instances > 460$", Designs.OnlyRefusal(("peakRps: 200", "peakRps: 90000"), ("rpsPerVcpu: 50", "rpsPerVcpu: 50\n  memoryGbPerVcpu: 1000"), ("monthlyUsd: 2000", "monthlyUsd: 900000")).Proof);

    [Theory]
    [InlineData("sizeGb: 110000", "needs 132000 GB, a fifth of the data to spare; RDS takes 59500 GB, Aurora takes 131072 GB")]
    [InlineData("service: aurora, sizeGb: 110000", "needs 132000 GB, a fifth of the data to spare; Aurora takes 131072 GB")]
    [InlineData("service: rds, sizeGb: 60000", "needs 72000 GB, a fifth of the data to spare; RDS takes 59500 GB")]
    public void Database_LargerThanAnyVolume_IsRefusedWithTheLargest(string size, string proof)
    {
        var refusal = Designs.OnlyRefusal(("sizeGb: 50", size));

        Assert.Equal((RefusalKind.Infeasible, proof), (refusal.Kind, refusal.Proof));
    }

    [Fact]
    public void Budget_IsMetAtExactlyThePrice_AndNotACentBelow()
    {
        var price = Designs.Of().Cost!.MonthlyUsd;
        var (exact, below) = (Within(price), Within(price - Money.FromUsd(0.01m)));

        Assert.Equal(price, exact.Cost!.MonthlyUsd);
        Assert.False(below.Feasible);
        Assert.All(below.Refusals, refusal => Assert.Contains("budget.monthlyUsd", refusal.Requirements));
    }

    [Fact]
    public void Budget_BelowTheCheapest_IsExplainedByTheDesignThatWasAskedFor()
    {
        var asked = Designs.Of().Cost!;

        var why = Designs.OnlyRefusal(("monthlyUsd: 2000", "monthlyUsd: 20")).Why;

        // Not by one zone, which costs less and misses the SLA.
        Assert.Contains("The cheapest that meets everything else, 2 zones with one NAT gateway", why, StringComparison.Ordinal);
        Assert.Contains($"costs {asked.MonthlyUsd}, which goes to {asked.Lines.GroupBy(line => line.Service).MaxBy(service => service.Sum(line => line.MonthlyUsd))!.Key} ", why, StringComparison.Ordinal);
    }

    [Fact]
    public void CorruptionRto_ShorterThanTheRestore_IsRefusedWithItsProof()
    {
        var refusal = Designs.OnlyRefusal(("corruption: { rpo: 5m, rto: 1h }", "corruption: { rpo: 5m, rto: 10m }"));

        Assert.Equal(["recovery.corruption", "data.relational"], refusal.Requirements);
        Assert.Equal("RTO after corruption 1200 s > 600 s (data.relational)", refusal.Proof);
        Assert.Equal("1200s", (string?)refusal.RelaxTo[0].Change["recovery.corruption.rto"]);
    }

    [Fact]
    public void BudgetAndSla_EachPossibleAlone_ConflictTogether()
    {
        var price = Designs.Of().Cost!.MonthlyUsd.Usd;

        var refusal = Designs.OnlyRefusal(("monthlyUsd: 2000", $"monthlyUsd: {Math.Floor(price) - 10}"), ("zone: { rpo: 5m, rto: 30m }\n  ", ""));

        Assert.Equal(["availability.slaPercent", "budget.monthlyUsd"], refusal.Requirements);
        Assert.Contains(refusal.RelaxTo, relaxation => relaxation.Change.Keys.SequenceEqual(["budget.monthlyUsd"]));
        Assert.Contains(refusal.RelaxTo, relaxation => relaxation.Change.Keys.SequenceEqual(["availability.slaPercent"]));
    }

    /// <summary>Sheets of every kind; each way out, written into the sheet, gives exactly the design that it promised.</summary>
    [Fact]
    public void Relaxations_AreWhatOneGetsForThem()
    {
        var relaxed = 0;
        for (var seed = 0; seed < 45; seed++)
        {
            var sheet = GeneratedSheets.Mixed(seed);
            foreach (var relaxation in Designs.Of(sheet).Refusals.SelectMany(refusal => refusal.RelaxTo).DistinctBy(way => string.Join(' ', way.Change)))
            {
                relaxed++;
                var plan = Designs.Of(relaxation.Change.Aggregate(sheet, Change));

                var what = $"sheet {seed} with {string.Join(", ", relaxation.Change)}";
                Assert.True(plan.Feasible, what);
                Assert.Equal((what, relaxation.MonthlyUsd), (what, plan.Cost!.MonthlyUsd));
            }
        }

        Assert.InRange(relaxed, 10, 1000);
    }

    /// <summary>Objects arrive within 15 minutes, whatever database and table beside them could do.</summary>
    [Fact]
    public void ObjectsThatArriveTooLate_AreNamed_WithWhatItCostsWithoutThem()
    {
        var sheet = FrontSheets.Named(Make.ProductionSheet(
            ("connections: 100 }", $"connections: 100 }}\n  {DataSheets.Table}\n  {DataSheets.Cache}\n  {DataSheets.Objects}"), FrontSheets.RegionLoss("{ rpo: 1m, rto: 30m }"), ("monthlyUsd: 2000", "monthlyUsd: 90000")));

        var refusal = Assert.Single(Designs.Of(sheet).Refusals);

        Assert.Equal(["recovery.region", "data.objects"], refusal.Requirements);
        Assert.Equal("RPO after region loss 900 s > 60 s (data.objects)", refusal.Proof);
        Assert.Contains(refusal.RelaxTo, way => Text(way) == "[recovery.region.rpo, 900s]");
        var without = Assert.Single(refusal.RelaxTo, way => Text(way) == "[data.objects, ]");
        var plan = Designs.Of(RelaxedSheet.Of(sheet, without));
        Assert.Equal((true, without.MonthlyUsd), (plan.Feasible, plan.Cost!.MonthlyUsd));

        static string Text(Relaxation way) => string.Join(", ", way.Change);
    }

    /// <summary>A cache that holds sessions forgets a second of them with a node.</summary>
    [Fact]
    public void SessionsThatTheCacheForgets_AreNamed_WithWhatItCostsWithoutIt()
    {
        var refusal = Assert.Single(Designs.Of(DataSheets.Of(DataSheets.Cache, ("rpsPerVcpu: 50", "rpsPerVcpu: 50\n  stateless: false"), ("zone: { rpo: 5m, rto: 30m }", "zone: { rpo: 0, rto: 30m }"))).Refusals);

        Assert.Equal(["recovery.zone", "application.stateless", "data.cache"], refusal.Requirements);
        Assert.EndsWith(" (data.cache)", refusal.Proof, StringComparison.Ordinal);
        Assert.Contains(refusal.RelaxTo, way => way.Change.Keys.SequenceEqual(["data.cache"]));
    }

    /// <summary>Every store costs money, so none of them is named where money is short.</summary>
    [Fact]
    public void Budget_NamesNoStore() =>
        Assert.All(Designs.Of(("monthlyUsd: 2000", $"monthlyUsd: {Math.Floor(Designs.Of().Cost!.MonthlyUsd.Usd) - 10}")).Refusals, refusal => Assert.DoesNotContain("data.relational", refusal.Requirements));

    [Fact]
    public void NothingBut_PlanNameAndRefusals_IsInARefusedPlan()
    {
        var folder = Designs.Run(Make.ProductionSheet(("slaPercent: 99.9", "slaPercent: 99.9999")));

        Assert.Null(folder.Plan.Cost);
        Assert.Empty(folder.Plan.Stacks);
        Assert.StartsWith("sha256:", folder.Plan.Digest.Value, StringComparison.Ordinal);
        Assert.Equal(["controls.json", "parameters.json", "plan.json", "summary.md"], folder.Files.Keys);
    }

    [Fact]
    public void Database_LargerThanAnyClass_IsRefusedWithTheLargest()
    {
        var refusal = Designs.OnlyRefusal(("readsPerSecond: 200", "readsPerSecond: 59000"), ("writesPerSecond: 40", "writesPerSecond: 0"), ("connections: 100", "connections: 4500"));

        Assert.Contains("the largest class has 128 vCPU", refusal.Proof, StringComparison.Ordinal);
    }

    [Fact]
    public void Database_WithMoreIoThanAVolumeHas_HasNoPrice() =>
        Assert.Equal(RefusalKind.NoPrice, Designs.OnlyRefusal(("writesPerSecond: 40, connections: 100", "writesPerSecond: 9000, connections: 100, service: rds")).Kind);

    [Fact]
    public void Fleet_LargerThanItsSubnets_IsRefused()
    {
        var refusal = Designs.OnlyRefusal(("peakRps: 200", "peakRps: 9000000"));

        Assert.Contains("traffic.peakRps", refusal.Requirements);
    }

    private static Plan Within(Money budget)
    {
        var sheet = Make.ProductionSheet();
        return Designs.Of(sheet with { Budget = sheet.Budget with { MonthlyUsd = budget } });
    }

    /// <summary>Generated sheets say things that the reader refuses, so they are changed as they are.</summary>
    private static RequestSheet Change(RequestSheet sheet, KeyValuePair<string, JsonNode?> change) => (change.Key, change.Value) switch
    {
        ("availability.slaPercent", { } percent) => sheet with { Availability = new Availability { SlaPercent = (decimal)percent } },
        ("budget.monthlyUsd", { } limit) => sheet with { Budget = sheet.Budget with { MonthlyUsd = Money.FromUsd((decimal)limit) } },
        ("traffic.latencyMs", { } most) => sheet with { Traffic = sheet.Traffic with { LatencyMs = (decimal)most } },
        ("application.stateless", { } stateless) => sheet with { Application = sheet.Application with { Stateless = (bool)stateless } },
        ("placement.activeActive", { } active) => sheet with { Placement = sheet.Placement with { ActiveActive = (bool)active } },
        ("placement.residency", JsonArray places) => sheet with { Placement = sheet.Placement with { Residency = [.. places.Select(place => (string)place!)] } },
        ("placement.residency", null) => sheet with { Placement = sheet.Placement with { Residency = [] } },
        ("placement.secondaryRegions", null) => sheet with { Placement = sheet.Placement with { SecondaryRegions = [] } },
        ("compliance", null) => sheet with { Compliance = [] },
        ("data.relational.service", { }) => sheet with { Data = sheet.Data with { Relational = sheet.Data.Relational! with { Service = RelationalService.Auto } } },
        ("data.relational", null) => sheet with { Data = sheet.Data with { Relational = null } },
        ("data.keyValue", null) => sheet with { Data = sheet.Data with { KeyValue = null } },
        ("data.keyValue.consistency", { }) => sheet with { Data = sheet.Data with { KeyValue = sheet.Data.KeyValue! with { Consistency = ReadConsistency.Eventual } } },
        ("data.cache", null) => sheet with { Data = sheet.Data with { Cache = null } },
        ("data.cache.sizeGb", { } size) => sheet with { Data = sheet.Data with { Cache = sheet.Data.Cache! with { SizeGb = (decimal)size } } },
        ("data.objects", null) => sheet with { Data = sheet.Data with { Objects = null } },
        var (path, value) when path.StartsWith("recovery.", StringComparison.Ordinal) => sheet with { Recovery = Change(sheet.Recovery, path.Split('.')[1..], value) },
        _ => throw new ArgumentException(change.ToString()),
    };

    private static Recovery Change(Recovery recovery, string[] path, JsonNode? value) => path[0] switch
    {
        "zone" => recovery with { Zone = Change(recovery.Zone!, path[1..], value) },
        "corruption" => recovery with { Corruption = Change(recovery.Corruption!, path[1..], value) },
        _ => recovery with { Region = Change(recovery.Region!, path[1..], value) },
    };

    private static Objective? Change(Objective objective, string[] path, JsonNode? value) => path switch
    {
        [] => null,
        ["rpo"] => objective with { Rpo = Seconds(value) },
        _ => objective with { Rto = Seconds(value) },
    };

    private static TimeSpan Seconds(JsonNode? text) => TimeSpan.FromSeconds(int.Parse(((string)text!).TrimEnd('s'), null));
}
