using Portal.Domain.Planning;
using Portal.Domain.Planning.Document;
using Portal.Domain.Requests;
using Portal.Tests.Domain.Planning.Sheets;

namespace Portal.Tests.Domain.Planning.Search;

/// <summary>What each decision of a plan chose, and which fields of the sheet forced it.</summary>
public sealed class DecisionTests
{
    private static readonly Plan Shop = Designs.Of();

    [Fact]
    public void Database_NamesWhatForcesTheStandby_AndHowNearTheOtherWas()
    {
        var decision = Designs.Decision(Shop, "relational database");

        Assert.Equal("RDS PostgreSQL Multi-AZ", decision.Chosen);
        Assert.Equal(["availability.slaPercent"], decision.Because);
        var single = Assert.Single(decision.Alternatives, alternative => alternative.Option == "RDS PostgreSQL single-AZ");
        Assert.Equal(("RDS PostgreSQL single-AZ", 99.4801m, "floor 99.4801 < 99.9000"), (single.Option, single.FloorPercent, single.Rejected));
        Assert.True(single.MonthlyUsd < Shop.Cost!.MonthlyUsd);
    }

    [Fact]
    public void Zones_ShowTheWholeDesignWithEachOtherNumber()
    {
        var decision = Designs.Decision(Shop, "zones");

        Assert.Equal("2 zones", decision.Chosen);
        Assert.Equal(["1 zone", "3 zones"], decision.Alternatives.Select(alternative => alternative.Option));
        Assert.Equal("floor 98.9925 < 99.9000", decision.Alternatives[0].Rejected);
        Assert.Equal(Shop.Frontier[0].MonthlyUsd, decision.Alternatives[0].MonthlyUsd);
        Assert.Matches(@"^costs \$\d+\.\d\d a month more$", decision.Alternatives[1].Rejected);
    }

    [Fact]
    public void Zones_InOne_PromiseNothingForItsLoss()
    {
        var plan = Designs.Of(("slaPercent: 99.9", "slaPercent: 98"), ("zone: { rpo: 5m, rto: 30m }\n  ", ""));

        Assert.Equal("1 zone", Designs.Decision(plan, "zones").Chosen);
        Assert.DoesNotContain("survives", Designs.Decision(plan, "zones").Why, StringComparison.Ordinal);
    }

    [Fact]
    public void Zones_InThree_WhereTheMeanIsHigh()
    {
        // N+1 over three zones costs half of a fleet instead of a whole one.
        var plan = Designs.Of(("peakRps: 200", "peakRps: 4000"), ("meanRps: 50", "meanRps: 3500"), ("rpsPerVcpu: 50", "rpsPerVcpu: 50\n  memoryGbPerVcpu: 1"), ("zone: { rpo: 5m, rto: 30m }", "zone: { rpo: 0, rto: 2m }"), ("monthlyUsd: 2000", "monthlyUsd: 90000"));

        Assert.Equal("3 zones", Designs.Decision(plan, "zones").Chosen);
    }

    [Fact]
    public void Nat_OneForEachZone_WhereTheZoneObjectiveIsTight()
    {
        var plan = Designs.Of(("zone: { rpo: 5m, rto: 30m }", "zone: { rpo: 0, rto: 2m }"));

        var decision = Designs.Decision(plan, "way out to the internet");

        Assert.Equal(("one NAT gateway a zone", "recovery.zone"), (decision.Chosen, Assert.Single(decision.Because)));
        Assert.Equal("RTO after zone loss 300 s > 120 s", Assert.Single(decision.Alternatives).Rejected);
        Assert.Equal(120, plan.Recovery!.Zone!.RtoSeconds);
    }

    [Fact]
    public void InstanceType_ListsTheNextFamilies()
    {
        var decision = Designs.Decision(Shop, "instance type");

        Assert.Equal(4, decision.Alternatives.Count);
        Assert.Equal(decision.Alternatives.OrderBy(alternative => alternative.MonthlyUsd), decision.Alternatives);
        Assert.All(decision.Alternatives, alternative => Assert.True(alternative.MonthlyUsd >= Shop.Cost!.MonthlyUsd));
    }

