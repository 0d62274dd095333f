using System.Collections.Frozen;
using Portal.Domain.Costs;
using Portal.Domain.Facts;
using Portal.Domain.Planning;
using Portal.Domain.Planning.Document;
using Portal.Domain.Planning.Search;
using Portal.Domain.Planning.Search.Regions;
using Portal.Domain.Planning.Search.Topics;
using Portal.Domain.Requests;
using Portal.Tests.Domain.Planning.Sheets;

namespace Portal.Tests.Domain.Planning.Search;

public sealed class DecisionTests
{
    private static readonly Plan Shop = Designs.Of();

    [Fact]
    public void Database_NamesWhatForcesTheStandby_AndHowNearTheOtherWas()
    {
        var decision = Decision(Shop, "relational database");

        Assert.Equal("RDS PostgreSQL Multi-AZ", decision.Chosen);
        Assert.Equal(["availability.slaPercent"], decision.Because);
        var single = Assert.Single(decision.Alternatives, alternative => alternative.Option == "RDS PostgreSQL single-AZ");
        Assert.Equal(("RDS PostgreSQL single-AZ", 99.4801m, "floor 99.4801 < 99.9000"), (single.Option, single.FloorPercent, single.Rejected));
        Assert.True(single.MonthlyUsd < Shop.Cost!.MonthlyUsd);
    }

    [Fact]
    public void Zones_ShowTheWholeDesignWithEachOtherNumber()
    {
        var decision = Decision(Shop, "zones");

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

        Assert.Equal("1 zone", Decision(plan, "zones").Chosen);
        Assert.DoesNotContain("survives", Decision(plan, "zones").Why, StringComparison.Ordinal);
    }

    [Fact]
    public void Zones_InThree_WhereTheMeanIsHigh()
    {
        // N+1 over three zones costs half of a fleet instead of a whole one.
        var plan = Designs.Of(("peakRps: 200", "peakRps: 4000"), ("meanRps: 50", "meanRps: 3500"), ("rpsPerVcpu: 50", "rpsPerVcpu: 50\n  memoryGbPerVcpu: 1"), ("zone: { rpo: 5m, rto: 30m }", "zone: { rpo: 0, rto: 2m }"), ("monthlyUsd: 2000", "monthlyUsd: 90000"));

        Assert.Equal("3 zones", Decision(plan, "zones").Chosen);
    }

    [Fact]
    public void Nat_OneForEachZone_WhereTheZoneObjectiveIsTight()
    {
        var plan = Designs.Of(("zone: { rpo: 5m, rto: 30m }", "zone: { rpo: 0, rto: 2m }"));

        var decision = Decision(plan, "way out to the internet");

        Assert.Equal(("one NAT gateway a zone", "recovery.zone"), (decision.Chosen, Assert.Single(decision.Because)));
        Assert.Equal("RTO after zone loss 300 s > 120 s", Assert.Single(decision.Alternatives).Rejected);
        Assert.Equal(120, plan.Recovery!.Zone!.RtoSeconds);
    }

    [Fact]
    public void InstanceType_ListsTheNextFamilies()
    {
        var decision = Decision(Shop, "instance type");

        Assert.Equal(4, decision.Alternatives.Count);
        Assert.Equal(decision.Alternatives.OrderBy(alternative => alternative.MonthlyUsd), decision.Alternatives);
        Assert.All(decision.Alternatives, alternative => Assert.True(alternative.MonthlyUsd >= Shop.Cost!.MonthlyUsd));
    }

    /// <summary>What only costs more is there for whoever wants it; what misses a requirement is marked as missing it.</summary>
    [Fact]
    public void Alternatives_ThatMissARequirement_AreMarked()
    {
        var alternatives = Shop.Decisions.SelectMany(decision => decision.Alternatives).ToList();

        Assert.All(alternatives, alternative => Assert.Equal((alternative.Option, !alternative.Rejected.StartsWith("costs ", StringComparison.Ordinal)), (alternative.Option, alternative.Misses)));
        Assert.Equal(2, alternatives.Select(alternative => alternative.Misses).Distinct().Count());
    }

