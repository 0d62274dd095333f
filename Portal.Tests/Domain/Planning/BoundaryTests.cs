using Portal.Domain.Accounts;
using Portal.Domain.Planning;
using Portal.Domain.Planning.Document;
using Portal.Domain.Planning.Places;
using Portal.Domain.Requests;
using Portal.Domain.Templates;
using Portal.Tests.Domain.Planning.Sheets;

namespace Portal.Tests.Domain.Planning;

public sealed class BoundaryTests
{
    private static readonly VpcAddresses Free = VpcAddresses.Of(Make.ProductionSheet(), Designs.Vpc);

    [Fact]
    public void EveryRole_CarriesTheBaselinesBoundary_WhereTheAccountHasTheBaseline()
    {
        var folder = Run(TwoRegions(), hasBaseline: true);

        var roles = folder.Plan.Stacks.SelectMany(stack => ModuleReader.Read("stack", folder.Template(stack)).Root.Section("Resources").Entries.Select(entry => (stack, Resource: (TemplateMap)entry.Value)))
            .Where(each => each.Resource.Text("Type") == "AWS::IAM::Role").ToList();
        Assert.True(roles.Count > 3);
        Assert.All(roles, role =>
        {
            Assert.Equal("BoundaryArn", role.Resource.Section("Properties").Section("PermissionsBoundary").Text("Ref"));
            Assert.Equal(new StackParameter.Text("arn:aws:iam::111122223333:policy/baseline/portal-boundary"), role.stack.Parameters["BoundaryArn"]);
        });
    }

    [Fact]
    public void Boundary_ChangesTheDigest_AndNothingOfTheDesign()
    {
        var (with, without) = (Run(TwoRegions(), hasBaseline: true), Run(TwoRegions(), hasBaseline: false));

        Assert.NotEqual(with.Plan.Digest, without.Plan.Digest);
        Assert.Equal(with.Plan.Cost!.MonthlyUsd, without.Plan.Cost!.MonthlyUsd);
        Assert.All(without.Plan.Stacks, stack => Assert.DoesNotContain("PermissionsBoundary", without.Template(stack), StringComparison.Ordinal));
    }

    [Fact]
    public void Boundary_IsThePolicyThatTheBaselineMakes()
    {
        var policy = TemplateCatalogue.Module("baseline").Root.Section("Resources").Section("Boundary").Section("Properties");

        Assert.Equal($"arn:aws:iam::111122223333:policy{policy.Text("Path")}{policy.Text("ManagedPolicyName")}", AccountBaseline.BoundaryArn("111122223333"));
    }

    /// <summary>Of policies that let Route 53 write an account takes ten in a region: https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutResourcePolicy.html</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void QueryLog_OfAZone_IsWrittenByTheBaselinesPolicy_WhereTheAccountHasTheBaseline(bool hasBaseline)
    {
        var folder = Run(Make.ProductionSheet(FrontSheets.Domain), hasBaseline);
        var zone = ModuleReader.Read("zone", folder.Template(folder.Plan.Stacks.Single(stack => stack.Module == "hosted-zone")));

        Assert.Contains(zone.Resources, resource => resource.Type == "AWS::Logs::LogGroup");
        Assert.Equal(hasBaseline ? 0 : 1, zone.Resources.Count(resource => resource.Type == "AWS::Logs::ResourcePolicy"));
    }

    private static RequestSheet TwoRegions() => DataSheets.InEurope(DataSheets.Objects, DataSheets.RegionLoss("15m", "30m"));

    private static PlanFolder Run(RequestSheet sheet, bool hasBaseline) => PlanPipeline.Run(sheet, Free, Designs.Facts, hasBaseline);
}
