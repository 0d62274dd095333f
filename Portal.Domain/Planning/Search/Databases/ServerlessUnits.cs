using Portal.Domain.Costs;
using Portal.Domain.Planning.Policies;
using Portal.Domain.Planning.Search.Regions;
using Portal.Domain.Requests;
using Portal.Domain.Sizing;

namespace Portal.Domain.Planning.Search.Databases;

/// <summary>Capacity units (ACU) of a serverless layout: their limits, and how many hours of them a month takes.</summary>
internal sealed class ServerlessUnits(PlanningInput input, Reach reach, Relational database, DatabaseLayout layout)
{
    /// <summary>Under load a database has at least 2 GiB (contract, section 2, Data sizing): one unit.</summary>
    private const decimal Serving = DatabaseSize.MinimumMemoryGib / ServerlessSize.GibPerAcu;

    /// <summary>The writer's region of a global database takes no less: https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-global-database.configuration.requirements.html</summary>
    private const decimal GlobalMinimum = 8;

    private readonly LoadProfile profile = Stopping.Month(input, Stopping.Stops(input, reach, layout.Service, layout.Readers));

    /// <summary>Of each instance. Another region that takes over becomes the writer's, so it has the same.</summary>
    public decimal Minimum => reach.TakesOver ? GlobalMinimum : ServerlessSize.MinimumAcu;

    /// <summary>
    /// Of each instance. Capacity costs nothing before it is used, so where one instance can carry all it may: that is what a takeover leaves. Null where no capacity is enough.
    /// </summary>
    public decimal? Maximum => (Sized(1, 0).MaximumAcu ?? (reach.TakesOver ? null : Sized(1, layout.Readers).MaximumAcu)) is { } maximum ? Math.Max(maximum, Minimum) : null;

    /// <summary>Unit-hours of a month of all instances of the first region.</summary>
    public decimal Hours => (WriterHours * (1 + layout.Spare)) + (layout.Readers * ReaderHours);

    /// <summary>Those of them that only a loss would need: an instance that answers nothing follows the writer.</summary>
    public decimal SpareHours => WriterHours * layout.Spare;

    /// <summary>Unit-hours in the other region: the least that is allowed, or what its share of the reads needs.</summary>
    public decimal HoursElsewhere
    {
        get
        {
            if (layout.Elsewhere == 0)
            {
                return 0;
            }

            var part = database with { WritesPerSecond = 0, ReadsPerSecond = database.ReadsPerSecond * reach.Sites[1].Share / layout.Elsewhere };
            var size = new ServerlessSize(part, input.Workload, input.Facts, 0);
            return layout.Elsewhere * Month(size.WriterAtPeak, size.WriterAtMean);
        }
    }

    private ServerlessSize First => Sized(reach.First.Share, layout.Readers);

    private decimal WriterHours => Month(First.WriterAtPeak, First.WriterAtMean);

    private decimal ReaderHours => Month(First.ReaderAtPeak, First.ReaderAtMean);

    private ServerlessSize Sized(decimal share, int readers) => new(database with { ReadsPerSecond = database.ReadsPerSecond * share }, input.Workload, input.Facts, readers);

    private decimal Month(decimal atPeak, decimal atMean) =>
        (profile.PeakHours * Math.Max(atPeak, Floor)) + (profile.MeanHours * Math.Max(atMean, Floor)) + (profile.IdleHours * Minimum);

    private decimal Floor => Math.Max(Minimum, Serving);
}
