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

    /// <summary>4,000 writes and 6,000 eventual reads a second of 1 KB items at peak, a fifth of it at mean.</summary>
    [Fact]
    public void Units_OfATelemetryStore_FollowTheContract()
    {
        var size = Of(new KeyValue { SizeGb = 400, ReadsPerSecond = 6000, WritesPerSecond = 4000 }, ("meanRps: 50", "meanRps: 40"));

        // 6,000 x 0.5 and 4,000 x 1 units a second.
        Assert.Equal((3000m, 4000m), (size.PeakReadUnits, size.PeakWriteUnits));

        // A fifth of them, 730 h x 3,600 s = 2,628,000 s: 600 and 800 a second.
        Assert.Equal((600m * 2_628_000, 800m * 2_628_000), (size.MonthlyReadUnits, size.MonthlyWriteUnits));

        // 600 / 0.7 = 857.1 and 800 / 0.7 = 1,142.9; the peak is the maximum.
        Assert.Equal((858, 1143), (size.ProvisionedRead, size.ProvisionedWrite));
        Assert.Equal((3000, 4000), (size.MaximumRead, size.MaximumWrite));
    }

    [Fact]
    public void Mean_WhenTheSheetGivesNone_IsAQuarterOfThePeak() =>
        Assert.Equal(25m * 2_628_000, Of(new KeyValue { SizeGb = 1, WritesPerSecond = 100 }, ("  meanRps: 50\n", "")).MonthlyWriteUnits);

    [Fact]
    public void Mean_WithoutAnyLoad_IsAQuarterToo()
    {
        var idle = Workload.Of(Make.ProductionSheet(), AwsFacts.Embedded) with { PeakRps = 0, MeanRps = 0 };

        Assert.Equal(0.25m, new KeyValueSize(new KeyValue { SizeGb = 1 }, idle, AwsFacts.Embedded).MeanShare);
    }

    [Fact]
    public void Maximum_WhereTheMeanIsNearThePeak_IsNotBelowWhatIsProvisioned()
    {
        var size = Of(new KeyValue { SizeGb = 1, ReadsPerSecond = 200, WritesPerSecond = 70 }, ("meanRps: 50", "meanRps: 200"));

        // 70 / 0.7 = 100 units for a peak of 70; 100 / 0.7 = 142.9 for one of 100.
        Assert.Equal((143, 100), (size.ProvisionedRead, size.ProvisionedWrite));
        Assert.Equal((143, 100), (size.MaximumRead, size.MaximumWrite));
    }

    [Fact]
    public void Provisioned_WithoutRequests_IsOneUnit() =>
        Assert.Equal((1, 1, 1, 1), Of(new KeyValue { SizeGb = 1 }) is var size ? (size.ProvisionedRead, size.ProvisionedWrite, size.MaximumRead, size.MaximumWrite) : default);

    [Theory]
    [InlineData(400, true)]
    [InlineData(400.1, false)]
    public void Items_EndAt400Kilobytes(double itemKb, bool expected) => Assert.Equal(expected, Of(new KeyValue { SizeGb = 1, ItemKb = (decimal)itemKb }).ItemFits);

    private static KeyValueSize Of(KeyValue table, params (string, string)[] edits) => new(table, Workload.Of(Make.ProductionSheet(edits), AwsFacts.Embedded), AwsFacts.Embedded);
}
