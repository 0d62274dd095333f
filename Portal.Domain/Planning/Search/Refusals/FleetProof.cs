using Portal.Domain.Facts;
using Portal.Domain.Planning.Search.Regions;
using Portal.Domain.Planning.Search.Tiers;
using Portal.Domain.Sizing;

namespace Portal.Domain.Planning.Search.Refusals;

/// <summary>Of CPU, memory and connections those that ask for more instances than a fleet has, of the type that has the most of it.</summary>
internal static class FleetProof
{
    public static string Of(PlanningInput input)
    {
        var (load, architectures) = (input.Workload, input.Sheet.Application.Architectures);
        IReadOnlyList<InstanceType> types = [.. input.Facts.Instances.GetValueOrDefault(input.Region, []).Select(offer => offer.Type).Where(type => architectures.Contains(type.Architecture))];
        if (types.Count == 0 || types.Max(type => type.MemoryGib) is var largest && largest < load.MemoryGbPerVcpu)
        {
            return $"{load.MemoryGbPerVcpu:0.##} GB beside a vCPU, and the largest instance has {types.Select(type => type.MemoryGib).DefaultIfEmpty(0).Max():0.##}";
        }

        var vcpu = load.PeakRps / load.RpsPerVcpu;
        (decimal Amount, decimal Each, string Words)[] measures =
        [
            (vcpu, types.Max(type => type.Vcpu), "vCPU"),
            (vcpu * load.MemoryGbPerVcpu, types.Max(type => type.MemoryGib), "GB of memory"),
            (load.PeakConnections, load.ConnectionsPerInstance ?? decimal.MaxValue, "connections"),
        ];
        var most = Most(input);
        var over = measures.Where(measure => Math.Ceiling(measure.Amount / measure.Each) > most).ToList();

        // No measure alone is too much where no type has enough of all.
        return string.Join("; ", (over.Count > 0 ? over : measures.Where(measure => measure.Amount > 0)).Select(measure =>
            $"{measure.Amount:0.#} {measure.Words} at peak, at most {measure.Each:0.##} an instance: {Math.Ceiling(measure.Amount / measure.Each):0} instances{(over.Count > 0 ? $" > {most}" : $" of at most {most}")}"));
    }

    /// <summary>Instances that may carry load at a time, of those that stand: the rest is there for the loss of a zone.</summary>
    private static int Most(PlanningInput input) =>
        TopologyAxis.Options(input).Max(topology => Math.Max(1, topology.Zones - 1) * FleetAxis.MostPerZone);
}
