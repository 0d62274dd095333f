using Portal.Domain.Costs;
using Portal.Domain.Facts;
using Portal.Domain.Requests;

namespace Portal.Domain.Sizing;

/// <summary>What the key-value table needs (contract, section 2, Data sizing). Its rates are at peak and do not grow with traffic.</summary>
public sealed class KeyValueSize(KeyValue table, AwsFacts facts)
{
    /// <summary>Auto scaling holds provisioned capacity at 70 % use: the contract's value and DynamoDB's default target.</summary>
    private const decimal TargetUse = 0.7m;

    /// <summary>DynamoDB provisions at least one unit.</summary>
    private const int MinimumUnits = 1;

    /// <summary>As asked for.</summary>
    public ReadConsistency Consistency => table.Consistency;

    /// <summary>Units of one read: 4 KB each, half of it where an older value will do.</summary>
    public decimal UnitsPerRead => facts.Formulas["ddb-read-units"].Evaluate(("item_kb", table.ItemKb), ("transactional", 0), ("strong", table.Consistency == ReadConsistency.Strong ? 1 : 0));

    /// <summary>Units of one write: 1 KB each.</summary>
    public decimal UnitsPerWrite => facts.Formulas["ddb-write-units"].Evaluate(("item_kb", table.ItemKb), ("transactional", 0));

    /// <summary>Mean over peak, whatever the traffic's own: the contract prices a table at a quarter of its peak.</summary>
    public const decimal MeanShare = Workload.DefaultMeanShare;

    /// <summary>Units a second.</summary>
    public decimal PeakReadUnits => table.ReadsPerSecond * UnitsPerRead;

    /// <summary>Units a second.</summary>
    public decimal PeakWriteUnits => table.WritesPerSecond * UnitsPerWrite;

    /// <summary>Request units of a month on demand, at the mean.</summary>
    public decimal MonthlyReadUnits => PeakReadUnits * MeanShare * Month.Seconds;

    /// <summary>Request units of a month on demand, at the mean; each replica of a global table writes as many again.</summary>
    public decimal MonthlyWriteUnits => PeakWriteUnits * MeanShare * Month.Seconds;

    /// <summary>Capacity units that auto scaling keeps on an ordinary hour.</summary>
    public int ProvisionedRead => Provisioned(PeakReadUnits);

    public int ProvisionedWrite => Provisioned(PeakWriteUnits);

    /// <summary>Where auto scaling ends: the peak, and never below what an ordinary hour needs.</summary>
    public int MaximumRead => Math.Max(ProvisionedRead, (int)Math.Ceiling(PeakReadUnits));

    public int MaximumWrite => Math.Max(ProvisionedWrite, (int)Math.Ceiling(PeakWriteUnits));

    private static int Provisioned(decimal peakUnits) => Math.Max(MinimumUnits, (int)Math.Ceiling(peakUnits * MeanShare / TargetUse));
}
