using Portal.Domain.Costs;
using Portal.Domain.Facts;

namespace Portal.Tests.Domain.Facts;

public sealed class AwsFactsTests
{
    private static readonly AwsFacts Facts = AwsFacts.Embedded;

    [Fact]
    public void Embedded_HoldsTheWholeSnapshot()
    {
        Assert.Equal(34, Facts.Regions.Count);
        Assert.Equal(4981, Facts.Instances.Values.Sum(offers => offers.Count));
        Assert.Equal(5995, Facts.Databases.Values.Sum(offers => offers.Count));
        Assert.Equal(709, Facts.Caches.Values.Sum(offers => offers.Count));
        Assert.Equal(1803, Facts.ServicePrices.Count);
    }

    [Fact]
    public void Price_OfOneRegion_WinsOverTheGlobalOne()
    {
        Assert.Equal(Money.FromUsd(0.052m), Facts.Price("nat-gateway", "hour", "eu-central-1").Usd);
        Assert.Equal(Money.FromUsd(1), Facts.Price("kms", "customer-key", "eu-central-1").Usd);
        Assert.Null(Facts.FindPrice("nat-gateway", "hour", "ap-southeast-6"));
    }

    [Fact]
    public void EverySource_IsExplained()
    {
        var instances = Facts.Instances.Values.SelectMany(offers => offers).SelectMany(offer => new[] { offer.OnDemand, offer.Convertible, offer.Reserved, offer.Spot }).OfType<UnitPrice>();
        var caches = Facts.Caches.Values.SelectMany(offers => offers).SelectMany(offer => new[] { offer.Redis, offer.RedisReserved, offer.Valkey }).OfType<UnitPrice>();
        var used = Facts.ServicePrices.Values.Concat(instances).Concat(caches).Select(price => price.Source).Concat(Facts.EngineVersions.Values.Select(version => version.Source));

        Assert.Empty(used.Except(Facts.Sources));
    }

    [Fact]
    public void BurstableDatabaseClasses_HaveTheBaselineOfTheirInstanceType() =>
        Assert.Equal(20, Facts.Databases[("eu-central-1", "postgresql")].Single(offer => offer.Class.Name == "db.t4g.medium").Class.BaselinePercent);

    [Fact]
    public void Zones_ClosedToNewAccounts_AreNotUsed() =>
        Assert.Equal(["ap-northeast-1a", "ap-northeast-1c", "ap-northeast-1d"], Facts.Regions["ap-northeast-1"].Zones);

    [Fact]
    public void Versions_NameMonthAndBytes() => Assert.Matches(@"^20\d\d-\d\d\.[0-9a-f]{8}$", Facts.PriceVersion);
}