    [Fact]
    public void Booking_NamesWhatForcesEachPart_WithAllOthersAsTheyAre()
    {
        var plan = Designs.Of(ScenarioSheets.Of("booking"));

        Assert.Equal(["availability.slaPercent", "recovery.zone", "compliance"], Designs.Decision(plan, "zones").Because);
        Assert.Equal(["recovery.region"], Designs.Decision(plan, "routing").Because);
        Assert.Equal(["recovery.region"], Designs.Decision(plan, "database in the second region").Because);
    }

    [Fact]
    public void SecondRegion_ThatOnlyFarUsersNeed_NamesThem_AndNoLossOfARegion()
    {
        var plan = Designs.Of(FrontSheets.FarShop());

        Assert.Equal(["traffic.latencyMs"], Designs.Decision(plan, "routing").Because);
        Assert.Equal(["availability.slaPercent"], Designs.Decision(plan, "zones").Because);
        Assert.DoesNotContain(plan.Decisions, decision => decision.Because.Contains("recovery.region"));
    }

    [Fact]
    public void Readers_ThatOnlyCostLess_AreForcedByNothing()
    {
        var readers = Designs.Decision(Designs.Of(RelationalSheets.With("{ engine: postgresql, sizeGb: 200, readsPerSecond: 900, writesPerSecond: 120, connections: 300 }", "zone: { rpo: 5m, rto: 30m }\n  region: { rpo: 4h, rto: 8h }")), "read replicas");

        Assert.Equal(("two readers", "data.relational"), (readers.Chosen, Assert.Single(readers.Because)));
        Assert.StartsWith("The cheapest", readers.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void SheetThatStoresNothing_IsToldOfNoBackups()
    {
        var folder = Designs.Run(Make.ProductionSheet(FrontSheets.NoData, FrontSheets.RegionLoss("{ rpo: 24h, rto: 24h }")));

        Assert.StartsWith("one region, built anew in", Designs.Decision(folder.Plan, "regions").Chosen, StringComparison.Ordinal);
        Assert.DoesNotContain("ackups copied", folder.Files["summary.md"] + folder.Files["plan.json"], StringComparison.Ordinal);
        Assert.DoesNotContain("Copies of the data", folder.Files["summary.md"], StringComparison.Ordinal);
        Assert.Contains("Keys in ", folder.Files["summary.md"], StringComparison.Ordinal);
    }

    [Fact]
    public void LoadBalancing_NamesTheWorkload_OnlyWhereTheSheetSaysWhatItIs()
    {
        IReadOnlyList<string> Because(string workload) => Designs.Decision(Designs.Of(("rpsPerVcpu: 50", "rpsPerVcpu: 50" + workload)), "load balancing").Because;

        Assert.Equal(["platform"], Because(""));
        Assert.Equal(["application.workload"], Because("\n  workload: light"));
        Assert.Equal(["application.workload"], Because("\n  workload: heavy"));
    }

    /// <summary>One zone in each of two regions: a region is paid for, which makes up for the zone too.</summary>
    [Fact]
    public void OneZone_BesideASecondRegion_IsSaidToBeMadeUpForByIt()
    {
        var folder = Designs.Run(DataSheets.InEurope(DataSheets.Objects, DataSheets.RegionLoss("15m", "30m"), ("slaPercent: 99.9", "slaPercent: 98"), ("  zone: { rpo: 5m, rto: 30m }\n", "")));
        var zones = Designs.Decision(folder.Plan, "zones");

        Assert.Equal(("1 zone", true), (zones.Chosen, folder.Plan.Regions.Any(region => region.Role == RegionRole.Secondary)));
        Assert.Contains("another region takes over", zones.Why, StringComparison.Ordinal);
        Assert.DoesNotContain("nothing that was asked needs a second zone", folder.Files["summary.md"], StringComparison.Ordinal);

        // What stands there until then.
        Assert.Matches(@"Servers in [a-z0-9-]+: none until a takeover, then up to \d+ x [a-z0-9.]+, over one zone\.", folder.Files["summary.md"]);
        Assert.DoesNotContain(": 0 x", folder.Files["summary.md"], StringComparison.Ordinal);
        Assert.Equal(["recovery.region"], Designs.Decision(folder.Plan, "objects in the second region").Because);
        Assert.Equal(["data.objects"], Designs.Decision(folder.Plan, "object storage").Because);
    }
}
