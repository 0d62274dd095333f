using Portal.Domain.Costs;
using Portal.Domain.Planning.Document;
using Portal.Tests.Domain.Planning;
using Portal.Tests.Domain.Planning.Sheets;

namespace Portal.Tests.Domain.Costs;

/// <summary>Lines worked by hand: production, eu-central-1, 200 requests a second at peak and 50 at mean, 50 a vCPU, PostgreSQL of 50 GB.</summary>
public sealed class PriceTests
{
    private static readonly Plan Shop = Designs.Of();

    /// <summary>Servers enough that a second zone of them costs more than a partner for the data.</summary>
    private static readonly (string, string) Busy = ("peakRps: 200\n  meanRps: 50", "peakRps: 4000\n  meanRps: 1000");

    [Fact]
    public void Fleet_IsPricedAtItsMean()
    {
        // 50 / 50 = 1 vCPU: one t4g.small for the load, two to survive a zone, at 0.0192 an hour.
        var line = Line(Shop, "t4g.small Linux");

        Assert.Equal((1460, 0.0192m, 28.032m, 14.016m), (line.Quantity, line.UnitUsd.Usd, line.MonthlyUsd.Usd, line.PremiumUsd.Usd));
        Assert.Equal(["traffic.meanRps", "availability.slaPercent"], line.Because);
    }

    /// <summary>A quarter of 50,000 operations a second of 1 KB are 32,850 GB a month; half of what is spread over two zones, or may stand in either, is not beside the servers of one.</summary>
    [Theory]
    [InlineData("99.3", "memcached")]
    [InlineData("98.5", "memcached")]
    [InlineData("99.3", "valkey")]
    [InlineData("99.8", "memcached")]
    public void Cache_SendsBetweenZones_WhatLiesInAnother(string sla, string engine)
    {
        var plan = Designs.Of(DataSheets.Of($"cache: {{ engine: {engine}, sizeGb: 5, opsPerSecond: 50000 }}", ("slaPercent: 99.9", $"slaPercent: {sla}"), ("  zone: { rpo: 5m, rto: 30m }\n", ""), Busy, ("monthlyUsd: 2000", "monthlyUsd: 90000")));

        Assert.Equal(sla == "99.8" ? "2 zones" : "1 zone", plan.Decisions.Single(decision => decision.Topic == "zones").Chosen);
        Assert.Equal(32_850 / 2m, Line(plan, "Between zones, application and cache").Quantity);
    }

    /// <summary>A quarter of 240 statements a second of 2 KB are 315.36 GB a month, paid in both directions. Only the single instance of Aurora is made in the servers' zone.</summary>
    [Theory]
    [InlineData("98", "rds", 0.5)]
    [InlineData("99.43", "rds", 0.5)]
    [InlineData("98", "aurora", 0)]
    [InlineData("99.43", "aurora", 0.5)]
    public void Database_SendsBetweenZones_WhatLiesInAnother(string sla, string service, double share)
    {
        var plan = Designs.Of(("slaPercent: 99.9", $"slaPercent: {sla}"), ("connections: 100", $"connections: 100, service: {service}, readReplicas: 0"), ("zone: { rpo: 5m, rto: 30m }\n  ", ""), Busy, ("monthlyUsd: 2000", "monthlyUsd: 90000"));

        Assert.Equal("1 zone", plan.Decisions.Single(decision => decision.Topic == "zones").Chosen);
        Assert.Equal(2 * 315.36m * (decimal)share, plan.Cost!.Lines.Where(line => line.Item == "Between zones, application and database").Sum(line => line.Quantity));
    }

    [Fact]
    public void AtPeak_TheFleetRunsAtItsMaximum()
    {
        // 200 / 50 = 4 vCPU and 8 GB: four t4g.small, eight over two zones, six more than at mean. Each: instance, 20 GB volume, 7 metrics, 0.2 x 10k key requests, 2 GB through NAT (0.052) and half of it twice between zones (0.01).
        var each = (730 * 0.0192m) + (20 * 0.0952m) + (7 * 0.3m) + (0.2m * 0.03m) + (2 * 0.052m) + (2 * 0.01m) + (0.073m * 0.05m);

        Assert.Equal(8, Assert.Single(Shop.Compute).Max);
        Assert.Equal(6 * each, (Shop.Cost!.AtPeakUsd - Shop.Cost.MonthlyUsd).Usd, 4);
    }

    [Fact]
    public void LoadBalancer_PaysTheLargestMeasure()
    {
        // 50 rps x 9 KB x 3600 s = 1.62 GB an hour; connections 5 / 25 and 300 / 3000 are less.
        var line = Line(Shop, "Capacity units");

        Assert.Equal((1.62m * 730, 0.008m), (line.Quantity, line.UnitUsd.Usd));
    }

