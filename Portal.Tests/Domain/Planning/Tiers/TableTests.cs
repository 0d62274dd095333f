using Portal.Domain.Planning.Document;
using Portal.Domain.Planning.Search;
using Portal.Domain.Planning.Search.Regions;
using Portal.Domain.Planning.Search.Tiers;
using Portal.Tests.Domain.Planning.Sheets;
using Portal.Tests.Domain.Templates;

namespace Portal.Tests.Domain.Planning.Tiers;

public sealed class TableTests
{
    [Theory]
    [InlineData("sizeGb: 40", "sizeGb: 400")]
    [InlineData("readsPerSecond: 600", "readsPerSecond: 6000")]
    [InlineData("writesPerSecond: 200", "writesPerSecond: 2000")]
    [InlineData("itemKb: 1", "itemKb: 3")]
    [InlineData("consistency: eventual", "consistency: strong")]
    public void EachField_RaisesThePrice(string find, string write)
    {
        var (small, large) = (Designs.Of(DataSheets.Of(DataSheets.Table)), Designs.Of(DataSheets.Of(DataSheets.Table.Replace(find, write, StringComparison.Ordinal), ("monthlyUsd: 2000", "monthlyUsd: 9000"))));

        Assert.True(small.Cost!.MonthlyUsd < large.Cost!.MonthlyUsd);
    }

    [Fact]
    public void SmallTable_IsPaidByTheRequest()
    {
        var plan = Designs.Of(DataSheets.Of("keyValue: { sizeGb: 1, readsPerSecond: 1, writesPerSecond: 1 }"));

        Assert.Equal("on-demand", Assert.Single(plan.KeyValue).Mode);
    }

    [Theory]
    [InlineData("readsPerSecond: 600", "readsPerSecond: 90000", "raise the quota")]
    [InlineData("peakRps: 200", "peakRps: 200\n  pattern: spiky", "sudden spike is throttled")]
    public void RisksOfTheTable_AreWarned(string find, string write, string text)
    {
        var sheet = find.StartsWith("peak", StringComparison.Ordinal) ? DataSheets.Of(DataSheets.Table, (find, write)) : DataSheets.Of(DataSheets.Table, ("monthlyUsd: 2000", "monthlyUsd: 90000"), (find, write));

        Assert.Contains(Designs.Of(sheet).Warnings, warning => warning.Requirement == "data.keyValue" && warning.Text.Contains(text, StringComparison.Ordinal));
        Assert.DoesNotContain(Designs.Of(DataSheets.Of(DataSheets.Table)).Warnings, warning => warning.Requirement == "data.keyValue");
    }

    [Fact]
    public void ASecondOfLoss_IsMetByCopies_AndNoLossByAgreement()
    {
        var copies = DataSheets.Best(DataSheets.InEurope(DataSheets.Table, DataSheets.RegionLoss("1m", "30m")))!;
        var agreeing = DataSheets.Best(DataSheets.InEurope(DataSheets.Table, DataSheets.RegionLoss("0", "30m")))!;

        Assert.Equal((TableSpread.Eventual, 1L), (copies.Table!.Layout.Spread, copies.Promise.Region!.RpoSeconds));
        Assert.Equal((TableSpread.Strong, 0L), (agreeing.Table!.Layout.Spread, agreeing.Promise.Region!.RpoSeconds));
        Assert.True(copies.Monthly < agreeing.Monthly);
        Assert.Equal(RegionRole.Witness, agreeing.Sites[^1].Role);
    }

    [Fact]
    public void ADayOfLoss_IsMetByBackups_WithTheRestoreAfterTheStacks()
    {
        var design = DataSheets.Best(DataSheets.InEurope(DataSheets.Table.Replace("sizeGb: 40", "sizeGb: 2", StringComparison.Ordinal), DataSheets.RegionLoss("24h", "24h")))!;

        // 1,800 s of stacks, 1,200 + 5 x 2 s of restore, 100 s until the application reads what was restored, 300 s until a person decides, 120 s + 60 s until names lead there.
        Assert.Equal((Strategy.BackupCopy, TableSpread.OneRegion), (design.Reach.Strategy, design.Table!.Layout.Spread));
        Assert.Equal(86_400, design.Promise.Region!.RpoSeconds);
        Assert.Equal(1800 + 1210 + 100 + 300 + 120 + 60, design.Promise.Region.RtoSeconds);
    }

    /// <summary>London is in the set of Europe and not in the EU.</summary>
    [Fact]
    public void WitnessAndThirdCopy_StayWithinTheResidency()
    {
        var within = Strong(DataSheets.InEurope(DataSheets.Table, DataSheets.RegionLoss("0", "30m")));

        Assert.Equal(["eu-central-1", "eu-west-1", "eu-west-3"], within);
        Assert.Contains("eu-west-2", Strong(DataSheets.InEurope(DataSheets.Table, DataSheets.RegionLoss("0", "30m"), ("  residency: [EU]\n", ""))));
    }

    [Fact]
    public void OutsideTheSets_NoLossCannotBeHad() =>
        Assert.Null(DataSheets.Best(DataSheets.InEurope(DataSheets.Table, DataSheets.RegionLoss("0", "30m"), ("residency: [EU]", "residency: [EU]\n  secondaryRegions: [eu-north-1]"))));

