using Portal.Domain.Costs;
using Portal.Domain.Planning.Document;
using Portal.Domain.Planning.Search.Topics;
using Portal.Domain.Requests;
using Portal.Tests.Domain.Planning.Sheets;

namespace Portal.Tests.Domain.Planning.Tiers;

/// <summary>Every field of the database counts.</summary>
public sealed class RelationalTests
{
    private static readonly Plan Plain = Of("");

    [Theory]
    [InlineData("rds", RelationalService.Rds)]
    [InlineData("aurora", RelationalService.Aurora)]
    public void Service_Restricts(string service, RelationalService expected)
    {
        var plan = Of($", service: {service}");

        Assert.Equal(expected, plan.Database[0].Service);
        Assert.DoesNotContain(Designs.Decision(plan, "relational database").Alternatives, alternative => alternative.Option.StartsWith(expected == RelationalService.Rds ? "Aurora" : "RDS", StringComparison.Ordinal));
    }

    [Fact]
    public void Service_Auto_IsTheCheaperOfBoth() => Assert.Equal(
        new[] { Of(", service: rds").Cost!.MonthlyUsd, Of(", service: aurora").Cost!.MonthlyUsd }.Min(), Plain.Cost!.MonthlyUsd);

    [Theory]
    [InlineData("rds", 1)]
    [InlineData("rds", 3)]
    [InlineData("aurora", 1)]
    [InlineData("aurora", 3)]
    public void ReadReplicas_ANumber_AreExactlyThatMany(string service, int count)
    {
        var plan = Of($", service: {service}, readReplicas: {count}");

        Assert.Equal((count == 1 ? "one" : "three") + (count == 1 ? " reader" : " readers"), Designs.Decision(plan, "read replicas").Chosen);
        Assert.Equal(["data.relational.readReplicas"], Designs.Decision(plan, "read replicas").Because);
        Assert.Equal(count + (service == "rds" ? 2 : 1), plan.Database[0].Instances);
        // Aurora's partner in another zone answers reads at no further price.
        Assert.Equal(service == "aurora" && count == 1, plan.Trace.Single(entry => entry.Requirement == "data.relational.readReplicas").MonthlyUsd <= Money.Zero);
        Assert.Contains(plan.Warnings, warning => warning.Requirement == "data.relational.readReplicas");
    }

    [Fact]
    public void ReadReplicas_Auto_AreAddedWhereTheyMakeTheWholeCheaper()
    {
        const string Many = "{ engine: postgresql, sizeGb: 50, readsPerSecond: 22000, writesPerSecond: 100, service: rds";
        var free = Designs.Of(RelationalSheets.With(Many + " }"));
        var none = Designs.Of(RelationalSheets.With(Many + ", readReplicas: 0 }"));

        Assert.True(free.Database[0].Instances > 2);
        Assert.True(free.Cost!.MonthlyUsd < none.Cost!.MonthlyUsd);
        Assert.Equal("no readers", Designs.Decision(Plain, "read replicas").Chosen);
    }

    [Fact]
    public void ReadReplicas_MoreThanTheModulesHold_AreUnsupported_AndAsManyAsTheyHoldAreOffered()
    {
        var refusal = Assert.Single(Of(", readReplicas: 15").Refusals);

        var way = Assert.Single(refusal.RelaxTo);
        Assert.Equal((RefusalKind.Unsupported, "data.relational.readReplicas", "3"), (refusal.Kind, Assert.Single(way.Change).Key, way.Change.Values.Single()!.ToString()));
        Assert.Equal(Of(", readReplicas: 3").Cost!.MonthlyUsd, way.MonthlyUsd);
    }

    [Theory]
    [InlineData("sizeGb: 50", "sizeGb: 600")]
    [InlineData("readsPerSecond: 200", "readsPerSecond: 9000")]
    [InlineData("writesPerSecond: 40", "writesPerSecond: 2000")]
    [InlineData("connections: 100", "connections: 3000")]
    public void Load_MakesItDearer(string find, string write)
    {
        foreach (var service in new[] { "rds", "aurora" })
        {
            var database = $"{{ engine: postgresql, sizeGb: 50, readsPerSecond: 200, writesPerSecond: 40, connections: 100, service: {service} }}";
            var (less, more) = (Designs.Of(RelationalSheets.With(database)), Designs.Of(RelationalSheets.With(Make.Edited(database, (find, write)))));

            Assert.True(DatabaseUsd(more) > DatabaseUsd(less), $"{service}: {write}");
        }
    }

    [Fact]
    public void Engine_NamesVersionAndPrice()
    {
        var plan = Designs.Of(RelationalSheets.With("{ engine: mysql, sizeGb: 50 }"));

        Assert.Equal(DatabaseEngine.MySql, plan.Database[0].Engine);
        Assert.Contains(plan.Cost!.Lines, line => line.Item.Contains("mysql", StringComparison.Ordinal));
    }