    [Theory]
    [InlineData(60_000, 5)]
    [InlineData(2_400, 1.62)]
    public void LoadBalancer_PaysForHeldConnections_WhereTheyAreTheLargestMeasure(int connections, double units)
    {
        // A quarter of them is held at mean load, and a unit holds 3,000; the bytes of 50 requests a second make 1.62 units.
        var plan = Designs.Of(("meanRps: 50", $"meanRps: 50\n  peakConnections: {connections}"), ("rpsPerVcpu: 50", "rpsPerVcpu: 50\n  connectionsPerInstance: 20000"), ("monthlyUsd: 2000", "monthlyUsd: 90000"));

        Assert.Equal((decimal)units * 730, Line(plan, "Capacity units").Quantity);
    }

    [Fact]
    public void InternetOut_IsMeanTimesResponse()
    {
        // 50 x 8 KB x 2,628,000 s = 1,051.2 GB.
        var line = Line(Shop, "Out to the internet, first 10 TB");

        Assert.Equal((1051.2m, 94.608m), (line.Quantity, line.MonthlyUsd.Usd));
    }

    [Fact]
    public void InternetOut_FillsTheBandsInTurn_EachAtItsPrice()
    {
        // 10,000 x 8 KB x 2,628,000 s = 210,240 GB.
        var plan = Designs.Of(("peakRps: 200", "peakRps: 40000"), ("meanRps: 50", "meanRps: 10000"), ("rpsPerVcpu: 50", "rpsPerVcpu: 500"), ("monthlyUsd: 2000", "monthlyUsd: 90000"));

        Assert.Equal(
            [("first 10 TB", 10_000, 0.09m), ("next 40 TB", 40_000, 0.085m), ("next 100 TB", 100_000, 0.07m), ("over 150 TB", 60_240, 0.05m)],
            plan.Cost!.Lines.Where(line => line.Item.StartsWith("Out to the internet", StringComparison.Ordinal)).Select(line => (line.Item["Out to the internet, ".Length..], line.Quantity, line.UnitUsd.Usd)));
    }

    [Fact]
    public void Database_IsPricedWithItsStandby()
    {
        var instance = Line(Shop, "db.t4g.small postgresql, Multi-AZ");
        var storage = Line(Shop, "Storage gp3");

        Assert.Equal((730, 0.074m, 27.01m), (instance.Quantity, instance.UnitUsd.Usd, instance.PremiumUsd.Usd));
        Assert.Equal((60, 0.274m), (storage.Quantity, storage.UnitUsd.Usd));
    }

    [Fact]
    public void Internal_PaysNoPublicAddressOfTheBalancerAndNothingOut()
    {
        var plan = Designs.Of(("peakRps: 200", "peakRps: 200\n  exposure: internal"));

        Assert.DoesNotContain(plan.Cost!.Lines, line => line.Item.StartsWith("Out to the internet", StringComparison.Ordinal) || line.Item.Contains("of the load balancer", StringComparison.Ordinal));
    }

    [Fact]
    public void Seasonal_RunsATwelfthOfTheHoursAtPeak()
    {
        var plan = Designs.Of(("peakRps: 200", "peakRps: 200\n  pattern: seasonal"));
        var servers = Assert.Single(plan.Compute);

        var line = Assert.Single(plan.Cost!.Lines, line => line.Service == "Amazon EC2");

        Assert.Equal(((730m / 12 * servers.Max) + (730m * 11 / 12 * servers.Min)), line.Quantity, 4);

        // Over two zones half of what runs would carry the load, in the season as before it.
        Assert.Equal((2 * servers.PerZone, line.MonthlyUsd.Usd / 2), (servers.Max, Math.Round(line.PremiumUsd.Usd, 9)));
    }

    [Fact]
    public void SavingsPlan_CoversTheMeanAtTheConvertibleRate()
    {
        var plan = Designs.Of(("monthlyUsd: 2000", "monthlyUsd: 2000\n  purchase: savings-plan-1y"), ("peakRps: 200", "peakRps: 200\n  pattern: spiky"));
        var servers = Assert.Single(plan.Compute);
        var offer = Designs.Facts.Instances["eu-central-1"].Single(offer => offer.Type.Name == servers.InstanceType);

        var covered = Line(plan, $"{servers.InstanceType} Linux, Savings Plan");
        var beyond = Line(plan, $"{servers.InstanceType} Linux");

        Assert.Equal((servers.Min * 730, offer.Convertible!.Usd), (covered.Quantity, covered.UnitUsd));
        Assert.Equal((36.5m * (servers.Max - servers.Min), offer.OnDemand.Usd), (beyond.Quantity, beyond.UnitUsd));
    }

    [Fact]
    public void Reserved_AlsoCoversTheDatabase()
    {
        var plan = Designs.Of(("monthlyUsd: 2000", "monthlyUsd: 2000\n  purchase: reserved-1y"));
        var database = Assert.Single(plan.Database);
        var offer = Designs.Facts.Databases[("eu-central-1", "postgresql")].Single(offer => offer.Class.Name == database.InstanceClass);

        Assert.Equal(offer.ReservedMultiAz!.Usd, plan.Cost!.Lines.Single(line => line.Item.StartsWith(database.InstanceClass, StringComparison.Ordinal)).UnitUsd);
    }

    private static CostLine Line(Plan plan, string item) => Assert.Single(plan.Cost!.Lines, line => line.Item == item);
}
