using Portal.Domain.Facts;

namespace Portal.Domain.Sizing;

/// <summary>Instance counts by the contract's rule (section 2, Fleet).</summary>
public static class FleetSize
{
    /// <summary>Instances that carry the load with nothing lost: the largest of CPU, memory and connections, at least one.</summary>
    public static int Needed(decimal rps, decimal connections, Workload workload, InstanceType type)
    {
        var vcpu = rps / workload.RpsPerVcpu;
        var byCpu = Ceiling(vcpu / type.Vcpu);
        var byMemory = Ceiling(vcpu * workload.MemoryGbPerVcpu / type.MemoryGib);
        var byConnections = workload.ConnectionsPerInstance is { } each ? Ceiling(connections / each) : 0;
        return Math.Max(1, Math.Max(byCpu, Math.Max(byMemory, byConnections)));
    }

    /// <summary>What runs so that the rest carries the load when a zone is lost; with one zone nothing is spare.</summary>
    public static int Running(int needed, int zones) => zones < 2 ? needed : zones * ((needed + zones - 2) / (zones - 1));

    /// <summary>Share of the whole, CPU percent or requests, that scaling aims at, so that what runs survives a zone at every load.</summary>
    public static decimal ScalingTarget(decimal whole, int zones) => zones < 2 ? whole : whole * (zones - 1) / zones;

    /// <summary>Whether requests, by CPU or memory, ask for as many instances at peak as connections do.</summary>
    public static bool IsByRequests(Workload workload, InstanceType type) =>
        workload.PeakRps > 0 && Needed(workload.PeakRps, 0, workload, type) >= Needed(workload.PeakRps, workload.PeakConnections, workload, type);

    /// <summary>Requests a minute of one instance that scaling aims at: what its CPU or its memory carries, whichever is less, so that what runs survives a zone.</summary>
    public static decimal RequestsTarget(Workload workload, InstanceType type, int zones)
    {
        var byMemory = workload.MemoryGbPerVcpu > 0 ? type.MemoryGib / workload.MemoryGbPerVcpu : type.Vcpu;
        return Math.Max(1, Math.Floor(ScalingTarget(workload.RpsPerVcpu * Math.Min(type.Vcpu, byMemory), zones) * SecondsPerMinute));
    }

    private const int SecondsPerMinute = 60;

    /// <summary>More instances than any fleet has (230 a zone): counting ends here, so that no load is too large for a number of instances.</summary>
    private const int Uncounted = 100_000_000;

    private static int Ceiling(decimal value) => (int)Math.Ceiling(Math.Min(value, Uncounted));
}
