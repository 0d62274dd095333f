using Portal.Domain.Costs;
using Portal.Domain.Planning.Document;
using Portal.Domain.Requests;
using Portal.Tests.Domain.Planning.Sheets;

namespace Portal.Tests.Domain.Planning.Tiers;

/// <summary>Shield Advanced: what it guards, what it costs, and when its subscription costs less than the fees of the firewall that it pays.</summary>
public sealed class ShieldTests
{
    private static readonly (string, string) Rich = ("monthlyUsd: 2000", "monthlyUsd: 90000");
    private static readonly (string, string)[] Flood = [("peakRps: 200", "peakRps: 30000"), ("meanRps: 50", "meanRps: 25000"), ("monthlyUsd: 2000", "monthlyUsd: 900000\n  purchase: on-demand")];
    private static readonly PlanFolder Plain = Designs.Run(FrontSheets.Sheet());
    private static readonly PlanFolder Guarded = Of();

    /// <summary>
    /// Subscription 3,000; 50 x 8 KB x 2,628,000 s = 1,051.2 GB through the load balancer at 0.05, 52.56. It pays the firewall's web ACL at 5, its rule at 1 and 131.4 million requests at 0.6, 84.84.
    /// </summary>
    [Fact]
    public void CostsSubscriptionAndBytes_LessTheFirewallThatItPays()
    {
        Assert.Equal(Plain.Plan.Cost!.MonthlyUsd + Money.FromUsd(3000 + 52.56m - 84.84m), Guarded.Plan.Cost!.MonthlyUsd);
        Assert.Equal(Guarded.Plan.Cost.MonthlyUsd, Assert.Single(Plain.Plan.Decisions.Single(decision => decision.Topic == "DDoS protection").Alternatives).MonthlyUsd);
        Assert.True(Assert.Single(Guarded.Plan.Cost.Lines, line => line.Item == "Out through the load balancer of eu-central-1, first 100 TB").PriceEstimated);
        Assert.Equal(4, Assert.Single(Guarded.Plan.Cost.Lines, line => line.Service == "AWS WAF").Quantity);
    }

    [Fact]
    public void LoadBalancer_IsGuarded()
    {
        Assert.True(Guarded.Plan.Edge!.ShieldAdvanced);
        Assert.Equal(["LoadBalancerArnA"], Parameters(Guarded).Keys.Except(["Environment", "Stage"]));
        Assert.Equal(new StackParameter.FromStack("storefront-shop-eu-central-1-balancer", "LoadBalancerArn"), Parameters(Guarded)["LoadBalancerArnA"]);
    }

    /// <summary>Behind the CDN the load balancer is private, so nothing can flood it.</summary>
    [Fact]
    public void Cdn_IsGuardedInstead_WhereTheApplicationIsBehindIt()
    {
        var folder = Of(FrontSheets.Domain, FrontSheets.Traffic("dynamicResponseKb: 2000\n  staticGbPerMonth: 300"), ("slaPercent: 99.9", "slaPercent: 99"), Rich);

        Assert.Equal(["DistributionId", "HostedZoneId"], Parameters(folder).Keys.Except(["Environment", "Stage"]));
        // 300 GB of static content, and 50 x 2,000 KB x 2,628,000 s of answers: 262,800 GB.
        Assert.Equal([100_000m, 163_100m], folder.Plan.Cost!.Lines.Where(line => line.Item.StartsWith("Out through the CDN", StringComparison.Ordinal)).Select(line => line.Quantity));
    }

    [Fact]
    public void Accelerator_IsGuardedBesideBothLoadBalancers()
    {
        var folder = Of(FrontSheets.NoData, FrontSheets.Domain, FrontSheets.RegionLoss("{ rpo: 1m, rto: 100s }"), FrontSheets.In("us-east-1"), FrontSheets.Traffic("audience: { EU: 100 }"), Rich);

        Assert.Equal(["AcceleratorId", "HostedZoneId", "LoadBalancerArnA", "LoadBalancerArnB"], Parameters(folder).Keys.Except(["Environment", "Stage"]));
    }

    [Fact]
    public void Zone_ThatStandsAlready_IsOthersToGuard() =>
        Assert.DoesNotContain("HostedZoneId", Parameters(Of(FrontSheets.Dns("{ domain: shop.example.com, hostedZone: Z0123456789ABCDEFGHIJ }"))).Keys);

    [Fact]
    public void Subscription_IsAskedForBeforeTheFirstDeployment()
    {
        Assert.Contains(Guarded.Plan.Warnings, warning => warning.Requirement == "traffic.exposure" && warning.Text.Contains("before the first deployment", StringComparison.Ordinal));
        Assert.DoesNotContain(Plain.Plan.Warnings, warning => warning.Text.Contains("Shield", StringComparison.Ordinal));
    }

