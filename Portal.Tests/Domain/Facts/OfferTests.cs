using Portal.Domain.Costs;
using Portal.Domain.Facts;
using Portal.Domain.Requests;

namespace Portal.Tests.Domain.Facts;

public sealed class OfferTests
{
    private static readonly AwsFacts Facts = AwsFacts.Embedded;

    [Fact]
    public void Cache_OfValkey_CostsAFifthLessAndIsEstimated()
    {
        var offer = Cache("cache.t4g.micro");

        // elasticache.csv, eu-central-1: Redis OSS 0.018, reserved 0.012; Valkey's list discount 20 %: 0.8 x 0.018 = 0.0144.
        Assert.Equal(new UnitPrice(Money.FromUsd(0.018m), "node-hour", "aws-pricing-pages", false), offer.OnDemand(CacheEngine.Redis));
        Assert.Equal(new UnitPrice(Money.FromUsd(0.0144m), "node-hour", "aws-pricing-pages", true), offer.OnDemand(CacheEngine.Valkey));
        Assert.Equal(Money.FromUsd(0.012m), offer.Reserved(CacheEngine.Redis)!.Usd);
        Assert.Null(offer.Reserved(CacheEngine.Valkey));
    }

    [Fact]
    public void Cache_OfMemcached_CostsWhatRedisCosts()
    {
        var offer = Cache("cache.r7g.large");

        Assert.Equal(offer.OnDemand(CacheEngine.Redis), offer.OnDemand(CacheEngine.Memcached));
        Assert.Equal(offer.Reserved(CacheEngine.Redis), offer.Reserved(CacheEngine.Memcached));
    }

    [Theory]
    [InlineData("cache.t4g.medium", "t4g", 2, 3.09, true)]
    [InlineData("cache.r7g.xlarge", "r7g", 4, 26.32, false)]
    public void CacheNode_HasUsableMemory(string name, string family, int vcpu, double memoryGib, bool burstable)
    {
        var node = Cache(name).Node;

        Assert.Equal(new CacheNode(name, family, vcpu, (decimal)memoryGib), node);
        Assert.Equal(burstable, node.Burstable);
    }

    [Fact]
    public void Instance_HasReservedAndSpotPrices()
    {
        var offer = Instance("eu-central-1", "c7g.large");

        // ec2-prices.csv: on demand 0.0825, 48 % less on the Spot market of 30 days = 0.0429.
        Assert.Equal(new UnitPrice(Money.FromUsd(0.0429m), "instance-hour", "spot-advisor", true), offer.Spot);
        Assert.Equal(">20%", offer.SpotInterruption);
        Assert.Equal(Money.FromUsd(0.0544m), offer.Reserved!.Usd);
    }

    [Fact]
    public void Instance_WithoutASpotPrice_HasNoInterruptionsEither()
    {
        var offers = Facts.Instances.Values.SelectMany(offers => offers).ToList();

        Assert.Equal(313, offers.Count(offer => offer.Spot is null));
        Assert.DoesNotContain(offers, offer => offer.Spot is null != offer.SpotInterruption is null);
    }

    /// <summary>rds-instances.csv says which classes Aurora supports; db.t3.small only under MySQL.</summary>
    [Theory]
    [InlineData("aurora-postgresql")]
    [InlineData("aurora-mysql")]
    public void AuroraOffers_AreOfSupportedFamilies(string engine)
    {
        var classes = Facts.Databases.Where(pair => pair.Key.Engine == engine).SelectMany(pair => pair.Value).ToList();

        Assert.NotEmpty(classes);
        Assert.All(classes, offer => Assert.Contains(offer.Class.Family, new[] { "t3", "t4g", "r5", "r6g", "r6i", "r7g" }));
        Assert.DoesNotContain(classes, offer => offer.MultiAz is not null || offer.ReservedSingleAz is not null || offer.SingleAz is null);
    }

    private static CacheOffer Cache(string name) => Facts.Caches["eu-central-1"].Single(offer => offer.Node.Name == name);

    private static InstanceOffer Instance(string region, string name) => Facts.Instances[region].Single(offer => offer.Type.Name == name);
}