    [Fact]
    public void Alternatives_AreNeverBetterThanTheChosen()
    {
        for (var seed = 0; seed < 25; seed++)
        {
            var plan = Designs.Of(GeneratedSheets.Number(seed));
            Assert.All(plan.Decisions.SelectMany(decision => decision.Alternatives), alternative =>
                Assert.True(alternative.MonthlyUsd >= plan.Cost!.MonthlyUsd || !alternative.Rejected.StartsWith("costs", StringComparison.Ordinal), $"sheet {seed}: {alternative}"));
        }
    }

    [Fact]
    public void Booking_NamesWhatForcesEachPart_WithAllOthersAsTheyAre()
    {
        var plan = Designs.Of(ScenarioSheets.Of("booking"));

        Assert.Equal(["availability.slaPercent", "recovery.zone", "compliance"], Decision(plan, "zones").Because);
        Assert.Equal(["recovery.region"], Decision(plan, "routing").Because);
        Assert.Equal(["recovery.region"], Decision(plan, "database in the second region").Because);
    }

    [Fact]
    public void SecondRegion_ThatOnlyFarUsersNeed_NamesThem_AndNoLossOfARegion()
    {
        var plan = Designs.Of(FarShop());

        Assert.Equal(["traffic.latencyMs"], Decision(plan, "routing").Because);
        Assert.Equal(["availability.slaPercent"], Decision(plan, "zones").Because);
        Assert.DoesNotContain(plan.Decisions, decision => decision.Because.Contains("recovery.region"));
    }

    [Fact]
    public void Readers_ThatOnlyCostLess_AreForcedByNothing()
    {
        var readers = Decision(Designs.Of(RelationalSheets.With("{ engine: postgresql, sizeGb: 200, readsPerSecond: 900, writesPerSecond: 120, connections: 300 }", "zone: { rpo: 5m, rto: 30m }\n  region: { rpo: 4h, rto: 8h }")), "read replicas");

        Assert.Equal(("two readers", "data.relational"), (readers.Chosen, Assert.Single(readers.Because)));
        Assert.StartsWith("The cheapest", readers.Why, StringComparison.Ordinal);
    }

    /// <summary>Where something is missed anyway, a part is not credited with what the others could do without then.</summary>
    [Fact]
    public void PartThatMissesARequirement_IsShownWithNothingElseChanged()
    {
        var cdn = Assert.Single(Decision(Designs.Of(FrontSheets.Domain), "dynamic requests").Alternatives);

        // Load balancer, servers, database with a standby, CDN and its firewall; 99.2835 with a single instance.
        Assert.Equal("floor 99.7801 < 99.9000", cdn.Rejected);
    }

    [Theory]
    [InlineData("courses")]
    [InlineData("wiki")]
    [InlineData("booking")]
    public void Readers_AsAnAlternative_AreThePlanOfTheSheetThatAsksForThem(string scenario)
    {
        var sheet = ScenarioSheets.Of(scenario);
        var planned = 0;
        foreach (var alternative in Decision(Designs.Of(sheet), "read replicas").Alternatives)
        {
            var count = Array.IndexOf(["no readers", "one reader", "two readers", "three readers"], alternative.Option);
            var asked = Designs.Of(sheet with { Data = sheet.Data with { Relational = sheet.Data.Relational! with { ReadReplicas = count } } });
            if (asked.Feasible)
            {
                Assert.Equal((alternative.Option, asked.Cost!.MonthlyUsd, asked.Availability!.FloorPercent), (alternative.Option, alternative.MonthlyUsd, alternative.FloorPercent));
                planned++;
            }
        }

        Assert.True(planned > 0);
    }

