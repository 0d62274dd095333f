using Portal.Domain.Costs;
using Portal.Domain.Facts;
using Portal.Domain.Planning.Document;
using Portal.Domain.Requests;
using Portal.Tests.Domain.Planning;
using Portal.Tests.Domain.Planning.Sheets;

namespace Portal.Tests.Domain.Costs;

/// <summary>Rules that hold for every line of every plan.</summary>
public sealed class CostLineTests
{
    private static readonly IReadOnlyList<Plan> Plans = [.. PricedPlans.All.Select(priced => priced.Plan)];

    private static IEnumerable<CostLine> Lines => Plans.SelectMany(plan => plan.Cost!.Lines);

    [Fact]
    public void QuantityTimesUnit_IsTheLine_ToTheDigit() =>
        Assert.All(Lines, line => Assert.Equal(line.UnitUsd * line.Quantity, line.MonthlyUsd));

    [Fact]
    public void Lines_AddUpToTheTotals()
    {
        Assert.All(Plans, plan => Assert.Equal(plan.Cost!.Lines.Sum(line => line.MonthlyUsd), plan.Cost.MonthlyUsd));
        Assert.All(Plans, plan => Assert.Equal(plan.Cost!.Lines.Sum(line => line.PremiumUsd), plan.Cost.ResiliencePremiumUsd));
    }

    [Fact]
    public void EveryUnitPrice_StandsInThePriceBookOfItsRegion()
    {
        var book = Prices().ToLookup(price => price.Region, price => (price.Price.Usd, price.Price.Unit, price.Price.Source), StringComparer.Ordinal);
        var faults = Lines.Where(line => !Shelves(line).Any(shelf => book[shelf].Contains((line.UnitUsd, line.Unit, line.Source)))).Select(line => $"{line.Region}, {line.Item}: {line.UnitUsd.Usd} a {line.Unit}");

        Assert.Equal("", string.Join('\n', faults.Distinct()));
        Assert.InRange(Lines.Select(line => line.Region).Distinct().Count(), 5, 40);
        string[] services = ["Amazon ElastiCache", "Amazon DynamoDB", "Amazon Aurora", "Amazon RDS", "Amazon S3", "Data transfer", "AWS Backup", "Amazon CloudFront"];
        Assert.Empty(services.Except(Lines.Select(line => line.Service)));
    }

    [Fact]
    public void WhatIsAssumed_NamesAnAssumptionOrAnEstimatedPrice() =>
        Assert.All(Lines, line => Assert.Equal(line.Assumed, line.PriceEstimated || line.Assumptions.Count > 0));

    [Fact]
    public void EveryAssumptionUsed_IsListedWithTheDollarsItMoves() =>
        Assert.All(PricedPlans.All, priced =>
        {
            var plan = priced.Plan;
            Assert.Equal(
                plan.Cost!.Lines.SelectMany(line => line.Assumptions).Union(Deciding(priced.Sheet.Traffic)).Order(StringComparer.Ordinal),
                plan.Assumptions.Select(assumption => assumption.Id).Order(StringComparer.Ordinal));
            Assert.All(plan.Assumptions, assumption => Assert.Equal(plan.Cost.Lines.Where(line => line.Assumptions.Contains(assumption.Id)).Sum(line => line.MonthlyUsd), assumption.MonthlyUsd));
        });

    [Fact]
    public void WhatChangesZone_RestsOnAnEvenSpread()
    {
        var lines = Lines.Where(line => line.Item.StartsWith("Between zones", StringComparison.Ordinal)).ToList();

        Assert.Equal(3, lines.Select(line => line.Item).Distinct().Count());
        Assert.All(lines, line => Assert.Single(line.Assumptions, assumption => assumption is "cross-zone-share" or "chosen-zone-share"));
    }

    /// <summary>What nobody said about answers and the mean is assumed like anything else; whoever says it assumes nothing.</summary>
    [Fact]
    public void DefaultsThatMoveMoney_AreAssumptions()
    {
        var (silent, said) = (Designs.Of(("\n  meanRps: 50", "")), Designs.Of(("meanRps: 50", "meanRps: 49\n  dynamicResponseKb: 7")));

        Assert.All(["dynamic-response-kb", "mean-over-peak"], id => Assert.Contains(silent.Assumptions, assumption => assumption.Id == id));
        Assert.DoesNotContain(said.Assumptions, assumption => assumption.Id is "dynamic-response-kb" or "mean-over-peak");
        Assert.Equal((true, false), (Out(silent).Assumed, Out(said).Assumed));

        static CostLine Out(Plan plan) => plan.Cost!.Lines.Single(line => line.Item == "Out to the internet, first 10 TB");
    }

