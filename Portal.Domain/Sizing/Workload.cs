using Portal.Domain.Facts;
using Portal.Domain.Requests;
using Portal.Domain.Requests.Reading;

namespace Portal.Domain.Sizing;

/// <summary>What the design has to carry, growth of one year included (contract, sections 1 and 2). Rates are a second.</summary>
public sealed record Workload
{
    /// <summary>Requests a second that reach the application in the busiest minute; zero where only connections are given.</summary>
    public required decimal PeakRps { get; init; }

    public required decimal MeanRps { get; init; }

    /// <summary>Whether the sheet gives a mean of requests and nothing that says their peak, so that <see cref="PeakRps"/> follows from the mean.</summary>
    public required bool PeakAssumed { get; init; }

    /// <summary>Connections held open at peak; zero where none are given.</summary>
    public required decimal PeakConnections { get; init; }

    public required decimal MeanConnections { get; init; }

    public required decimal RpsPerVcpu { get; init; }

    /// <summary>Whether <see cref="RpsPerVcpu"/> comes from the workload class instead of a measurement.</summary>
    public required bool RpsAssumed { get; init; }

    public required decimal TargetCpuPercent { get; init; }

    public required decimal MemoryGbPerVcpu { get; init; }

    /// <summary>Connections that one instance holds; null where connections do not size the fleet.</summary>
    public required decimal? ConnectionsPerInstance { get; init; }

    public required LoadProfile Profile { get; init; }

    /// <summary>Mean over peak, for what is given at peak only.</summary>
    public required decimal MeanShare { get; init; }

    /// <summary>What a region carries that answers a share of the requests.</summary>
    public Workload Part(decimal share) => this with
    {
        PeakRps = PeakRps * share,
        MeanRps = MeanRps * share,
        PeakConnections = PeakConnections * share,
        MeanConnections = MeanConnections * share,
    };

    public static Workload Of(RequestSheet sheet, AwsFacts facts)
    {
        var (traffic, application) = (sheet.Traffic, sheet.Application);
        var growth = 1 + (traffic.AnnualGrowthPercent / 100);
        var peak = traffic.PeakRequests ?? (traffic.MeanRps / DefaultMeanShare) ?? 0;
        var mean = traffic.MeanRps ?? peak * DefaultMeanShare;
        var share = peak > 0 ? mean / peak : IsNone(traffic) ? 0 : DefaultMeanShare;
        return new Workload
        {
            PeakRps = peak * growth,
            MeanRps = mean * growth,
            PeakConnections = (traffic.PeakConnections ?? 0) * growth,
            MeanConnections = (traffic.PeakConnections ?? 0) * growth * share,
            RpsPerVcpu = application.RpsPerVcpu ?? ClassRps(application, facts),
            PeakAssumed = PeakIsAssumed(traffic),
            RpsAssumed = application.RpsPerVcpu is null && peak > 0,
            TargetCpuPercent = application.TargetCpuPercent,
            MemoryGbPerVcpu = application.MemoryGbPerVcpu,
            ConnectionsPerInstance = application.ConnectionsPerInstance,
            Profile = OfficeHours.Of(sheet)?.Servers ?? LoadProfile.Of(traffic),
            MeanShare = share,
        };
    }

    /// <summary>Only connections need no peak of requests (contract, section 1); where a mean is given beside them, the peak stands to it as the default says.</summary>
    public static bool PeakIsAssumed(Traffic traffic) => traffic is { PeakRequests: null, MeanRps: not null };

    /// <summary>Whether the mean is what it is where nobody says one.</summary>
    public static bool MeanIsUsual(Traffic traffic) => traffic.PeakRequests is not null && (traffic.MeanRps is null || traffic.MeanRps == Defaults.MeanOf(traffic));

    /// <summary>No sheet says so; a trace takes load away, and with the requests what they ask of the data.</summary>
    private static bool IsNone(Traffic traffic) => traffic is { PeakRequests: 0, MeanRps: 0 };

    /// <summary><c>traffic.meanRps</c> defaults to a quarter of the peak (contract, defaults).</summary>
    public const decimal DefaultMeanShare = 0.25m;

    /// <summary>The classes are given at 60 % CPU; another target carries proportionally more or less.</summary>
    private static decimal ClassRps(Application application, AwsFacts facts) =>
        facts.Rules["workload-" + Wire.Name(application.Workload)].Typical * application.TargetCpuPercent / 60;
}
