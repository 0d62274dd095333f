using System.Globalization;
using Portal.Domain.Planning;
using Portal.Domain.Planning.Document;
using Portal.Domain.Planning.Search;
using Portal.Domain.Planning.Search.Regions;
using Portal.Tests.Domain.Planning.Sheets;

namespace Portal.Tests.Domain.Planning;

public sealed class ModelPartsTests
{
    private static readonly (string, string)[] Stateless =
    [
        ("\ndata:\n  relational: { engine: postgresql, sizeGb: 50, readsPerSecond: 200, writesPerSecond: 40, connections: 100 }\n", "\n"), ("  corruption: { rpo: 5m, rto: 1h }\n", ""),
    ];

    private static readonly Plan Shop = Designs.Of(Make.ProductionSheet());

    [Fact]
    public void Modelled_IsWhatTheModesLeave()
    {
        var availability = Shop.Availability!;
        const decimal MinutesAYear = 525_600;

        Assert.InRange(100 - (100 * availability.Modes.Sum(mode => mode.MinutesAYear) / MinutesAYear) - availability.ModelledPercent!.Value, -0.000_002m, 0.000_002m);
        Assert.Equal(availability.Modes.OrderByDescending(mode => mode.MinutesAYear).Select(mode => mode.Mode), availability.Modes.Select(mode => mode.Mode));
        Assert.True(availability.OwnReleaseMinutes > 0);
    }

    [Fact]
    public void Modelled_FollowsTheChosenDesign()
    {
        var oneZone = Designs.Of(("slaPercent: 99.9", "slaPercent: 98"), ("zone: { rpo: 5m, rto: 30m }\n  ", "")).Availability!;
        var noDatabase = Designs.Of(Stateless).Availability!;

        Assert.True(oneZone.ModelledPercent < Shop.Availability!.ModelledPercent);
        Assert.True(noDatabase.ModelledPercent > Shop.Availability.ModelledPercent);
        Assert.Contains(oneZone.Modes, mode => mode.Mode.StartsWith("zone loss, the fleet", StringComparison.Ordinal));
        Assert.DoesNotContain(noDatabase.Modes, mode => mode.Mode.Contains("database", StringComparison.Ordinal));
    }

    [Fact]
    public void Modelled_WithASecondRegion_CountsItsTakeover()
    {
        var one = Designs.Of(Stateless);
        var two = SearchOf(Strategy.WarmStandby, Stateless);
        var cold = SearchOf(Strategy.BackupCopy, Stateless);

        Assert.True(two.Percent > one.Availability!.ModelledPercent, string.Create(CultureInfo.InvariantCulture, $"{two.Percent}"));
        Assert.Equal(one.Availability.ModelledPercent, cold.Percent);
    }

    [Fact]
    public void Frontier_IsModelledToo_AndAgreesOnTheChosen()
    {
        Assert.All(Shop.Frontier, point => Assert.InRange(point.ModelledPercent!.Value, 90, 100));
        Assert.Equal(Shop.Availability!.ModelledPercent, Shop.Frontier.Single(point => point.Chosen).ModelledPercent);
    }

    [Fact]
    public void Summary_SaysWhatIsExpected_AndWhatDominates()
    {
        var folder = Designs.Run(Make.ProductionSheet());

        Assert.Contains($"by {folder.Plan.Availability!.Modes[0].Mode}", folder.Files[PlanFolder.SummaryPath], StringComparison.Ordinal);
    }

    private static Portal.Domain.Resilience.ModelledAvailability SearchOf(Strategy strategy, params (string Find, string Write)[] edits)
    {
        var input = PlanningInput.Of(Make.ProductionSheet(edits), Designs.Facts);
        var design = new Chooser(SearchSpace.Of(input), Requirement.Of(input.Sheet)).Forced(new Choice { Reach = reach => reach.Strategy == strategy })!;
        return ModelParts.Of(input, design);
    }
}