    /// <summary>10,000 requests a second are 26,280 million a month: at $0.60 a million more than the subscription of $3,000 and its bytes.</summary>
    [Fact]
    public void Subscription_IsChosen_WhereTheFirewallsFeesThatItPaysAreMore_AndTheSheetCommits()
    {
        var plan = Busy("savings-plan-1y");

        Assert.True(plan.Edge!.ShieldAdvanced);
        Assert.True(Floods(plan).Alternatives.Single().MonthlyUsd > plan.Cost!.MonthlyUsd);
        Assert.Contains(plan.Warnings, warning => warning.Text.Contains("for a year", StringComparison.Ordinal));
    }

    /// <summary>25,000 requests a second for 2,628,000 s are 65,700 million a month; the subscription pays 50,000 million, and 15,700 million at $0.60 are $9,420.</summary>
    [Fact]
    public void Subscription_PaysFiftyBillionRequests_AndNoneBeyond()
    {
        var line = Assert.Single(Requests(Of(Flood)));

        Assert.Equal((15_700m, Money.FromUsd(9420)), (line.Quantity, line.MonthlyUsd));
    }

    /// <summary>One allowance for whoever pays the bill, however many web ACLs stand in the plan.</summary>
    [Fact]
    public void Subscription_PaysTheseOnce_OverAllWebAcls()
    {
        (string, string)[] edits = [.. Flood, FrontSheets.Domain, ("budget:", "compliance: [pci-dss]\nbudget:"), ("meanRps: 25000", "meanRps: 25000\n  staticGbPerMonth: 5000\n  edgePeakRps: 300\n  edgeMeanRps: 100")];

        var (plain, guarded) = (Requests(Designs.Run(FrontSheets.Sheet(edits))), Requests(Of(edits)));

        Assert.Equal(["eu-central-1", "us-east-1"], plain.Select(line => line.Region).Order());
        Assert.Equal(50_000, plain.Sum(line => line.Quantity) - guarded.Sum(line => line.Quantity));
    }

    /// <summary>A subscription binds for a year, so who buys on demand reads what it would save and is bound by nothing.</summary>
    [Fact]
    public void Subscription_IsOnlyShown_WhereTheSheetBuysOnDemand()
    {
        var plan = Busy("on-demand");

        Assert.False(plan.Edge!.ShieldAdvanced);
        Assert.Equal(["budget.purchase"], Floods(plan).Because);
        Assert.True(Floods(plan).Alternatives.Single().MonthlyUsd < plan.Cost!.MonthlyUsd);
        Assert.Equal("a subscription for a year, and the purchase is on demand", Floods(plan).Alternatives.Single().Rejected);
    }

    /// <summary>Between the price with it and the price without, committing is a way out, at the price of the sheet that commits.</summary>
    [Fact]
    public void Budget_ThatOnlyTheSubscriptionMeets_NamesTheCommitment()
    {
        var between = (Floods(Busy("on-demand")).Alternatives.Single().MonthlyUsd + Money.FromUsd(1)).Usd;

        var plan = Busy("on-demand", between);

        Assert.Equal(["availability.slaPercent", "budget.monthlyUsd", "budget.purchase"], Assert.Single(plan.Refusals).Requirements);
        var way = Assert.Single(plan.Refusals[0].RelaxTo, way => way.Change.ContainsKey("budget.purchase"));
        Assert.Equal(Busy("savings-plan-1y", between).Cost!.MonthlyUsd, way.MonthlyUsd);
    }

    [Fact]
    public void Internal_HasNothingToGuard() =>
        Assert.DoesNotContain(Designs.Of(("peakRps: 200", "peakRps: 200\n  exposure: internal")).Decisions, decision => decision.Topic == "DDoS protection");

    private static Plan Busy(string purchase, decimal monthlyUsd = 900_000) =>
        Designs.Of(("peakRps: 200", "peakRps: 12000"), ("meanRps: 50", "meanRps: 10000"), ("monthlyUsd: 2000", FormattableString.Invariant($"monthlyUsd: {monthlyUsd}\n  purchase: {purchase}")));

    private static Decision Floods(Plan plan) => plan.Decisions.Single(decision => decision.Topic == "DDoS protection");

    private static IReadOnlyList<CostLine> Requests(PlanFolder folder) => [.. folder.Plan.Cost!.Lines.Where(line => line is { Service: "AWS WAF", Item: "Requests" })];

    private static PlanFolder Of(params (string, string)[] edits) => Designs.Alternative(FrontSheets.Sheet(edits), "DDoS protection", "Shield Advanced");

    private static IReadOnlyDictionary<string, StackParameter> Parameters(PlanFolder folder) => Assert.Single(folder.Plan.Stacks, stack => (stack.Module, stack.Region) == ("shield", "us-east-1")).Parameters;
}
