using Portal.Domain.Facts;
using Portal.Domain.Requests;
using Portal.Domain.Sizing;

namespace Portal.Tests.Domain.Sizing;

/// <summary>
/// Memory: 25 % stay free, https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/redis-memory-management.html; operations: capacity.json,
/// 25,000 a second on a burstable node, 100,000 on a large one, 200,000 from 4 vCPU on.
/// </summary>
public sealed class CacheSizeTests
{
    private static readonly CacheNode T4gMedium = Node("cache.t4g.medium"); // 3.09 GiB
    private static readonly CacheNode R7gLarge = Node("cache.r7g.large"); // 13.07 GiB
    private static readonly CacheNode R7gXlarge = Node("cache.r7g.xlarge"); // 26.32 GiB

    [Theory]
    [InlineData(9.8, true)] // 13.07 x 0.75 = 9.8025
    [InlineData(9.81, false)]
    public void Fits_LeavesAQuarterOfTheMemory(double sizeGb, bool expected) => Assert.Equal(expected, Of(CacheEngine.Valkey, (decimal)sizeGb).Fits(R7gLarge));

    [Fact]
    public void Operations_FollowTheKindOfNode()
    {
        var size = Of(CacheEngine.Redis, 1);

        Assert.Equal((25_000, 100_000, 200_000), (size.OperationsPerSecond(T4gMedium), size.OperationsPerSecond(R7gLarge), size.OperationsPerSecond(R7gXlarge)));
    }

    [Theory]
    [InlineData(25_000, true)]
    [InlineData(25_001, false)]
    public void Fits_CountsOperations(int ops, bool expected) => Assert.Equal(expected, Of(CacheEngine.Redis, 1, ops).Fits(T4gMedium));

    [Fact]
    public void Fits_OfReplicas_GainsNothing() => Assert.False(Of(CacheEngine.Valkey, 10).Fits(R7gLarge, 3));

    [Theory]
    [InlineData(10, 1, false)]
    [InlineData(10, 2, true)] // 2 x 9.8025 = 19.605
    [InlineData(19.7, 2, false)]
    public void Fits_OfMemcached_AddsItsNodesUp(double sizeGb, int nodes, bool expected) => Assert.Equal(expected, Of(CacheEngine.Memcached, (decimal)sizeGb).Fits(R7gLarge, nodes));

    [Theory]
    [InlineData(CacheEngine.Valkey, 9, 0, 1)]
    [InlineData(CacheEngine.Valkey, 10, 0, null)]
    [InlineData(CacheEngine.Memcached, 30, 0, 4)] // 30 / 9.8025 = 3.06
    [InlineData(CacheEngine.Memcached, 1, 250_000, 3)] // 250,000 / 100,000
    public void Nodes_AreTheFewestThatCarryIt(CacheEngine engine, int sizeGb, int ops, int? expected) => Assert.Equal(expected, Of(engine, sizeGb, ops).Nodes(R7gLarge));

    private static CacheSize Of(CacheEngine engine, decimal sizeGb, decimal ops = 0) => new(new Cache { Engine = engine, SizeGb = sizeGb, OpsPerSecond = ops }, AwsFacts.Embedded);

    private static CacheNode Node(string name) => AwsFacts.Embedded.Caches["eu-central-1"].Single(offer => offer.Node.Name == name).Node;
}
