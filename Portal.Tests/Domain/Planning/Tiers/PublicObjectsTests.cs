using Portal.Domain.Costs;
using Portal.Domain.Planning.Document;
using Portal.Domain.Planning.Search.Topics;
using Portal.Domain.Requests;
using Portal.Tests.Domain.Planning.Sheets;
using Portal.Tests.Domain.Templates;

namespace Portal.Tests.Domain.Planning.Tiers;

/// <summary>Objects that users read through the content delivery network are the static content; private objects beside static content are not.</summary>
public sealed class PublicObjectsTests
{
    private const string Public = "objects: { sizeGb: 500, publicStatic: true }";

    private static readonly (string, string) Read = FrontSheets.Traffic("staticGbPerMonth: 300");

    [Fact]
    public void PublicObjects_LieInTheBucketThatTheDistributionReads()
    {
        var plan = Designs.Run(DataSheets.Of(Public, Read)).Plan;

        var site = Stack(plan, "static-site");
        Assert.DoesNotContain(plan.Stacks, stack => stack.Module is "storage" or "storage-replica");
        Assert.Equal(new StackParameter.FromStack(site.Name, "SiteBucketName"), Stack(plan, "compute").Parameters["BucketName"]);
        Assert.Contains(plan.Trace, entry => entry.Requirement == "data.objects" && entry.Resources.Contains($"{site.Name}/Bucket"));
    }

    [Fact]
    public void PublicObjects_AreStoredOnce()
    {
        var stored = Stored(Designs.Of(DataSheets.Of(Public, Read)));

        Assert.Equal([("storefront-shop-eu-central-1-static-site", "Objects, storage", 500m)], stored);
    }

    [Fact]
    public void PrivateObjects_BesideStaticContent_AreASecondBucket()
    {
        var plan = Designs.Run(DataSheets.Of(DataSheets.Objects, Read)).Plan;

        Assert.Equal(new StackParameter.FromStack(Stack(plan, "storage").Name, "BucketName"), Stack(plan, "compute").Parameters["BucketName"]);
        Assert.Equal(
            [("storefront-shop-eu-central-1-static-site", "Static content, storage", 10m), ("storefront-shop-eu-central-1-storage", "Objects, storage", 500m)],
            Stored(plan));
    }

    [Fact]
    public void CopyOfPublicObjects_AnswersUsersToo()
    {
        var folder = Designs.Run(Copied());

        var (site, copy) = (Stack(folder.Plan, "static-site"), Stack(folder.Plan, "storage-replica"));
        foreach (var output in new[] { "ReplicaBucketArn", "ReplicaBucketDomain", "ReplicaKeyArn" })
        {
            Assert.Equal(new StackParameter.FromStack(copy.Name, output), site.Parameters[output]);
        }

        Assert.Contains("OriginGroups:", folder.Template(site), StringComparison.Ordinal);
        Assert.Contains("cloudfront.amazonaws.com", folder.Template(copy), StringComparison.Ordinal);
        Assert.DoesNotContain(folder.Plan.Warnings, warning => warning.Text.StartsWith("Static content lies in", StringComparison.Ordinal));
    }

    [Fact]
    public void CopyOfPrivateObjects_AnswersNoUser()
    {
        var folder = Designs.Run(DataSheets.InEurope(DataSheets.Objects, DataSheets.RegionLoss("15m", "30m"), Read));

        Assert.DoesNotContain("cloudfront.amazonaws.com", folder.Template(Stack(folder.Plan, "storage-replica")), StringComparison.Ordinal);
        Assert.Contains(folder.Plan.Warnings, warning => warning.Text.StartsWith("Static content lies in", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("staticGbPerMonth: 300", false)]
    [InlineData("edgePeakRps: 30", true)]
    [InlineData("edgePeakRps: 30\n  edgeMeanRps: 3", false)]
    public void PublicObjects_ThatNobodyIsSaidToRead_AreWarnedOf(string traffic, bool warned)
    {
        var plan = Designs.Of(DataSheets.Of(Public, FrontSheets.Traffic(traffic)));

        Assert.Equal(warned, plan.Warnings.Any(warning => warning.Requirement == "data.objects.publicStatic"));
    }

    [Fact]
    public void PublicObjects_BesideDynamicRequests_AreReachedUnderOnePath()
    {
        var plan = Designs.Of(DataSheets.Of(
            Public, FrontSheets.Domain, FrontSheets.Traffic("dynamicResponseKb: 2000\n  staticGbPerMonth: 300"), ("slaPercent: 99.9", "slaPercent: 99"), ("monthlyUsd: 2000", "monthlyUsd: 90000")));

        Assert.Equal("through CloudFront", plan.Decisions.Single(decision => decision.Topic == "dynamic requests").Chosen);
        Assert.Contains(plan.Warnings, warning => warning.Text.Contains("begins with static/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Stacks_AreLintedClean_AndHoldWhatTheLinesName()
    {
        PlanFolder[] plans = [Designs.Run(DataSheets.Of(Public, Read)), Designs.Run(Copied()), Designs.Run(DataSheets.Of(DataSheets.Objects, Read))];

        Assert.All(plans, FrontChecks.AssertLinesNameResources);
        await CfnLint.AssertCleanAsync(FrontChecks.Stacks(plans));
    }

    internal static RequestSheet Copied() => DataSheets.InEurope(Public, DataSheets.RegionLoss("15m", "30m"), Read);

    private static StackPlan Stack(Plan plan, string module) => plan.Stacks.Single(stack => stack.Module == module && stack.Region == plan.Stacks.First(each => each.Module == module).Region);

    private static IEnumerable<(string, string, decimal)> Stored(Plan plan) =>
        plan.Cost!.Lines.Where(line => line.Item is "Objects, storage" or "Static content, storage").Select(line => (line.Stack, line.Item, line.Quantity)).Order();
}
