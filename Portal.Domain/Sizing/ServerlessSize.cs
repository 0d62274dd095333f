using Portal.Domain.Facts;
using Portal.Domain.Requests;

namespace Portal.Domain.Sizing;

/// <summary>
/// Aurora Serverless v2 in capacity units (ACU) of one instance, in steps of a half.
/// Source: https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-serverless-v2.how-it-works.html
/// </summary>
/// <param name="readers">Instances beside the writer; they carry the reads and, in the default promotion tier 1, are never smaller than the writer.</param>
public sealed class ServerlessSize(Relational database, Workload workload, AwsFacts facts, int readers)
{
    /// <summary>Memory of one unit, with the CPU that belongs to it.</summary>
    public const decimal GibPerAcu = 2;

    /// <summary>A provisioned memory-optimised class has 8 GiB a vCPU, so a vCPU is four units.</summary>
    public const decimal AcuPerVcpu = 4;

    /// <summary>The least an instance runs at without pausing; what an idle hour costs.</summary>
    public const decimal MinimumAcu = 0.5m;

    /// <summary>The most an instance can have; recent engine versions.</summary>
    public const decimal LargestAcu = 256;

    private const decimal Step = 0.5m;

    /// <summary>With a minimum of half a unit PostgreSQL takes no more, whatever the maximum: https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-serverless-v2.setting-capacity.html</summary>
    private const decimal PostgreSqlConnectionsAtMinimum = 2000;

    private readonly DatabaseSize size = new(database, workload, facts);

    private decimal WriterQueries => database.WritesPerSecond + (readers == 0 ? database.ReadsPerSecond : 0);

    private decimal ReaderQueries => readers == 0 ? 0 : database.ReadsPerSecond / readers;

    /// <summary>Units of the writer at peak, by its queries.</summary>
    public decimal WriterAtPeak => Acu(WriterQueries);

    public decimal WriterAtMean => Acu(WriterQueries * workload.MeanShare);

    /// <summary>Units of each reader at peak; zero where there is none.</summary>
    public decimal ReaderAtPeak => readers == 0 ? 0 : Math.Max(WriterAtPeak, Acu(ReaderQueries));

    public decimal ReaderAtMean => readers == 0 ? 0 : Math.Max(WriterAtMean, Acu(ReaderQueries * workload.MeanShare));

    /// <summary>Units of the cluster: writer and readers together.</summary>
    public decimal AtPeak => WriterAtPeak + (readers * ReaderAtPeak);

    public decimal AtMean => WriterAtMean + (readers * ReaderAtMean);

    public decimal AtIdle => (1 + readers) * MinimumAcu;

    /// <summary>
    /// The cluster's maximum for each instance: the peak, at least the memory that the contract asks for, and enough for the connections, whose number follows the maximum. Null where no capacity is enough.
    /// </summary>
    public decimal? MaximumAcu
    {
        get
        {
            if (!size.Accepts(MaxConnections(LargestAcu)))
            {
                return null;
            }

            var maximum = Math.Max(Math.Max(WriterAtPeak, ReaderAtPeak), DatabaseSize.MinimumMemoryGib / GibPerAcu);
            while (maximum <= LargestAcu && !size.Accepts(MaxConnections(maximum)))
            {
                maximum += Step;
            }

            return maximum <= LargestAcu ? maximum : null;
        }
    }

    /// <summary>Connections that an instance accepts whose maximum is <paramref name="maximumAcu"/> and whose minimum is <see cref="MinimumAcu"/>.</summary>
    public decimal MaxConnections(decimal maximumAcu)
    {
        var byMemory = size.MaxConnections(maximumAcu * GibPerAcu);
        return database.Engine == DatabaseEngine.PostgreSql ? Math.Min(PostgreSqlConnectionsAtMinimum, byMemory) : byMemory;
    }

    private decimal Acu(decimal queries) => Math.Max(MinimumAcu, Math.Ceiling(size.VcpuFor(queries) * AcuPerVcpu / Step) * Step);
}