    [Fact]
    public void Alternatives_AreTheCheapestOfAllCombinations_ThatMissTheFewestRequirements()
    {
        var (met, missed) = (0, 0);
        for (var seed = 0; seed < 60; seed++)
        {
            var (sheet, facts) = (GeneratedSheets.Mixed(seed), FewOffers.Of(Designs.Facts, seed));
            var chooser = new Chooser(SearchSpace.Of(PlanningInput.Of(sheet, facts)), Requirement.Of(sheet));
            if (chooser.Best() is not { } chosen)
            {
                continue;
            }

            var all = chooser.Space.All().Select(design => (Design: design, Missed: chooser.Missed(design).Count)).ToList();
            foreach (var (topic, alternative) in PlanPipeline.Design(sheet, Designs.Vpc, facts).Decisions.SelectMany(decision => decision.Alternatives.Select(alternative => (decision.Topic, alternative))))
            {
                if (With(topic, alternative.Option, chosen) is { } option)
                {
                    var expected = Expected([.. all.Where(each => option(each.Design))], topic, chosen);
                    Assert.Equal((seed, alternative.Option, expected.Monthly, expected.FloorPercent), (seed, alternative.Option, alternative.MonthlyUsd, alternative.FloorPercent));
                    Assert.All(chooser.Missed(expected), requirement => Assert.Contains(requirement.Missed(expected.Promise)!, alternative.Rejected, StringComparison.Ordinal));
                    (met, missed) = chooser.MeetsAll(expected) ? (met + 1, missed) : (met, missed + 1);
                }
            }
        }

        Assert.True(met > 30 && missed > 10, $"{met} met everything, {missed} did not");
    }

    [Fact]
    public void Frontier_IsUndominated_AndHoldsTheChosen()
    {
        for (var seed = 0; seed < 25; seed++)
        {
            var plan = Designs.Of(GeneratedSheets.Number(seed));
            if (!plan.Feasible)
            {
                continue;
            }

            Assert.InRange(plan.Frontier.Count, 1, 8);
            Assert.Equal(plan.Cost!.MonthlyUsd, Assert.Single(plan.Frontier, point => point.Chosen).MonthlyUsd);
            Assert.All(plan.Frontier.Zip(plan.Frontier.Skip(1)), pair => Assert.True(pair.First.MonthlyUsd < pair.Second.MonthlyUsd && pair.First.FloorPercent < pair.Second.FloorPercent));
        }
    }

    [Fact]
    public void SheetThatStoresNothing_IsToldOfNoBackups()
    {
        var folder = Designs.Run(Make.ProductionSheet(FrontSheets.NoData, FrontSheets.RegionLoss("{ rpo: 24h, rto: 24h }")));

        Assert.StartsWith("one region, built anew in", Decision(folder.Plan, "regions").Chosen, StringComparison.Ordinal);
        Assert.DoesNotContain("ackups copied", folder.Files["summary.md"] + folder.Files["plan.json"], StringComparison.Ordinal);
        Assert.DoesNotContain("Copies of the data", folder.Files["summary.md"], StringComparison.Ordinal);
        Assert.Contains("Keys in ", folder.Files["summary.md"], StringComparison.Ordinal);
    }

    [Fact]
    public void Frontier_GivesNoTwoDesignsOneName()
    {
        foreach (var plan in ScenarioSheets.Names.Select(ScenarioSheets.Of).Append(FarShop()).Concat(Enumerable.Range(0, 20).Select(GeneratedSheets.Demanding)).Select(Designs.Of))
        {
            Assert.Equal(plan.Frontier.Count, plan.Frontier.Select(point => point.Label).Distinct().Count());
        }
    }

    [Fact]
    public void LessThanACent_IsNotCalledNothing()
    {
        // As large as the chosen t4g.small, for a thousandth of a cent more an hour.
        var facts = Designs.Facts with
        {
            Instances = Designs.Facts.Instances.ToFrozenDictionary(region => region.Key, region => (IReadOnlyList<InstanceOffer>)[.. region.Value.Select(offer =>
                region.Key == "eu-central-1" && offer.Type.Name == "t3.small" ? offer with { OnDemand = offer.OnDemand with { Usd = Designs.Facts.Instances[region.Key].Single(other => other.Type.Name == "t4g.small").OnDemand.Usd + Money.FromUsd(0.000001m) } } : offer)]),
        };

        var type = Decision(PlanPipeline.Design(Make.ProductionSheet(), Designs.Vpc, facts), "instance type");

        Assert.Equal(("t4g.small", "t3.small", "costs less than a cent a month more"), (type.Chosen, type.Alternatives[0].Option, type.Alternatives[0].Rejected));
    }

