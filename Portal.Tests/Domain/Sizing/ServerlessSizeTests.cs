using Portal.Domain.Facts;
using Portal.Domain.Requests;
using Portal.Domain.Sizing;

namespace Portal.Tests.Domain.Sizing;

/// <summary>A query takes 1 / 800 / 0.6 vCPU (capacity.json, contract) and a vCPU is four units, so a unit carries 120 queries a second.</summary>
public sealed class ServerlessSizeTests
{
    [Theory]
    [InlineData(0, 0.5)]
    [InlineData(60, 0.5)]
    [InlineData(61, 1)]
    [InlineData(480, 4)] // one vCPU
    [InlineData(481, 4.5)]
    public void Writer_CarriesEverythingWithoutReaders(int writes, double expected)
    {
        var size = Of(0, 0, writes);

        Assert.Equal((decimal)expected, size.WriterAtPeak);
        Assert.Equal((decimal)expected, size.AtPeak);
        Assert.Equal(0, size.ReaderAtPeak);
    }

    [Fact]
    public void Mean_IsAQuarterOfThePeakInHalfSteps()
    {
        var size = Of(0, 720, 240);

        // 960 / 120 = 8 units at peak, 240 / 120 = 2 at mean.
        Assert.Equal((8m, 2m, 0.5m), (size.AtPeak, size.AtMean, size.AtIdle));
    }

    [Fact]
    public void Readers_CarryTheReads()
    {
        var size = Of(2, 1920, 240);

        // Writer 240 / 120 = 2; each reader 960 / 120 = 8.
        Assert.Equal((2m, 8m, 18m), (size.WriterAtPeak, size.ReaderAtPeak, size.AtPeak));

        // A quarter: 0.5, 2 and 2; idle half a unit each.
        Assert.Equal((4.5m, 1.5m), (size.AtMean, size.AtIdle));
        Assert.Equal(8, size.MaximumAcu);
    }

    [Fact]
    public void Readers_AreNeverSmallerThanTheWriter()
    {
        var size = Of(1, 60, 960);

        Assert.Equal((8m, 8m), (size.WriterAtPeak, size.ReaderAtPeak));
        Assert.Equal((2m, 2m), (size.AtMean / 2, size.ReaderAtMean));
    }

    [Theory]
    [InlineData(0, 1.0)] // at least 2 GiB
    [InlineData(180, 1.0)] // 2 GiB / 9,531,392 = 225 connections, 0.8 x 225 = 180
    [InlineData(181, 1.5)]
    [InlineData(1600, 9.0)] // the 2,000 that a minimum of half a unit admits; 9 units are 2,027 by memory, 8.5 are 1,915
    [InlineData(1601, null)]
    public void Maximum_OfPostgreSql_AdmitsTheConnections(int connections, double? expected) =>
        Assert.Equal((decimal?)expected, Of(0, 0, 0, connections).MaximumAcu);

    [Fact]
    public void Maximum_OfMySql_FollowsItsMemory() =>
        // 25 units are 50 GiB: 53,687,091,200 / 12,582,880 = 4,266 connections, 0.8 x 4,266 = 3,412.8.
        Assert.Equal((25m, 25.5m), (Of(0, 0, 0, 3412, DatabaseEngine.MySql).MaximumAcu, Of(0, 0, 0, 3413, DatabaseEngine.MySql).MaximumAcu));

    [Theory]
    [InlineData(30_720, true)] // 256 x 120
    [InlineData(30_721, false)]
    public void Maximum_EndsAt256Units(int writes, bool expected) => Assert.Equal(expected, Of(0, 0, writes).MaximumAcu is not null);

    private static ServerlessSize Of(int readers, int reads, int writes, int connections = 0, DatabaseEngine engine = DatabaseEngine.PostgreSql) => new(
        new Relational { Engine = engine, SizeGb = 20, ReadsPerSecond = reads, WritesPerSecond = writes, Connections = connections },
        Workload.Of(Make.ProductionSheet(), AwsFacts.Embedded),
        AwsFacts.Embedded,
        readers);
}
