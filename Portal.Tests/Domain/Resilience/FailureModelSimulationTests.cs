using Portal.Domain.Facts;
using Portal.Domain.Resilience;
using Portal.Tests.Domain.Planning.Sheets;

namespace Portal.Tests.Domain.Resilience;

public sealed class FailureModelSimulationTests
{
    private const int Years = 20_000;

    private static readonly Dictionary<string, ModelledDesign> Designs = new()
    {
        ["one instance in one zone"] = Fleet(1, 1, 1),
        ["one zone with a single database"] = Fleet(1, 3, 3) with { Database = DatabaseShape.OneInstance, DatabaseSizeGb = 300 },
        ["two zones without a database"] = Fleet(2, 6, 3),
        ["two zones without spares"] = Fleet(2, 5, 5),
        ["two zones with a single database"] = Fleet(2, 6, 3) with { Database = DatabaseShape.OneInstance },
        ["two zones with a standby"] = Fleet(2, 6, 3) with { Database = DatabaseShape.Standby, DatabaseSizeGb = 120 },
        ["three zones with Aurora and a replicated cache"] = Fleet(3, 6, 4) with { Database = DatabaseShape.Aurora, AuroraInstances = 2, Cache = CacheShape.Replicated },
        ["three zones with one Aurora instance and Memcached"] = Fleet(3, 7, 5) with { Database = DatabaseShape.Aurora, Cache = CacheShape.Memcached, CacheNodes = 3 },
        ["DynamoDB, a firewall that fails closed and a CDN"] = Fleet(2, 4, 2) with { KeyValue = true, WafFailClosed = true, CdnOnPath = true },
        ["two zones with one cache node"] = Fleet(2, 4, 2) with { Cache = CacheShape.OneNode },
        ["pilot light"] = Fleet(2, 6, 3) with { Database = DatabaseShape.Standby, Second = new(SecondRegionRole.Pilot, 1_500) },
        ["warm standby"] = Fleet(3, 6, 4) with { Database = DatabaseShape.Aurora, AuroraInstances = 2, Cache = CacheShape.Replicated, Second = new(SecondRegionRole.Warm, 600) },
        ["active in both"] = Fleet(2, 4, 2) with { KeyValue = true, Second = new(SecondRegionRole.Active, 90) },
        ["active in both behind a CDN"] = Fleet(2, 4, 2) with { KeyValue = true, CdnOnPath = true, Second = new(SecondRegionRole.Active, 90) },
    };

    public static TheoryData<string> Names => [.. Designs.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Model_LiesInsideWhatTheSimulationLivesThrough(string name)
    {
        var modelled = (double)new FailureModel(AwsFacts.Embedded).Of(Designs[name]).Percent;

        var (low, high) = new FailureSimulation(Designs[name], FailureRates.Planning, seed: 7).Run(Years);

        TestContext.Current.TestOutputHelper?.WriteLine($"{low:F6} {modelled:F6} {high:F6}");
        Assert.InRange(modelled, low, high);
    }

    /// <summary>The comparison above would notice: a model with another rate lies outside.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void Model_WithAnotherRate_LiesOutside(string name)
    {
        var planning = FailureRates.Planning;
        var wrong = planning with
        {
            Region = planning.Region with { EventsAYear = planning.Region.EventsAYear * 1.5m },
            Cdn = planning.Cdn with { EventsAYear = planning.Cdn.EventsAYear * 1.5m },
            Instance = planning.Instance with { EventsAYear = planning.Instance.EventsAYear * 1.5m },
        };
        var modelled = (double)new FailureModel(AwsFacts.Embedded, wrong).Of(Designs[name]).Percent;

        var (low, _) = new FailureSimulation(Designs[name], planning, seed: 7).Run(Years);

        Assert.True(modelled < low, $"{modelled} is inside, from {low}");
    }

    private static ModelledDesign Fleet(int zones, int running, int needed) => new() { Zones = zones, Running = running, Needed = needed };
}