    [Fact]
    public void Reserved_PaysRdsLess_AndAuroraNot()
    {
        Plan Bought(string service, Purchase purchase)
        {
            var sheet = RelationalSheets.With($"{{ engine: postgresql, sizeGb: 50, readsPerSecond: 3000, service: {service} }}");
            return Designs.Of(sheet with { Budget = sheet.Budget with { Purchase = purchase } });
        }

        Assert.True(DatabaseUsd(Bought("rds", Purchase.Reserved1Y)) < DatabaseUsd(Bought("rds", Purchase.SavingsPlan1Y)));
        Assert.Equal(DatabaseUsd(Bought("aurora", Purchase.Reserved1Y)), DatabaseUsd(Bought("aurora", Purchase.SavingsPlan1Y)));
    }

    [Fact]
    public void IoBeyondABaseline_TakesAuroraWhereRdsHasNoPrice()
    {
        const string Heavy = "{ engine: postgresql, sizeGb: 50, writesPerSecond: 9000";

        Assert.Equal(RelationalService.Aurora, Designs.Of(RelationalSheets.With(Heavy + " }")).Database[0].Service);
        Assert.Equal(RefusalKind.NoPrice, Assert.Single(Designs.Of(RelationalSheets.With(Heavy + ", service: rds }")).Refusals).Kind);
    }

    [Fact]
    public void Serverless_PaysItsUnitsByTheHour_ItsVolumeAndItsIo()
    {
        // 1,500 writes at peak, 375 at mean: 375 / 800 / 0.6 vCPU are 3.125 units, 3.5 in halves, all 730 hours.
        var plan = Designs.Of(RelationalSheets.With("{ engine: postgresql, sizeGb: 50, writesPerSecond: 1500, service: aurora }", "zone: { rpo: 5m, rto: 30m }", 99));

        Assert.Equal("db.serverless", plan.Database[0].InstanceClass);
        Assert.Equal((3.5m * 730, 0.132m), Line(plan, "Serverless v2 capacity"));
        Assert.Equal((50m, 0.11m), Line(plan, "Storage"));
        // Two operations a write, at the mean.
        Assert.Equal((2 * 375 * 2.628m, 0.22m), Line(plan, "I/O"));
        // 7 days x 2 % of 50 GB beyond the free share.
        Assert.Equal((7m, 0.021m), Line(plan, "Backups beyond the free share"));
    }

    [Fact]
    public void Regions_MoreThanTwoAtOnce_AreUnsupported()
    {
        var plan = Designs.Of(FrontSheets.Named(RelationalSheets.With("{ engine: postgresql, sizeGb: 50 }", placement: "primaryRegion: eu-west-1\n  activeActive: true\n  secondaryRegions: [eu-central-1, eu-north-1]")));

        Assert.Contains(plan.Refusals, refusal => refusal is { Kind: RefusalKind.Unsupported, Requirements: ["placement.secondaryRegions"] });
    }

    [Fact]
    public void SecondInstance_IsPremium_AndAReaderIsNot()
    {
        var spare = Steady("{ engine: postgresql, sizeGb: 50, writesPerSecond: 3000, service: aurora, readReplicas: 0 }");
        var reader = Steady("{ engine: postgresql, sizeGb: 50, writesPerSecond: 3000, readsPerSecond: 3000, service: aurora, readReplicas: 1 }");

        Assert.Equal([Money.Zero, InstanceLines(spare)[1].MonthlyUsd], InstanceLines(spare).Select(line => line.PremiumUsd));
        Assert.All(InstanceLines(reader), line => Assert.False(line.Premium));
    }

    private static Plan Steady(string database)
    {
        var sheet = RelationalSheets.With(database, sla: 99.95m);
        return Designs.Of(sheet with { Traffic = sheet.Traffic with { MeanRps = sheet.Traffic.PeakRps } });
    }

    private static IReadOnlyList<CostLine> InstanceLines(Plan plan) => [.. plan.Cost!.Lines.Where(line => line.Resource.StartsWith("Instance", StringComparison.Ordinal) && line.Service == "Amazon Aurora")];

    private static decimal DatabaseUsd(Plan plan) => plan.Cost!.Lines.Where(line => line.Stack.EndsWith("-relational", StringComparison.Ordinal) || line.Stack.EndsWith("-aurora", StringComparison.Ordinal)).Sum(line => line.MonthlyUsd.Usd);

    private static (decimal Quantity, decimal UnitUsd) Line(Plan plan, string item)
    {
        var line = Assert.Single(plan.Cost!.Lines, line => line.Item == item && line.Service == "Amazon Aurora");
        return (line.Quantity, line.UnitUsd.Usd);
    }

    private static Plan Of(string more) => Designs.Of(RelationalSheets.With($"{{ engine: postgresql, sizeGb: 50, readsPerSecond: 200, writesPerSecond: 40, connections: 100{more} }}"));
}