    /// <summary>A steady day's peak lasts hours that nobody names; a mean may come without its peak.</summary>
    private static IEnumerable<string> Deciding(Traffic traffic) =>
    [
        .. traffic.Pattern == TrafficPattern.Steady ? new[] { "peak-hours-per-day" } : [],
        .. traffic is { PeakRps: null, ConcurrentUsers: null, MeanRps: not null } ? new[] { "peak-over-mean" } : [],
        .. traffic.PeakRequests is { } peak && (traffic.MeanRps ?? peak / 4) * 4 == peak ? new[] { "mean-over-peak" } : [],
    ];

    [Fact]
    public void Premium_IsAShareOfItsLine()
    {
        Assert.All(Lines, line => Assert.InRange(line.PremiumUsd.Usd, 0, line.MonthlyUsd.Usd));
        Assert.All(Lines, line => Assert.Equal(line.PremiumUsd > Money.Zero, line.Premium));
    }

    [Fact]
    public void WithoutSpare_OnlyBackupsArePremium()
    {
        var plan = Designs.Of(("slaPercent: 99.9", "slaPercent: 98"), ("zone: { rpo: 5m, rto: 30m }\n  ", ""));

        Assert.Equal(1, plan.Cost!.Lines.Count(line => line.Service == "Amazon EC2"));
        Assert.Equal(Money.Zero, plan.Cost.Lines.Where(line => !line.Stack.EndsWith("-backup", StringComparison.Ordinal)).Sum(line => line.PremiumUsd));
    }

    [Fact]
    public void EverySource_IsExplained() => Assert.All(Lines, line => Assert.True(Designs.Facts.Sources.Contains(line.Source), line.Source));

    [Fact]
    public void EveryAssumption_HasAReasonAndASource() =>
        Assert.All(UsageAssumptions.All, assumption =>
        {
            Assert.NotEqual("", assumption.Why);
            Assert.True(Designs.Facts.Sources.Contains(assumption.Source), assumption.Source);
        });

    /// <summary>Where the price book may keep the price of a line: its region, everywhere, the areas of CloudFront; for small items that it knows of one region only, that one, as an estimate.</summary>
    private static IEnumerable<string> Shelves(CostLine line) =>
    [
        line.Region, "global", .. line.Service == "Amazon CloudFront" ? Prices().Select(price => price.Region).Where(region => region.StartsWith("geo:", StringComparison.Ordinal)).Distinct() : [],
        .. line is { PriceEstimated: true, Item: "Snapshots beyond the free one" or "Copying within fifteen minutes" } ? new[] { "us-east-1" } : [],

        // An accelerator is managed from one region and pays by the region that answers.
        .. line.Service == "AWS Global Accelerator" ? [line.Item.Split(" from ")[^1].Split(' ')[0]] : Array.Empty<string>(),
    ];

    private static IEnumerable<(string Region, UnitPrice Price)> Prices()
    {
        var facts = Designs.Facts;
        return facts.ServicePrices.Select(price => (price.Key.Region, (UnitPrice?)price.Value))
            .Concat(facts.Instances.SelectMany(region => region.Value.SelectMany(offer => new[] { offer.OnDemand, offer.Convertible, offer.Spot }).Select(price => (region.Key, price))))
            .Concat(facts.Databases.SelectMany(offers => offers.Value.SelectMany(offer => new[] { offer.SingleAz, offer.MultiAz, offer.ReservedSingleAz, offer.ReservedMultiAz }).Select(price => (offers.Key.Region, price))))
            .Concat(facts.Caches.SelectMany(region => region.Value.SelectMany(offer => new[] { offer.Redis, offer.RedisReserved, offer.Valkey }).Select(price => (region.Key, price))))
            .Where(price => price.Item2 is not null).Select(price => (price.Item1, price.Item2!));
    }
}