    [Fact]
    public void StrongReads_InSeveralActiveRegions_NeedATableThatAgrees()
    {
        var edits = ("residency: [EU]", "residency: [EU]\n  activeActive: true\n  secondaryRegions: [eu-central-1]");
        var strong = DataSheets.Table.Replace("consistency: eventual", "consistency: strong", StringComparison.Ordinal);

        Assert.Equal(TableSpread.Eventual, DataSheets.Best(FrontSheets.Named(DataSheets.InEurope(DataSheets.Table, edits)))!.Table!.Layout.Spread);
        Assert.Equal(TableSpread.Strong, DataSheets.Best(FrontSheets.Named(DataSheets.InEurope(strong, edits)))!.Table!.Layout.Spread);
        Assert.Empty(Layouts(FrontSheets.Named(DataSheets.InEurope(strong, ("residency: [EU]", "residency: [EU]\n  activeActive: true\n  secondaryRegions: [eu-north-1]")))));
    }

    [Fact]
    public void GlobalTable_CountsInTheChainOfEachRegion()
    {
        var design = DataSheets.Best(DataSheets.InEurope(DataSheets.Table, DataSheets.RegionLoss("1m", "30m")))!;

        Assert.Contains(new("key-value table", 99.999m), design.Chain);
        Assert.DoesNotContain(design.Global, part => part.Part == "key-value table");
    }

    [Fact]
    public void EveryRegion_PaysEachWrite_AndWhatCrossesIsPaid()
    {
        var design = DataSheets.Forced<TableOption>(DataSheets.InEurope(DataSheets.Table), Strategy.WarmStandby, Tier.Table, table => table.Mode == CapacityMode.OnDemand && table.Layout.Spread == TableSpread.Eventual);
        var writes = design.Lines.Where(line => line.Item == "Replicated writes on demand").ToList();

        // A quarter of 200 writes a second, all month.
        Assert.Equal(2, writes.Count);
        Assert.All(writes, line => Assert.Equal(50 * 2.628m, line.Quantity));
        Assert.Equal(50 * 2.628m, Assert.Single(design.Lines, line => line.Item == "Changes of the table to other regions").Quantity);
        Assert.Equal("eu-west-1", Assert.Single(design.Lines, line => line.Item == "Reads on demand").Region);
    }

    [Fact]
    public async Task StrongTable_ComposesOverItsRegions()
    {
        var folder = Designs.Run(DataSheets.InEurope(DataSheets.Table, DataSheets.RegionLoss("0", "30m")));
        var (stacks, second, witness) = (folder.Plan.Stacks, folder.Plan.Regions[1].Region, folder.Plan.Regions[2]);

        var table = Assert.Single(stacks, stack => stack.Module == "table");
        Assert.Equal("eu-west-1", table.Region);
        Assert.Contains("MultiRegionConsistency: STRONG", folder.Template(table), StringComparison.Ordinal);
        Assert.Equal((second, RegionRole.Witness, witness.Region), (Text(table, "RegionB"), witness.Role, Text(table, "WitnessRegion")));
        Assert.Equal(new StackParameter.FromStack($"storefront-shop-{second}-foundation", "DataKeyArn"), table.Parameters["KeyArnB"]);
        Assert.Equal([("primary", true), ("secondary", true), ("witness", true)], folder.Plan.KeyValue.Select(each => (each.Role, each.StrongOverRegions)));
        Assert.All(stacks.Where(stack => stack.Module == "compute"), stack => Assert.Equal(new StackParameter.FromStack(table.Name, "TableName"), stack.Parameters["TableName"]));
        Assert.DoesNotContain(stacks, stack => stack.Region == witness.Region);
        await CfnLint.AssertCleanAsync(DataSheets.Templates(folder));
    }

    [Fact]
    public void ThirdCopy_BringsItsKeysAlong()
    {
        var design = DataSheets.Forced<TableOption>(DataSheets.InEurope(DataSheets.Table, DataSheets.RegionLoss("0", "30m")), Strategy.PilotLight, Tier.Table, table => table.Layout.Extra.Any());
        var third = design.Sites[^1];

        Assert.Equal(RegionRole.Backup, third.Role);
        Assert.Equal(3, design.Lines.Count(line => line.Region == third.Region && line.Item == "Customer key"));
        Assert.Equal(3, design.Lines.Count(line => line.Item == "Storage"));
    }

    private static IEnumerable<TableLayout> Layouts(Portal.Domain.Requests.RequestSheet sheet) =>
        DataSheets.Chooser(sheet).Space.Options(Tier.Table, Choice.Free).Cast<TableOption>().Select(option => option.Layout);

    /// <summary>Regions of all tables that agree.</summary>
    private static IEnumerable<string> Strong(Portal.Domain.Requests.RequestSheet sheet) =>
        Layouts(sheet).Where(layout => layout.Spread == TableSpread.Strong).SelectMany(layout => layout.Replicas.Append(layout.Witness)).OfType<Site>().Select(site => site.Region).Distinct().Order(StringComparer.Ordinal);

    private static string Text(StackPlan stack, string name) => Assert.IsType<StackParameter.Text>(stack.Parameters[name]).Value;
}
