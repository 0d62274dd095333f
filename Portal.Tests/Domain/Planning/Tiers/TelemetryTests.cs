using Portal.Domain.Costs;
using Portal.Domain.Planning.Document;
using Portal.Domain.Planning.Search.Topics;
using Portal.Domain.Requests;
using Portal.Tests.Domain.Planning.Sheets;

namespace Portal.Tests.Domain.Planning.Tiers;

/// <summary>
/// A telemetry store: 400 GB, 4,000 writes and 6,000 reads a second at peak, a quarter of it on the average. Prices of services.csv, us-west-2;
/// units by https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/read-write-operations.html
/// </summary>
public sealed class TelemetryTests
{
    private static readonly RequestSheet Sheet = DataSheets.Of(
        "keyValue: { sizeGb: 400, readsPerSecond: 6000, writesPerSecond: 4000, itemKb: 1, consistency: eventual }",
        ("peakRps: 200", "peakRps: 300"), ("meanRps: 50", "meanRps: 60"), ("rpsPerVcpu: 50", "rpsPerVcpu: 60"), ("slaPercent: 99.9", "slaPercent: 99.95"),
        ("corruption: { rpo: 5m, rto: 1h }", "corruption: { rpo: 5m, rto: 8h }"), ("eu-central-1\ndata", "us-west-2\n  residency: [US]\ndata"),
        ("acm:eu-central-1", "acm:us-west-2"), ("monthlyUsd: 2000", "monthlyUsd: 6000"));

    private static readonly PlanFolder Store = Designs.Run(Sheet);

    [Fact]
    public void Table_IsProvisioned_ByTheArithmeticOfMeanAndPeak()
    {
        Assert.True(Store.Plan.Feasible);
        Assert.Equal(new("us-west-2", "provisioned", ReadConsistency.Eventual, "primary"), Assert.Single(Store.Plan.KeyValue));

        // 4,000 / 4 / 0.7 = 1,429 write units, 3,000 / 4 / 0.7 = 1,072 read units (eventual reads count half), each all month.
        Assert.Equal((1429 * 730m, Money.FromUsd(678.0605m)), Line("Write capacity"));
        Assert.Equal((1072 * 730m, Money.FromUsd(101.7328m)), Line("Read capacity"));
        Assert.Equal((400, Money.FromUsd(100)), Line("Storage"));
        Assert.Equal((400, Money.FromUsd(80)), Line("Point-in-time recovery"));

        // On demand: 4,000 / 4 x 2,628,000 s = 2,628 M writes at 0.625, 1,971 M read units at 0.125; eight alarms of the scaling fall away.
        var decision = Assert.Single(Store.Plan.Decisions, decision => decision.Topic == "key-value table");
        Assert.Equal("DynamoDB provisioned with auto scaling", decision.Chosen);
        Assert.Equal(Money.FromUsd(1642.5m + 246.375m - 678.0605m - 101.7328m - 0.8m), Assert.Single(decision.Alternatives).MonthlyUsd - Store.Plan.Cost!.MonthlyUsd);
    }

    [Fact]
    public void Restore_OfItsSize_CountsAgainstEightHours()
    {
        // 300 s decision, 1,200 + 5 x 400 s restore, 100 s repointing (capacity.json).
        Assert.Equal(new(300, 3600), Store.Plan.Recovery!.Corruption);

        var larger = Designs.Of(Sheet with { Data = Sheet.Data with { KeyValue = Sheet.Data.KeyValue! with { SizeGb = 5700 } } });
        Assert.False(larger.Feasible);
        Assert.Contains("RTO after corruption 30100 s > 28800 s", string.Join(' ', larger.Refusals.Select(refusal => refusal.Proof)), StringComparison.Ordinal);
    }

    [Fact]
    public void Floor_CountsTheTable_AndNothingRelationalStands()
    {
        Assert.Equal(99.97m, Store.Plan.Availability!.FloorPercent);
        Assert.Contains(new("key-value table", 99.99m), Store.Plan.Availability.Path);
        Assert.Empty(Store.Plan.Database);
        Assert.DoesNotContain(Store.Plan.Stacks, stack => stack.Module == "relational");
        Assert.True(Store.Plan.Cost!.MonthlyUsd <= Money.FromUsd(6000));
    }

    [Fact]
    public void TrafficOfTheTable_PassesTheGatewayEndpoint_NotTheNatGateway()
    {
        var without = Designs.Of(Sheet with { Data = Sheet.Data with { KeyValue = Sheet.Data.KeyValue! with { ReadsPerSecond = 0, WritesPerSecond = 0 } } });

        Assert.Equal(Nat(without), Nat(Store.Plan));
        Assert.Contains("DynamoEndpoint", ResourcesOf("network"));
    }

    [Fact]
    public void Peak_CostsTheUnitsOfThePeak()
    {
        var plain = Designs.Of(Sheet with { Data = new DataNeeds() });

        // 4,000 write and 3,000 read units instead of 1,429 and 1,072.
        var more = ((4000 - 1429) * 730 * 0.00065m) + ((3000 - 1072) * 730 * 0.00013m);
        Assert.Equal(Money.FromUsd(more), Store.Plan.Cost!.AtPeakUsd - Store.Plan.Cost.MonthlyUsd - (plain.Cost!.AtPeakUsd - plain.Cost.MonthlyUsd));
    }

    private static (decimal, Money) Line(string item) => Assert.Single(Store.Plan.Cost!.Lines, line => line.Service == "Amazon DynamoDB" && line.Item == item) is var line ? (line.Quantity, line.MonthlyUsd) : default;

    private static Money Nat(Plan plan) => plan.Cost!.Lines.Where(line => line.Item.Contains("NAT", StringComparison.Ordinal)).Sum(line => line.MonthlyUsd);

    private static IEnumerable<string> ResourcesOf(string module) =>
        Store.Plan.Trace.SelectMany(entry => entry.Resources).Where(resource => resource.Contains($"-{module}/", StringComparison.Ordinal)).Select(resource => resource.Split('/')[1]);
}
