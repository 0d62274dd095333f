using Portal.Domain.Facts;
using Portal.Domain.Requests;

namespace Portal.Domain.Sizing;

/// <summary>What the relational database needs (contract, section 2, Data sizing). Its rates do not grow with traffic.</summary>
public sealed class DatabaseSize(Relational database, Workload workload, AwsFacts facts)
{
    private const decimal BusyShare = 0.6m;
    private const decimal UsableConnections = 0.8m;
    internal const decimal MinimumMemoryGib = 2;
    private const decimal BytesPerGib = 1024m * 1024 * 1024;

    /// <summary>gp3 volumes of MySQL and PostgreSQL are striped from this size on and then have four times the I/O (facts, rds-gp3-baseline).</summary>
    public const int StripedGb = 400;

    public const int MinimumGb = 20;
    public const int MaximumGb = 65_536;

    /// <summary>Storage that grows by itself needs a tenth of room: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_PIOPS.Autoscaling.html</summary>
    public const int LargestStartGb = 59_500;

    private readonly decimal perVcpu = facts.Rules["db-rps-per-vcpu"].Typical;

    public decimal NeededVcpu => NeededVcpuWith(0);

    /// <summary>
    /// vCPU of the busiest instance: without readers the writer does it all, with readers it does the writes and each reader its part of the reads.
    /// After a failover the reader that took over is missing among the readers.
    /// </summary>
    public decimal NeededVcpuWith(int readers) => VcpuFor(BusiestQueries(readers));

    /// <summary>I/O operations a second: two for a write, a fifth for a read, since most reads hit memory.</summary>
    public decimal NeededIops => (2 * database.WritesPerSecond) + (0.2m * database.ReadsPerSecond);

    /// <summary>Gigabytes for the data alone: a fifth to spare.</summary>
    public int NeededGb => Math.Max(MinimumGb, (int)Math.Ceiling(1.2m * database.SizeGb));

    /// <summary>The volumes that carry size and I/O without provisioned operations, smallest first; empty where none does.</summary>
    public IReadOnlyList<int> Volumes()
    {
        var baseline = facts.Rules["rds-gp3-baseline"];
        int[] sizes = NeededGb < StripedGb ? [NeededGb, StripedGb] : [NeededGb];
        return [.. sizes.Where(gb => gb <= LargestStartGb && NeededIops <= (gb < StripedGb ? baseline.Typical : baseline.High)).Take(1)];
    }

    /// <summary>Whether one instance of the class does it all.</summary>
    public bool Fits(DatabaseClass type, decimal peakHoursPerDay) => Fits(type, peakHoursPerDay, 0);

    /// <summary>Whether the class does as writer and as each of the readers. All connections count on the writer, since only the application knows which it could move.</summary>
    public bool Fits(DatabaseClass type, decimal peakHoursPerDay, int readers, decimal hoursPerDay = BurstCredits.HoursPerDay) =>
        type.Vcpu >= NeededVcpuWith(readers)
        && type.MemoryGib >= MinimumMemoryGib
        && Accepts(MaxConnections(type))
        && (type.BaselinePercent is not { } baseline || BurstCredits.Carry(baseline, CpuPercent(type, readers) * workload.MeanShare, CpuPercent(type, readers), peakHoursPerDay, hoursPerDay));

    /// <summary>Whether a fifth of the connections stays free.</summary>
    internal bool Accepts(decimal maxConnections) => UsableConnections * maxConnections >= database.Connections;

    /// <summary>Connections that the class accepts by the engine's own formula.</summary>
    public decimal MaxConnections(DatabaseClass type) => MaxConnections(type.MemoryGib);

    internal decimal MaxConnections(decimal memoryGib) =>
        Math.Floor(facts.Formulas[$"rds-{Wire.Name(database.Engine)}-max-connections"].Evaluate(("memory_bytes", memoryGib * BytesPerGib)));

    internal decimal VcpuFor(decimal queriesPerSecond) => queriesPerSecond / perVcpu / BusyShare;

    private decimal BusiestQueries(int readers) => readers == 0 ? database.ReadsPerSecond + database.WritesPerSecond : Math.Max(database.WritesPerSecond, database.ReadsPerSecond / readers);

    private decimal CpuPercent(DatabaseClass type, int readers) => 100 * BusiestQueries(readers) / perVcpu / type.Vcpu;
}
