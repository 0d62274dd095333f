using Portal.Domain.Facts;
using Portal.Domain.Requests;
using Portal.Domain.Sizing;

namespace Portal.Tests.Domain.Sizing;

public sealed class DatabaseSizeTests
{
    private static readonly DatabaseClass M6gLarge = new("db.m6g.large", "m6g", 2, 8, null);

    [Fact]
    public void Needs_FollowTheContract()
    {
        var size = Of(new Relational { Engine = DatabaseEngine.MySql, SizeGb = 120, ReadsPerSecond = 400, WritesPerSecond = 60 });

        Assert.Equal(460m / 800 / 0.6m, size.NeededVcpu);
        Assert.Equal((2 * 60) + (0.2m * 400), size.NeededIops);
        Assert.Equal(144, size.NeededGb);
    }

    [Theory]
    [InlineData(1, 20)]
    [InlineData(16.67, 21)]
    [InlineData(100, 120)]
    public void NeededGb_HasAFifthToSpareAndAtLeastTwenty(double sizeGb, int expected) =>
        Assert.Equal(expected, Of(Database((decimal)sizeGb)).NeededGb);

    [Theory]
    [InlineData(100, 1500, 120)] // 3,000 I/O a second: the baseline below 400 GB
    [InlineData(100, 1501, 400)] // beyond it: a volume large enough for 12,000
    [InlineData(400, 6000, 480)]
    public void Volumes_GrowWhereIoIsBeyondTheBaseline(double sizeGb, int writes, int expected) =>
        Assert.Equal([expected], Of(Database((decimal)sizeGb) with { WritesPerSecond = writes }).Volumes());

    [Fact]
    public void Volumes_WhereNoBaselineCarriesTheIo_AreNone() =>
        Assert.Empty(Of(Database(400) with { WritesPerSecond = 6001 }).Volumes());

    [Theory]
    [InlineData(DatabaseEngine.PostgreSql, 901)] // the facts' own examples
    [InlineData(DatabaseEngine.MySql, 682)]
    public void MaxConnections_FollowTheEnginesFormula(DatabaseEngine engine, int expected) =>
        Assert.Equal(expected, Of(Database(20) with { Engine = engine }).MaxConnections(M6gLarge));

    [Theory]
    [InlineData(720, true)] // 0.8 x 901 = 720.8
    [InlineData(721, false)]
    public void Fits_CountsConnections(int connections, bool expected) =>
        Assert.Equal(expected, Of(Database(20) with { Connections = connections }).Fits(M6gLarge, 4));

    [Theory]
    [InlineData(960, true)] // 960 / 800 / 0.6 = 2 vCPU
    [InlineData(961, false)]
    public void Fits_CountsQueries(int reads, bool expected) =>
        Assert.Equal(expected, Of(Database(20) with { ReadsPerSecond = reads }).Fits(M6gLarge, 4));

    [Fact]
    public void Fits_BelowTwoGibibytes_IsFalse() =>
        Assert.False(Of(Database(20)).Fits(M6gLarge with { MemoryGib = 1.9m }, 4));

    [Theory]
    [InlineData(300, true)] // 300 / 1600 = 18.75 % at peak, a quarter of it at mean
    [InlineData(1100, false)] // mean share 17.2 % is more than 80 % of the baseline
    public void Fits_OfABurstableClass_AsksForCredits(int reads, bool expected) =>
        Assert.Equal(expected, Of(Database(20) with { ReadsPerSecond = reads }).Fits(M6gLarge with { Vcpu = 2, BaselinePercent = 20 }, 4));

    [Theory]
    [InlineData(960, 0, 0, true)] // writer: 960 / 800 / 0.6 = 2 vCPU
    [InlineData(960, 1, 0, false)] // 961 queries on the writer
    [InlineData(960, 960, 1, true)] // writes on the writer, reads on one reader, 2 vCPU each
    [InlineData(961, 960, 1, false)]
    [InlineData(960, 961, 1, false)]
    [InlineData(1920, 960, 2, true)] // each reader half of the reads
    [InlineData(1922, 960, 2, false)]
    public void Fits_WithReaders_SplitsTheReads(int reads, int writes, int readers, bool expected) =>
        Assert.Equal(expected, Of(Database(20) with { ReadsPerSecond = reads, WritesPerSecond = writes }).Fits(M6gLarge, 4, readers));

    [Fact]
    public void Fits_WithReaders_KeepsAllConnectionsOnTheWriter()
    {
        Assert.True(Of(Database(20) with { Connections = 720 }).Fits(M6gLarge, 4, 3));
        Assert.False(Of(Database(20) with { Connections = 721 }).Fits(M6gLarge, 4, 3));
    }

    [Theory]
    [InlineData(1100, 0, false)] // 1,100 / 800 / 4 = 34.4 % at peak, 8.6 % at mean: more than 0.8 x 8 %
    [InlineData(1100, 4, true)] // 275 a reader: 8.6 % at peak, 2.1 % at mean
    public void Fits_OfABurstableClassWithReaders_AsksTheBusiestForCredits(int reads, int readers, bool expected) =>
        Assert.Equal(expected, Of(Database(20) with { ReadsPerSecond = reads }).Fits(M6gLarge with { Vcpu = 4, BaselinePercent = 8 }, 4, readers));

    private static Relational Database(decimal sizeGb) => new() { Engine = DatabaseEngine.PostgreSql, SizeGb = sizeGb };

    private static DatabaseSize Of(Relational database) => new(database, Workload.Of(Make.ProductionSheet(), AwsFacts.Embedded), AwsFacts.Embedded);
}
