using System.Collections.Frozen;
using Portal.Domain.Costs;
using Portal.Domain.Facts;
using Portal.Domain.Planning;
using Portal.Domain.Planning.Document;
using Portal.Domain.Planning.Search;
using Portal.Domain.Planning.Search.Regions;
using Portal.Domain.Requests;
using Portal.Tests.Domain.Planning.Sheets;

namespace Portal.Tests.Domain.Planning.Search;

/// <summary>What else each decision of a plan could have chosen, at what price, and what it would miss.</summary>
public sealed class DecisionAlternativeTests
{
    private static readonly Plan Shop = Designs.Of();

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

    /// <summary>Where something is missed anyway, a part is not credited with what the others could do without then.</summary>
    [Fact]
    public void PartThatMissesARequirement_IsShownWithNothingElseChanged()
    {
        var cdn = Assert.Single(Designs.Decision(Designs.Of(FrontSheets.Domain), "dynamic requests").Alternatives);

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
        foreach (var alternative in Designs.Decision(Designs.Of(sheet), "read replicas").Alternatives)
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
    public void LessThanACent_IsNotCalledNothing()
    {
        // As large as the chosen t4g.small, for a thousandth of a cent more an hour.
        var facts = Designs.Facts with
        {
            Instances = Designs.Facts.Instances.ToFrozenDictionary(region => region.Key, region => (IReadOnlyList<InstanceOffer>)[.. region.Value.Select(offer =>
                region.Key == "eu-central-1" && offer.Type.Name == "t3.small" ? offer with { OnDemand = offer.OnDemand with { Usd = Designs.Facts.Instances[region.Key].Single(other => other.Type.Name == "t4g.small").OnDemand.Usd + Money.FromUsd(0.000001m) } } : offer)]),
        };

        var type = Designs.Decision(PlanPipeline.Design(Make.ProductionSheet(), Designs.Vpc, facts), "instance type");

        Assert.Equal(("t4g.small", "t3.small", "costs less than a cent a month more"), (type.Chosen, type.Alternatives[0].Option, type.Alternatives[0].Rejected));
    }

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
}
