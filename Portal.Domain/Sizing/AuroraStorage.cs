using Portal.Domain.Costs;
using Portal.Domain.Requests;

namespace Portal.Domain.Sizing;

/// <summary>
/// The cluster volume of Aurora: it grows by itself, what it holds is what is billed, and each I/O operation of Aurora Standard costs.
/// Source: https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Aurora.Overview.StorageReliability.html
/// </summary>
public sealed class AuroraStorage(Relational database, Workload workload, DatabaseSize size)
{
    /// <summary>The smallest volume, 10 GB.</summary>
    public const int MinimumGb = 10;

    /// <summary>128 TiB, the largest volume of every version that is offered; newer ones hold more: https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/CHAP_Limits.html</summary>
    public const int MaximumGb = 128 * 1024;

    /// <summary>Gigabytes that are billed: the data, without room to spare.</summary>
    public decimal BilledGb => Math.Max(MinimumGb, database.SizeGb);

    /// <summary>Whether the data and a fifth to grow fit.</summary>
    public bool Fits => size.NeededGb <= MaximumGb;

    /// <summary>I/O operations of a month; the rates of the sheet are at peak, a month's sum follows the mean.</summary>
    public decimal MonthlyIo => size.NeededIops * workload.MeanShare * Month.Seconds;
}
