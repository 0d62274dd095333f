using Portal.Domain.Planning.Search;
using Portal.Domain.Planning.Search.Regions;
using Portal.Tests.Domain.Planning.Sheets;

namespace Portal.Tests.Domain.Costs;

/// <summary>What leaves a region for another: Northern Virginia and Ohio charge each other half (https://aws.amazon.com/ec2/pricing/on-demand/#Data_Transfer).</summary>
public sealed class InterRegionTests
{
    private const string Relational = "relational: { engine: postgresql, sizeGb: 50, readsPerSecond: 200, writesPerSecond: 40, connections: 100, service: SERVICE }";

    private static readonly Dictionary<string, (string Data, Strategy Strategy)> Tiers = new()
    {
        ["Objects to the other region"] = (DataSheets.Objects, Strategy.PilotLight),
        ["Changes of the table to other regions"] = (DataSheets.Table, Strategy.PilotLight),
        ["Replication to another region, RDS"] = (Relational.Replace("SERVICE", "rds", StringComparison.Ordinal), Strategy.WarmStandby),
        ["Replication to another region, Aurora"] = (Relational.Replace("SERVICE", "aurora", StringComparison.Ordinal), Strategy.WarmStandby),
        ["Writes to the first region"] = (Relational.Replace("SERVICE", "aurora", StringComparison.Ordinal), Strategy.ActiveActive),
    };

    public static TheoryData<string, string, decimal> Pairs => new(
        from tier in Tiers.Keys
        from other in new[] { ("us-east-2", 0.01m), ("us-west-2", 0.02m) }
        select new TheoryDataRow<string, string, decimal>(tier, other.Item1, other.Item2));

    [Theory]
    [MemberData(nameof(Pairs))]
    public void EachTier_PaysWhatTheTwoRegionsChargeEachOther(string tier, string other, decimal usd)
    {
        var (data, strategy) = Tiers[tier];
        var sheet = DataSheets.Of(data, FrontSheets.Domain, ("eu-central-1", "us-east-1"), ("placement:\n", $"placement:\n  secondaryRegions: [{other}]\n{(strategy == Strategy.ActiveActive ? "  activeActive: true\n" : "")}"));

        var design = DataSheets.Chooser(sheet).Best(new Choice { Reach = reach => reach.Strategy == strategy }, [])!;

        Assert.Equal(usd, Assert.Single(design.Lines, line => line.Item == tier.Split(',')[0]).UnitUsd.Usd);
    }
}
