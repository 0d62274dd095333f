using Portal.Domain.Facts;
using Portal.Domain.Requests;
using Portal.Domain.Sizing;

namespace Portal.Tests.Domain.Sizing;

/// <summary>https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Aurora.Overview.StorageReliability.html</summary>
public sealed class AuroraStorageTests
{
    [Theory]
    [InlineData(1, 10)]
    [InlineData(10.5, 10.5)]
    [InlineData(500, 500)]
    public void BilledGb_IsTheDataAndAtLeastTen(double sizeGb, double expected) => Assert.Equal((decimal)expected, Of((decimal)sizeGb).BilledGb);

    [Theory]
    [InlineData(109_226, true)] // x 1.2 = 131,071.2, rounded up 131,072 = 128 x 1,024
    [InlineData(109_227, false)]
    public void Fits_EndsAt128Tebibytes(int sizeGb, bool expected) => Assert.Equal(expected, Of(sizeGb).Fits);

    [Fact]
    public void MonthlyIo_FollowsTheMean() =>
        // (2 x 60 + 0.2 x 400) = 200 a second at peak, a quarter at mean, 730 x 3,600 s.
        Assert.Equal(50m * 2_628_000, Of(120, 400, 60).MonthlyIo);

    private static AuroraStorage Of(decimal sizeGb, decimal reads = 0, decimal writes = 0)
    {
        var database = new Relational { Engine = DatabaseEngine.MySql, SizeGb = sizeGb, ReadsPerSecond = reads, WritesPerSecond = writes };
        var workload = Workload.Of(Make.ProductionSheet(), AwsFacts.Embedded);
        return new AuroraStorage(database, workload, new DatabaseSize(database, workload, AwsFacts.Embedded));
    }
}
