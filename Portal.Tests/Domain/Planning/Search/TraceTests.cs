using Portal.Domain.Costs;
using Portal.Domain.Planning.Document;
using Portal.Domain.Templates;
using Portal.Tests.Domain.Planning.Sheets;

namespace Portal.Tests.Domain.Planning.Search;

public sealed class TraceTests
{
    private static readonly PlanFolder Shop = Designs.Run(Make.ProductionSheet());

    [Fact]
    public void EveryResource_IsTraced()
    {
        var resources = Shop.Plan.Stacks.SelectMany(stack => ModuleReader.Read("stack", Shop.Template(stack)).Resources.Select(resource => $"{stack.Name}/{resource.LogicalId}"));

        Assert.Equal(resources.Order(StringComparer.Ordinal), Shop.Plan.Trace.SelectMany(entry => entry.Resources).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void EveryCauseOfALine_HasAnEntry() =>
        Assert.Subset(Shop.Plan.Trace.Select(entry => entry.Requirement).ToHashSet(), Shop.Plan.Cost!.Lines.SelectMany(line => line.Because).ToHashSet());

    [Fact]
    public void Requirement_MovesThePriceOfThePlanWithoutIt()
    {
        var without = Designs.Of(("slaPercent: 99.9", "slaPercent: 90"));

        Assert.Equal(Shop.Plan.Cost!.MonthlyUsd - without.Cost!.MonthlyUsd, Entry("availability.slaPercent").MonthlyUsd);
    }

    [Fact]
    public void Data_MovesAllOfTheDatabase()
    {
        var without = Designs.Of(("data:\n  relational: { engine: postgresql, sizeGb: 50, readsPerSecond: 200, writesPerSecond: 40, connections: 100 }\n", ""));

        Assert.Equal(Shop.Plan.Cost!.MonthlyUsd - without.Cost!.MonthlyUsd, Entry("data.relational").MonthlyUsd);
        Assert.Contains("storefront-shop-eu-central-1-relational/Database", Entry("data.relational").Resources);
    }

    [Fact]
    public void Growth_HasAPriceOfItsOwn()
    {
        var grown = Designs.Of(("peakRps: 200", "peakRps: 2000\n  annualGrowthPercent: 50"), ("meanRps: 50", "meanRps: 1000"), ("monthlyUsd: 2000", "monthlyUsd: 90000"));

        Assert.True(grown.Trace.Single(entry => entry.Requirement == "traffic.annualGrowthPercent").MonthlyUsd > Money.Zero);
    }

    [Fact]
    public void SharedResource_IsListedUnderEachOfItsCauses()
    {
        const string Database = "storefront-shop-eu-central-1-relational/Database";

        Assert.Contains(Database, Entry("availability.slaPercent").Resources);
        Assert.Contains(Database, Entry("data.relational").Resources);
        Assert.DoesNotContain(Database, Entry("platform").Resources);
    }

    [Fact]
    public void RequirementWithoutWhichThereIsNoPlan_CountsAsNothing_AndAWarningSaysWhy()
    {
        var booking = Designs.Of(ScenarioSheets.Of("booking"));

        Assert.Equal(Money.Zero, Assert.Single(booking.Trace, entry => entry.Requirement == "dns.domain").MonthlyUsd);
        var warning = Assert.Single(booking.Warnings, warning => warning.Text.Contains("what it costs cannot be told", StringComparison.Ordinal));
        Assert.Equal(("dns.domain", true), (warning.Requirement, warning.Text.StartsWith("Without dns.domain no design meets recovery.region", StringComparison.Ordinal)));
        Assert.DoesNotContain(Shop.Plan.Warnings, other => other.Text.Contains("cannot be told", StringComparison.Ordinal));
    }

    /// <summary>Without a peak there is no mean either. What data is asked in a month follows the mean, so all of that goes along.</summary>
    [Theory]
    [InlineData("peakRps: 200", "traffic.peakRps", "relational: { engine: postgresql, sizeGb: 50, readsPerSecond: 900, writesPerSecond: 1500, service: aurora }")]
    [InlineData("peakRps: 200", "traffic.peakRps", "cache: { engine: valkey, sizeGb: 3, opsPerSecond: 50000 }")]
    [InlineData("concurrentUsers: 2200\n  thinkTimeSeconds: 10", "traffic.concurrentUsers", "relational: { engine: postgresql, sizeGb: 50, readsPerSecond: 900, writesPerSecond: 1500, service: aurora }")]
    [InlineData("concurrentUsers: 2200\n  thinkTimeSeconds: 10", "traffic.concurrentUsers", "cache: { engine: valkey, sizeGb: 3, opsPerSecond: 50000 }")]
    public void Peak_MovesNoLessThanTheMean_BesideData(string peak, string path, string data)
    {
        var plan = Designs.Run(DataSheets.Of(data, ("peakRps: 200", peak), ("monthlyUsd: 2000", "monthlyUsd: 90000"))).Plan;
        Money Moved(string requirement) => Assert.Single(plan.Trace, entry => entry.Requirement == requirement).MonthlyUsd;

        Assert.True(Moved("traffic.meanRps") > Money.Zero);
        Assert.True(Moved(path) >= Moved("traffic.meanRps"), $"{Moved(path)} < {Moved("traffic.meanRps")}");
    }

    private static TraceEntry Entry(string requirement) => Assert.Single(Shop.Plan.Trace, entry => entry.Requirement == requirement);
}
