using Portal.Domain.Facts;

namespace Portal.Domain.Sizing;

/// <summary>A fleet of one instance type over some zones, at every load of the month.</summary>
public sealed record Fleet(InstanceType Type, int Zones, int NeededAtPeak, int NeededAtMean)
{
    public int AtPeak => FleetSize.Running(NeededAtPeak, Zones);

    public int AtMean => FleetSize.Running(NeededAtMean, Zones);

    /// <summary>Outside business hours: one instance a zone.</summary>
    public int AtIdle => Zones;

    public int PerZone => AtPeak / Zones;

    /// <summary>Also the desired count: <c>run(mean)</c>, which is at least one a zone.</summary>
    public int Min => AtMean;

    public static Fleet Of(InstanceType type, int zones, Workload workload) => new(
        type,
        zones,
        FleetSize.Needed(workload.PeakRps, workload.PeakConnections, workload, type),
        FleetSize.Needed(workload.MeanRps, workload.MeanConnections, workload, type));

    /// <summary>Instance-hours of an expected month.</summary>
    public decimal Hours(LoadProfile profile) => (profile.PeakHours * AtPeak) + (profile.MeanHours * AtMean) + (profile.IdleHours * AtIdle);

    /// <summary>Instance-hours above a number that is paid for anyway.</summary>
    public decimal HoursBeyond(int covered, LoadProfile profile) =>
        (profile.PeakHours * Math.Max(0, AtPeak - covered)) + (profile.MeanHours * Math.Max(0, AtMean - covered)) + (profile.IdleHours * Math.Max(0, AtIdle - covered));

    /// <summary>Those of them that only a loss would need: <c>(run - n)</c>.</summary>
    public decimal SpareHours(LoadProfile profile) =>
        (profile.PeakHours * (AtPeak - NeededAtPeak)) + (profile.MeanHours * (AtMean - NeededAtMean)) + (profile.IdleHours * (AtIdle - 1));
}
