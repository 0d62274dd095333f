using Portal.Domain.Costs;
using Portal.Domain.Planning.Document;
using Portal.Domain.Planning.Search;
using Portal.Domain.Planning.Search.Regions;
using Portal.Domain.Planning.Search.Topics;
using Portal.Tests.Domain.Planning.Sheets;
using Portal.Tests.Domain.Templates;

namespace Portal.Tests.Domain.Planning.Tiers;

public sealed class ObjectsTests
{
    [Fact]
    public void Size_RaisesThePrice_AndReadsOfTheApplicationEndWhereUsersReadThroughTheCdn()
    {
        var (small, large) = (Designs.Of(DataSheets.Of(DataSheets.Objects)), Designs.Of(DataSheets.Of("objects: { sizeGb: 5000 }")));

        Assert.True(small.Cost!.MonthlyUsd < large.Cost!.MonthlyUsd);
        Assert.Equal((500m, Money.FromUsd(500 * 0.0245m)), Line(small, "Objects, storage"));

        // 50 requests a second on the average, a tenth of them read an object.
        Assert.Equal(5 * 2628m, Line(small, "Objects, reads").Quantity);
        Assert.DoesNotContain(Designs.Of(DataSheets.Of("objects: { sizeGb: 500, publicStatic: true }")).Cost!.Lines, line => line.Item == "Objects, reads");
    }

    [Fact]
    public void Storage_IsNotOnTheDynamicPath()
    {
        var plan = Designs.Of(DataSheets.Of(DataSheets.Objects));

        Assert.Contains(plan.Availability!.Excluded, part => part.Part == "S3" && part.Why.Length > 0);
        Assert.Equal(99.98m, plan.Availability.FloorPercent);
        Assert.Equal(new(0, 400), plan.Recovery!.Corruption);
        Assert.Equal("S3 Standard with versions", Assert.Single(plan.Decisions, decision => decision.Topic == "object storage").Chosen);
    }

    [Theory]
    [InlineData("15m", "30m", Strategy.PilotLight)]
    [InlineData("24h", "24h", Strategy.BackupCopy)]
    public void RegionLoss_IsMetByACopyWithinFifteenMinutes(string rpo, string rto, Strategy expected)
    {
        var design = DataSheets.Best(DataSheets.InEurope(DataSheets.Objects, DataSheets.RegionLoss(rpo, rto)))!;

        Assert.Equal((expected, 900L), (design.Reach.Strategy, design.Promise.Region!.RpoSeconds));
        Assert.Equal(design.Reach.Sites[1], design.Objects!.Copy);
        Assert.Equal(50m, Assert.Single(design.Lines, line => line.Item == "Copying within fifteen minutes").Quantity);
        Assert.Null(DataSheets.Best(DataSheets.InEurope(DataSheets.Objects, DataSheets.RegionLoss("1m", rto))));
    }

    [Fact]
    public async Task Copy_IsMadeBeforeTheBucketThatNamesIt()
    {
        var folder = Designs.Run(DataSheets.InEurope(DataSheets.Objects, DataSheets.RegionLoss("24h", "24h")));
        var copy = Assert.Single(folder.Plan.Stacks, stack => stack.Module == "storage-replica");

        var storage = Assert.Single(folder.Plan.Stacks, stack => stack.Module == "storage");
        Assert.Equal(new StackParameter.FromStack(copy.Name, "ReplicaBucketArn"), storage.Parameters["ReplicaBucketArn"]);
        Assert.Contains(copy.Name, storage.DependsOn);
        Assert.Equal(["primary", "backup"], folder.Plan.Objects.Select(objects => objects.Role));
        Assert.Equal(new StackParameter.FromStack(storage.Name, "BucketName"), Assert.Single(folder.Plan.Stacks, stack => stack.Module == "compute").Parameters["BucketName"]);
        await CfnLint.AssertCleanAsync(DataSheets.Templates(folder));
    }

    [Fact]
    public void SecondRegion_UsesItsCopy()
    {
        var plan = Designs.Run(DataSheets.InEurope(DataSheets.Objects, DataSheets.RegionLoss("15m", "30m"))).Plan;

        var elsewhere = Assert.Single(plan.Stacks, stack => stack.Module == "compute" && stack.Region != "eu-west-1");
        Assert.Equal(new StackParameter.FromStack($"storefront-shop-{elsewhere.Region}-storage-replica", "ReplicaBucketName"), elsewhere.Parameters["BucketName"]);
        Assert.Contains(plan.Warnings, warning => warning.Requirement == "data.objects");
    }

    [Fact]
    public void MoreThanTwoRegions_AreRefused()
    {
        var plan = Designs.Of(FrontSheets.Named(DataSheets.InEurope(DataSheets.Objects, ("residency: [EU]", "residency: [EU]\n  activeActive: true\n  secondaryRegions: [eu-central-1, eu-west-3]"))));

        Assert.Contains(plan.Refusals, refusal => refusal is { Kind: RefusalKind.Unsupported, Requirements: ["data.objects", "placement.secondaryRegions"] });
    }

    private static (decimal Quantity, Money) Line(Plan plan, string item) => Assert.Single(plan.Cost!.Lines, line => line.Item == item) is var line ? (line.Quantity, line.MonthlyUsd) : default;
}
