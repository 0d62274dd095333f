using System.Collections.Frozen;
using System.Net;
using Portal.Domain.Facts;
using Portal.Domain.Planning;
using Portal.Domain.Planning.Search;
using Portal.Tests;

namespace Portal.Bench;

/// <summary>How the time of a plan grows with the number of candidates: the same sheet in worlds that sell more and more instance types and database classes.</summary>
internal static class PlanGrowth
{
    private const int Times = 15;
    private static readonly int[] Shares = [8, 4, 2, 1];
    private static readonly IPNetwork Vpc = IPNetwork.Parse("10.64.0.0/20");

    public static void Measure(BenchReport report)
    {
        var sheet = Make.ProductionSheet();
        foreach (var share in Shares)
        {
            var facts = OneIn(share);
            var candidates = SearchSpace.Of(PlanningInput.Of(sheet, facts)).Count;
            PlanPipeline.Design(sheet, Vpc, facts);
            report.Add($"plan without templates, {candidates:N0} candidates", "ms", new Samples(Enumerable.Range(0, Times).Select(_ => PlanSpeed.Milliseconds(() => PlanPipeline.Design(sheet, Vpc, facts))).ToList()));
        }
    }

    private static AwsFacts OneIn(int share) => AwsFacts.Embedded with
    {
        Instances = AwsFacts.Embedded.Instances.ToFrozenDictionary(region => region.Key, region => (IReadOnlyList<InstanceOffer>)[.. region.Value.Where((_, index) => index % share == 0)]),
        Databases = AwsFacts.Embedded.Databases.ToFrozenDictionary(region => region.Key, region => (IReadOnlyList<DatabaseOffer>)[.. region.Value.Where((_, index) => index % share == 0)]),
    };
}
