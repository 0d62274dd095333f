using System.Text.Json.Nodes;
using Portal.Domain.Planning.Document;
using Portal.Domain.Planning.Search.Regions;
using Portal.Domain.Planning.Search.Tiers;
using Portal.Domain.Requests;
using Portal.Domain.Requests.Reading;
using Portal.Domain.Sizing;

namespace Portal.Domain.Planning.Search.Refusals;

/// <summary>No instance type carries the load: less load, less memory or other processors may.</summary>
internal static class FleetGap
{
    public static Gap Of(PlanningInput input)
    {
        var edits = Edits(input).ToList();
        return new Gap(
            new Refusal
            {
                Kind = RefusalKind.Infeasible,
                Requirements = edits.Count == 0 ? input.Paths.Peak : [.. edits.Select(edit => edit.Changes[0].Key)],
                Why = $"No instance type in {input.Region} carries the load with at most {FleetAxis.MostPerZone} instances a zone, which is what the addresses of a /20 allow.",
                Proof = FleetProof.Of(input),
            },
            edits);
    }

    private static IEnumerable<Edit> Edits(PlanningInput input)
    {
        var (traffic, application) = (input.Sheet.Traffic, input.Sheet.Application);
        bool IsHad(Edit edit) => IsCarried(PlanningInput.Of(edit.Apply(input.Sheet), input.Facts));

        IEnumerable<Edit?> alone =
        [
            traffic.PeakRequests > 0 ? Largest.Of(part => Requests(traffic, part), IsHad) : null,
            traffic.PeakConnections > 0 ? Largest.Of(part => Connections(traffic, part), IsHad) : null,
            traffic.AnnualGrowthPercent > 0 ? Largest.Of(part => Growth(traffic, part), IsHad) : null,
            Largest.Of(part => Memory(application, part), IsHad),
            new Edit("application.architectures", null, sheet => sheet with { Application = sheet.Application with { Architectures = Enum.GetValues<Architecture>() } }),
        ];
        var edits = alone.OfType<Edit>().Where(IsHad).ToList();
        return edits.Count > 0 || traffic.PeakRequests is null || traffic.PeakConnections is null
            ? edits
            : new[] { Largest.Of(part => Requests(traffic, part).And(Connections(traffic, part)), IsHad) }.OfType<Edit>();
    }

    /// <summary>A fleet must carry all requests in each region, so one region tells.</summary>
    private static bool IsCarried(PlanningInput input) => TopologyAxis.Options(input).Any(topology => FleetAxis.Options(input, Reach.OneRegion(input.Region), topology).Any());

    private static Edit Requests(Traffic traffic, decimal part)
    {
        decimal? Part(decimal? amount) => amount is { } whole ? Largest.Part(whole, part) : null;
        var (peak, users) = (Part(traffic.PeakRps), Part(traffic.ConcurrentUsers));
        var lighter = traffic with { PeakRps = peak, ConcurrentUsers = users };

        // A mean that nobody gave follows its peak; one that somebody gave is never above it.
        var (isDefault, most) = (Workload.MeanIsUsual(traffic), lighter.PeakRequests);
        var mean = isDefault ? Defaults.MeanOf(lighter) : traffic.MeanRps is { } given && most < given ? most : traffic.MeanRps;
        (string Path, decimal? Value)[] changes = [("traffic.peakRps", peak), ("traffic.concurrentUsers", users), ("traffic.meanRps", isDefault || mean == traffic.MeanRps ? null : mean)];
        return new Edit(
            [.. changes.Where(change => change.Value is not null).Select(change => KeyValuePair.Create(change.Path, (JsonNode?)change.Value))],
            sheet => sheet with { Traffic = sheet.Traffic with { PeakRps = peak, ConcurrentUsers = users, MeanRps = mean } });
    }

    private static Edit Connections(Traffic traffic, decimal part)
    {
        var connections = Largest.Part(traffic.PeakConnections!.Value, part);
        return new Edit("traffic.peakConnections", connections, sheet => sheet with { Traffic = sheet.Traffic with { PeakConnections = connections } });
    }

    private static Edit Growth(Traffic traffic, decimal part)
    {
        var growth = Largest.Part(traffic.AnnualGrowthPercent, part);
        return new Edit("traffic.annualGrowthPercent", growth, sheet => sheet with { Traffic = sheet.Traffic with { AnnualGrowthPercent = growth } });
    }

    private static Edit Memory(Application application, decimal part)
    {
        var memory = Largest.Part(application.MemoryGbPerVcpu, part);
        return new Edit("application.memoryGbPerVcpu", memory, sheet => sheet with { Application = sheet.Application with { MemoryGbPerVcpu = memory } });
    }
}
