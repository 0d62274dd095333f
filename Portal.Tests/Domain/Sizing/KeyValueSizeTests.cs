using Portal.Domain.Facts;
using Portal.Domain.Requests;
using Portal.Domain.Sizing;

namespace Portal.Tests.Domain.Sizing;

/// <summary>Unit sizes: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/capacity-mode.html</summary>
public sealed class KeyValueSizeTests
{
    [Theory]
    [InlineData(1, ReadConsistency.Eventual, 0.5, 1)]
    [InlineData(1, ReadConsistency.Strong, 1, 1)]
    [InlineData(4, ReadConsistency.Eventual, 0.5, 4)]
    [InlineData(4.1, ReadConsistency.Eventual, 1, 5)] // ceil(4.1 / 4) x 0.5 and ceil(4.1)
    [InlineData(4.1, ReadConsistency.Strong, 2, 5)]
    [InlineData(0.2, ReadConsistency.Eventual, 0.5, 1)]
    public void Units_RoundTheItemUp_AndStrongReadsDouble(double itemKb, ReadConsistency consistency, double read, double write)
    {
        var size = Of(new KeyValue { SizeGb = 1, ItemKb = (decimal)itemKb, Consistency = consistency });

        Assert.Equal(((decimal)read, (decimal)write), (size.UnitsPerRead, size.UnitsPerWrite));
    }

    /// <summary>4,000 writes and 6,000 eventual reads a second of 1 KB items at peak, a quarter of it at mean, whatever the traffic's mean.</summary>
    [Fact]
    public void Units_OfATelemetryStore_FollowTheContract()
    {
        var size = Of(new KeyValue { SizeGb = 400, ReadsPerSecond = 6000, WritesPerSecond = 4000 });

        // 6,000 x 0.5 and 4,000 x 1 units a second.
        Assert.Equal((3000m, 4000m), (size.PeakReadUnits, size.PeakWriteUnits));

        // A quarter of them, 730 h x 3,600 s = 2,628,000 s: 750 and 1,000 a second.
        Assert.Equal((750m * 2_628_000, 1000m * 2_628_000), (size.MonthlyReadUnits, size.MonthlyWriteUnits));

        // 750 / 0.7 = 1,071.4 and 1,000 / 0.7 = 1,428.6; the peak is the maximum.
        Assert.Equal((1072, 1429), (size.ProvisionedRead, size.ProvisionedWrite));
        Assert.Equal((3000, 4000), (size.MaximumRead, size.MaximumWrite));
    }

    [Fact]
    public void Maximum_OfFewRequests_IsNotBelowWhatIsProvisioned()
    {
        var size = Of(new KeyValue { SizeGb = 1, ReadsPerSecond = 1, WritesPerSecond = 1 });

        // An eventual read of 1 KB is half a unit; a unit is the least there is.
        Assert.Equal((1, 1), (size.ProvisionedRead, size.ProvisionedWrite));
        Assert.Equal((1, 1), (size.MaximumRead, size.MaximumWrite));
    }

    [Fact]
    public void Provisioned_WithoutRequests_IsOneUnit() =>
        Assert.Equal((1, 1, 1, 1), Of(new KeyValue { SizeGb = 1 }) is var size ? (size.ProvisionedRead, size.ProvisionedWrite, size.MaximumRead, size.MaximumWrite) : default);

    private static KeyValueSize Of(KeyValue table) => new(table, AwsFacts.Embedded);
}
