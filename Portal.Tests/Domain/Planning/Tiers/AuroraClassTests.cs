using Portal.Domain.Planning;
using Portal.Domain.Planning.Search;
using Portal.Domain.Planning.Search.Databases;
using Portal.Domain.Requests;
using Portal.Tests.Domain.Planning.Sheets;

namespace Portal.Tests.Domain.Planning.Tiers;

/// <summary>Of the classes that the price book lists for Aurora only those are offered that run the version and the size.</summary>
public sealed class AuroraClassTests
{
    /// <summary>Version 2 of Aurora MySQL ran on db.t3.small, version 3 does not.</summary>
    [Fact]
    public void LeastLoadOfMySql_GetsNoClassOfVersionTwo()
    {
        var plan = Designs.Of(Quiet(RelationalSheets.With("{ engine: mysql, sizeGb: 0.001, service: aurora }")));

        Assert.True(plan.Feasible, string.Join('\n', plan.Refusals));
        Assert.DoesNotContain(plan.Database, database => database.InstanceClass == "db.t3.small");
        Assert.DoesNotContain("db.t3.small", Classes("mysql", 1));
        Assert.Contains("db.t3.medium", Classes("mysql", 1));
        Assert.Contains(Designs.Facts.Databases[("eu-west-1", "aurora-mysql")], offer => offer.Class.Name == "db.t3.small");
    }

    [Theory]
    [InlineData("mysql", 40_000, true)]
    [InlineData("mysql", 40_001, false)]
    [InlineData("postgresql", 40_000, true)]
    [InlineData("postgresql", 40_001, false)]
    public void ClusterBeyondFortyTerabytes_GetsNoBurstableClass(string engine, int sizeGb, bool offered)
    {
        var classes = Classes(engine, sizeGb);

        Assert.Contains("db.r6g.large", classes);
        Assert.Equal(offered, classes.Any(type => type.StartsWith("db.t", StringComparison.Ordinal)));
    }

    private static RequestSheet Quiet(RequestSheet sheet) => sheet with { Traffic = sheet.Traffic with { PeakRps = 1, MeanRps = 0.1m, Pattern = TrafficPattern.Spiky } };

    private static IReadOnlyList<string> Classes(string engine, int sizeGb)
    {
        var sheet = RelationalSheets.With($"{{ engine: {engine}, sizeGb: {sizeGb}, service: aurora }}");
        return [.. SearchSpace.Of(PlanningInput.Of(sheet, Designs.Facts)).Options(Tier.Relational, new Choice { Reach = reach => reach.Sites.Count == 1 }).OfType<RelationalOption>().Select(option => option.InstanceClass).Distinct()];
    }
}
