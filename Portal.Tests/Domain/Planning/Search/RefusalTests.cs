using System.Text.Json.Nodes;
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
    public void Budget_BelowTheCheapest_IsRefusedWithItsProof()
    {
        var refusal = Designs.OnlyRefusal(("monthlyUsd: 2000", "monthlyUsd: 20"));

        Assert.Equal(["budget.monthlyUsd"], refusal.Requirements);
        Assert.Matches(@"^\$\d+\.\d\d a month > \$20\.00$", refusal.Proof);
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

        Assert.Equal(["recovery.corruption"], refusal.Requirements);
        Assert.Equal("RTO after corruption 1200 s > 600 s", refusal.Proof);
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

    [Fact]
    public void Relaxations_AreWhatOneGetsForThem()
    {
        var relaxed = 0;
        for (var seed = 0; seed < 25; seed++)
        {
            var sheet = GeneratedSheets.Number(seed);
            foreach (var relaxation in Designs.Of(sheet).Refusals.SelectMany(refusal => refusal.RelaxTo))
            {
                relaxed++;
                var plan = Designs.Of(relaxation.Change.Aggregate(sheet, Change));

                Assert.True(plan.Feasible, $"sheet {seed} with {string.Join(", ", relaxation.Change)}");
                Assert.True(plan.Cost!.MonthlyUsd <= relaxation.MonthlyUsd);
            }
        }

        Assert.InRange(relaxed, 3, 1000);
    }

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

    private static RequestSheet Change(RequestSheet sheet, KeyValuePair<string, JsonNode?> change) => change.Key switch
    {
        "availability.slaPercent" => sheet with { Availability = new Availability { SlaPercent = (decimal)change.Value! } },
        "budget.monthlyUsd" => sheet with { Budget = sheet.Budget with { MonthlyUsd = Money.FromUsd((decimal)change.Value!) } },
        "recovery.zone.rpo" => sheet with { Recovery = sheet.Recovery with { Zone = sheet.Recovery.Zone! with { Rpo = Seconds(change.Value) } } },
        "recovery.zone.rto" => sheet with { Recovery = sheet.Recovery with { Zone = sheet.Recovery.Zone! with { Rto = Seconds(change.Value) } } },
        "recovery.corruption.rto" => sheet with { Recovery = sheet.Recovery with { Corruption = sheet.Recovery.Corruption! with { Rto = Seconds(change.Value) } } },
        _ => throw new ArgumentException(change.Key),
    };

    private static TimeSpan Seconds(JsonNode? text) => TimeSpan.FromSeconds(int.Parse(((string)text!).TrimEnd('s'), null));
}
