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

    /// <summary>CPU share that scaling aims at, so that what runs survives a zone at every load.</summary>
    public static decimal ScalingTarget(decimal targetCpuPercent, int zones) => zones < 2 ? targetCpuPercent : targetCpuPercent * (zones - 1) / zones;

    private static int Ceiling(decimal value) => (int)Math.Ceiling(value);
}