    [Fact]
    public void LoadBalancing_NamesTheWorkload_OnlyWhereTheSheetSaysWhatItIs()
    {
        IReadOnlyList<string> Because(string workload) => Decision(Designs.Of(("rpsPerVcpu: 50", "rpsPerVcpu: 50" + workload)), "load balancing").Because;

        Assert.Equal(["platform"], Because(""));
        Assert.Equal(["application.workload"], Because("\n  workload: light"));
        Assert.Equal(["application.workload"], Because("\n  workload: heavy"));
    }

    /// <summary>One zone in each of two regions: a region is paid for, which makes up for the zone too.</summary>
    [Fact]
    public void OneZone_BesideASecondRegion_IsSaidToBeMadeUpForByIt()
    {
        var folder = Designs.Run(DataSheets.InEurope(DataSheets.Objects, DataSheets.RegionLoss("15m", "30m"), ("slaPercent: 99.9", "slaPercent: 98"), ("  zone: { rpo: 5m, rto: 30m }\n", "")));
        var zones = Decision(folder.Plan, "zones");

        Assert.Equal(("1 zone", true), (zones.Chosen, folder.Plan.Regions.Any(region => region.Role == RegionRole.Secondary)));
        Assert.Contains("another region takes over", zones.Why, StringComparison.Ordinal);
        Assert.DoesNotContain("nothing that was asked needs a second zone", folder.Files["summary.md"], StringComparison.Ordinal);

        // What stands there until then.
        Assert.Matches(@"Servers in [a-z0-9-]+: none until a takeover, then up to \d+ x [a-z0-9.]+, over one zone\.", folder.Files["summary.md"]);
        Assert.DoesNotContain(": 0 x", folder.Files["summary.md"], StringComparison.Ordinal);
        Assert.Equal(["recovery.region"], Decision(folder.Plan, "objects in the second region").Because);
        Assert.Equal(["data.objects"], Decision(folder.Plan, "object storage").Because);
    }

    private static RequestSheet FarShop() => Make.ProductionSheet(("monthlyUsd: 2000", "monthlyUsd: 90000"), FrontSheets.Domain, FrontSheets.Traffic("audience: { EU: 50, US: 50 }\n  latencyMs: 60"));

    private static Design Expected(IReadOnlyList<(Design Design, int Missed)> with, string topic, Design chosen)
    {
        var fewest = with.Min(each => each.Missed);
        var best = with.Where(each => each.Missed == fewest).Select(each => each.Design).ToList();
        return (fewest > 0 && topic is not "regions" and not "zones" ? best.Where(design => IsBeside(chosen, design)).Min(Design.Cheapest) : null) ?? best.Min(Design.Cheapest)!;
    }

    private static bool IsBeside(Design chosen, Design design) =>
        design.Reach.Label == chosen.Reach.Label && design.Topology == chosen.Topology && design.Options.Zip(chosen.Options).Count(pair => pair.First.Name != pair.Second.Name) == 1;

    /// <summary>Which designs have an option; null for topics whose options are no single part.</summary>
    private static Func<Design, bool>? With(string topic, string option, Design chosen) => topic switch
    {
        "regions" => design => design.Reach.Strategy == Strategies[option],
        "zones" => design => $"{design.Topology.Zones} zone{(design.Topology.Zones == 1 ? "" : "s")}" == option && design.Reach.Strategy == chosen.Reach.Strategy,
        "instance type" => design => design.Fleet.Type.Name == option,
        "relational database" => design => design.Relational!.Layout == option && design.Reach.Strategy == chosen.Reach.Strategy,
        "read replicas" => design => Array.IndexOf(["no readers", "one reader", "two readers", "three readers"], option) == design.Relational!.Readers,
        "cache" when option is "one node" => design => design.Cache!.Nodes == 1,
        _ => null,
    };

    private static readonly Dictionary<string, Strategy> Strategies = new()
    {
        ["one region"] = Strategy.OneRegion,
        ["one region with backups copied to another"] = Strategy.BackupCopy,
        ["one region, built anew in another after its loss"] = Strategy.BackupCopy,
        ["pilot light in a second region"] = Strategy.PilotLight,
        ["warm standby in a second region"] = Strategy.WarmStandby,
        ["active in several regions"] = Strategy.ActiveActive,
    };

    private static Decision Decision(Plan plan, string topic) => Assert.Single(plan.Decisions, decision => decision.Topic == topic);
}
