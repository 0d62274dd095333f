using Portal.Domain.Costs;
using Portal.Domain.Planning.Document;
using Portal.Domain.Planning.Search.Topics;
using Portal.Domain.Requests;
using Portal.Tests.Domain.Planning.Sheets;

namespace Portal.Tests.Domain.Planning.Tiers;

public sealed class FirewallTests
{
    private static readonly PlanFolder Shop = Designs.Run(FrontSheets.Sheet());

    [Fact]
    public void PublicProduction_StandsBehindOneThatFailsOpen()
    {
        Assert.True(Shop.Plan.Edge is { Waf: true, WafFailOpen: true, Cdn: false, ShieldAdvanced: false });
        Assert.Equal("true", Text("balancer", "WafFailOpen"));
        Assert.Equal(new StackParameter.FromStack("storefront-shop-eu-central-1-firewall", "WebAclArn"), Parameters("balancer")["WebAclArn"]);
        Assert.Contains(Shop.Plan.Availability!.Excluded, part => part.Part == "AWS WAF");
        Assert.Equal(99.93m, Shop.Plan.Availability.FloorPercent);
    }

    [Fact]
    public void Price_CountsTheRulesOfTheModule()
    {
        var template = Shop.Template(Shop.Plan.Stacks.Single(stack => stack.Module == "firewall"));

        Assert.Equal(Line("Rules").Quantity, template.Split("RateBasedStatement:").Length - 1);
        Assert.Equal(Line("AWS rule groups").Quantity, template.Split("ManagedRuleGroupStatement:").Length - 1);
        Assert.Equal(5m, Line("Web ACL").MonthlyUsd.Usd);
        // 50 requests a second for 2,628,000 s.
        Assert.Equal((131.4m, 0.6m), (Line("Requests").Quantity, Line("Requests").UnitUsd.Usd));
    }

    [Fact]
    public void FailClosed_IsAnAlternative_AndCountsInTheFloor()
    {
        var decision = Shop.Plan.Decisions.Single(decision => decision.Topic == "firewall");

        var closed = Assert.Single(decision.Alternatives);
        Assert.Equal(("AWS WAF, fail-open", "AWS WAF, fail-closed", 99.92m), (decision.Chosen, closed.Option, closed.FloorPercent));
        // With the database of the plan it would be 99.88, so it takes a dearer one.
        Assert.Matches(@"^costs \$[\d,]+\.\d\d a month more$", closed.Rejected);
    }

    [Theory]
    [InlineData(Stage.Staging, "public")]
    [InlineData(Stage.Production, "internal")]
    public void Elsewhere_ThereIsNone(Stage stage, string exposure)
    {
        var plan = Designs.Of(Make.Sheet(stage, ("peakRps: 200", $"peakRps: 200\n  exposure: {exposure}")));

        Assert.True(plan.Edge is { Waf: false, WafFailOpen: false, Cdn: false, GlobalAccelerator: false });
        Assert.DoesNotContain(plan.Cost!.Lines, line => line.Service is "AWS WAF" or "Amazon CloudFront" or "AWS Shield");
    }

    [Theory]
    [InlineData("pci-dss", true)]
    [InlineData("hipaa", true)]
    [InlineData("gdpr", false)]
    public void FailOpen_IsARiskWhereAProgrammeIsStrict(string programme, bool warned)
    {
        var plan = Designs.Of(("budget:", $"compliance: [{programme}]\nbudget:"));

        Assert.True(plan.Feasible);
        Assert.Equal(warned, plan.Warnings.Any(warning => warning.Requirement == "compliance" && warning.Text.Contains("pass it unseen", StringComparison.Ordinal)));
    }

    [Fact]
    public void Staging_GetsOneWhereAProgrammeAsksForIt() =>
        Assert.True(Designs.Of(Make.Sheet(Stage.Staging, ("budget:", "compliance: [pci-dss]\nbudget:"))).Edge!.Waf);

    [Fact]
    public void Programme_FindsOneBeforeLoadBalancerAndCdn()
    {
        var plan = Designs.Run(FrontSheets.Sheet(FrontSheets.Domain, FrontSheets.Traffic("staticGbPerMonth: 50"), ("budget:", "compliance: [pci-dss]\nbudget:"), ("monthlyUsd: 2000", "monthlyUsd: 9000"))).Plan;

        Assert.True(plan.Feasible);
        Assert.Equal(Portal.Domain.Controls.FindingStatus.Satisfied, plan.Controls.Single(finding => finding.Id == "pci-dss/6.4.2").Status);
        Assert.Equal(2, plan.Cost!.Lines.Count(line => line.Item == "Web ACL"));
    }

    private static CostLine Line(string item) => Assert.Single(Shop.Plan.Cost!.Lines, line => line.Service == "AWS WAF" && line.Item == item);

    private static IReadOnlyDictionary<string, StackParameter> Parameters(string module) => Shop.Plan.Stacks.Single(stack => stack.Module == module).Parameters;

    private static string Text(string module, string parameter) => Assert.IsType<StackParameter.Text>(Parameters(module)[parameter]).Value;
}
