using Portal.Domain.Controls;
using Portal.Domain.Costs;
using Portal.Domain.Planning.Document;
using Portal.Domain.Planning.Search.Topics;
using Portal.Domain.Templates;
using Portal.Tests.Domain.Planning.Sheets;
using Portal.Tests.Domain.Templates;

namespace Portal.Tests.Domain.Planning.Tiers;

public sealed class ContentDeliveryTests
{
    private static readonly (string, string)[] Static = [FrontSheets.Traffic("staticGbPerMonth: 500\n  edgePeakRps: 40\n  edgeMeanRps: 4\n  cacheablePercent: 95")];

    /// <summary>Large answers to few requests: then CloudFront's lower price of a GB outweighs its fee a request.</summary>
    private static readonly (string, string)[] Large =
        [FrontSheets.Domain, FrontSheets.Traffic("dynamicResponseKb: 2000"), ("slaPercent: 99.9", "slaPercent: 99"), ("monthlyUsd: 2000", "monthlyUsd: 90000")];

    [Fact]
    public void StaticContent_PassesTheCdn_AndHasAFloorOfItsOwn()
    {
        var plan = Designs.Of(Static);

        Assert.True(plan.Edge!.Cdn);
        Assert.Equal(99.8001m, plan.Availability!.Static!.FloorPercent);
        Assert.Equal(["content delivery network", "object storage"], plan.Availability.Static.Path.Select(part => part.Part));
        Assert.Equal(99.93m, plan.Availability.FloorPercent);
        Assert.Contains(plan.Warnings, warning => warning.Requirement == "availability.slaPercent" && warning.Text.Contains("99.8001", StringComparison.Ordinal));
        Assert.Equal("straight to the load balancer", plan.Decisions.Single(decision => decision.Topic == "dynamic requests").Chosen);
        Assert.Equal("CloudFront before a private bucket", plan.Decisions.Single(decision => decision.Topic == "content delivery").Chosen);
    }

    [Fact]
    public void WithoutStaticContent_ThereIsNeitherCdnNorFloor()
    {
        var plan = Designs.Of();

        Assert.False(plan.Edge!.Cdn);
        Assert.Null(plan.Availability!.Static);
        Assert.DoesNotContain(plan.Decisions, decision => decision.Topic == "content delivery");
    }

    [Fact]
    public void Price_IsBytesRequestsAndFetches()
    {
        var plan = Designs.Of(Static);

        Assert.Equal((500, 0.085m), Of(plan, "Out to users, europe israel, first 10 TB"));
        // 4 x 2,628,000 s are 10,512,000 requests, of which one in twenty asks the bucket.
        Assert.Equal((1051.2m, 0.0121m), Of(plan, "HTTPS requests, europe israel"));
        Assert.Equal((525.6m, 0.0004m), Of(plan, "Fetches of the CDN"));
        Assert.Equal(10, Line(plan, "Static content, storage").Quantity);
    }

    [Fact]
    public void Audience_PaysThePriceOfItsArea_FillingItsOwnBands()
    {
        var plan = Designs.Of(FrontSheets.Traffic("staticGbPerMonth: 40000\n  audience: { EU: 50, US: 25, JP: 25 }"), ("monthlyUsd: 2000", "monthlyUsd: 90000"));

        Assert.Equal((10_000, 0.085m), Of(plan, "Out to users, europe israel, first 10 TB"));
        Assert.Equal((10_000, 0.08m), Of(plan, "Out to users, europe israel, next 40 TB"));
        Assert.Equal((10_000, 0.114m), Of(plan, "Out to users, japan, first 10 TB"));
        Assert.Equal(10_000, Line(plan, "Out to users, us mexico canada, first 10 TB").Quantity);
    }

    [Theory]
    [InlineData("staticGbPerMonth: 500", "staticGbPerMonth: 900", 1)]
    [InlineData("edgePeakRps: 900\n  edgeMeanRps: 100", "edgePeakRps: 900\n  edgeMeanRps: 200", 1)]
    [InlineData("staticGbPerMonth: 500\n  edgePeakRps: 900\n  edgeMeanRps: 100", "staticGbPerMonth: 500\n  edgePeakRps: 900\n  edgeMeanRps: 300", 1)]
    [InlineData("edgePeakRps: 100\n  edgeMeanRps: 10\n  cacheablePercent: 50", "edgePeakRps: 100\n  edgeMeanRps: 10\n  cacheablePercent: 95", -1)]
    [InlineData("edgePeakRps: 100", "edgePeakRps: 200", 0)]
    [InlineData("staticGbPerMonth: 500", "staticGbPerMonth: 500\n  audience: { IN: 100 }", 1)]
    [InlineData("staticGbPerMonth: 500", "staticGbPerMonth: 500\n  annualGrowthPercent: 50", 1)]
    public void EveryFieldOfStaticTraffic_MovesThePrice(string one, string other, int sign)
    {
        var (less, more) = (Cdn(one), Cdn(other));

        Assert.Equal(sign, Math.Sign(more - less));

        static decimal Cdn(string fields) => Designs.Of(FrontSheets.Traffic(fields), ("monthlyUsd: 2000", "monthlyUsd: 90000")).Cost!.Lines.Where(line => line.Stack.EndsWith("static-site", StringComparison.Ordinal)).Sum(line => line.MonthlyUsd).Usd;
    }

    [Theory]
    [InlineData("edgePeakRps: 20000", "traffic.edgeMeanRps", "holds none of it")]
    [InlineData("staticGbPerMonth: 500", "traffic.edgeMeanRps", "in objects of 50 KB it would be 3.81 a second")]
    [InlineData("edgePeakRps: 400\n  edgeMeanRps: 60", "traffic.staticGbPerMonth", "objects of 50 KB would make 7884 GB a month")]
    public void WhatIsNotSaidOfStaticTraffic_CostsNothing_AndIsNamed(string fields, string path, string says)
    {
        var plan = Designs.Of(FrontSheets.Traffic(fields));
        var (bytes, requests) = (Sum("Out to users"), Sum("HTTPS requests"));

        Assert.Equal((fields.Contains("static", StringComparison.Ordinal), fields.Contains("Mean", StringComparison.Ordinal)), (bytes > 0, requests > 0));
        Assert.Contains(says, Assert.Single(plan.Warnings, warning => warning.Requirement == path).Text, StringComparison.Ordinal);

        decimal Sum(string item) => plan.Cost!.Lines.Where(line => line.Item.StartsWith(item, StringComparison.Ordinal)).Sum(line => line.MonthlyUsd).Usd;
    }

    [Theory]
    [InlineData("traffic.staticGbPerMonth")]
    [InlineData("traffic.edgeMeanRps")]
    public void EachPartOfStaticTraffic_IsTracedToWhatItCosts(string path)
    {
        var plan = Designs.Run(ScenarioSheets.Of("courses")).Plan;

        Assert.True(plan.Trace.Single(entry => entry.Requirement == path).MonthlyUsd.Usd > 10);
    }

    [Theory]
    [InlineData(250_000, false)]
    [InlineData(250_001, true)]
    public void EdgePeak_AboveTheQuota_IsWarnedOf(int rps, bool warned)
    {
        var plan = Designs.Of(FrontSheets.Traffic($"edgePeakRps: {rps}\n  edgeMeanRps: 1"));

        Assert.Equal(warned, plan.Warnings.Any(warning => warning.Requirement == "traffic.edgePeakRps"));
    }

    [Fact]
    public void Internal_WithStaticContent_IsRefused()
    {
        var refusal = Designs.OnlyRefusal(("meanRps: 50", "meanRps: 50\n  exposure: internal\n  staticGbPerMonth: 5"));

        Assert.Equal((RefusalKind.Unsupported, "traffic.staticGbPerMonth"), (refusal.Kind, Assert.Single(refusal.Requirements)));
    }

    [Fact]
    public void DynamicRequests_GoThroughTheCdn_WhereThatIsCheaper()
    {
        var plan = Designs.Of(Large);

        Assert.True(plan.Edge is { Cdn: true, Waf: true, WafFailOpen: false });
        Assert.Equal(["load balancer", "firewall", "compute", "database", "content delivery network"], plan.Availability!.Path.Select(part => part.Part));
        Assert.DoesNotContain(plan.Cost!.Lines, line => line.Item.StartsWith("Out to the internet", StringComparison.Ordinal));
        var direct = Assert.Single(plan.Decisions.Single(decision => decision.Topic == "dynamic requests").Alternatives);
        Assert.Matches(@"^costs \$[\d,]+\.\d\d a month more$", direct.Rejected);
        Assert.Null(plan.Availability.Static);
    }

    [Fact]
    public void StaticContent_UnderAProgramme_KeepsItsOwnControls()
    {
        var plan = Designs.Run(FrontSheets.Sheet([.. Static, FrontSheets.Domain, ("budget:", "compliance: [pci-dss]\nbudget:"), ("monthlyUsd: 2000", "monthlyUsd: 9000")])).Plan;

        Assert.DoesNotContain(plan.Controls, finding => finding.Status == FindingStatus.Failed);
        Assert.True(plan.Stacks.Single(stack => stack.Module == "edge").StackPolicy);
    }

    /// <summary>
    /// AWS' own policy sets headers for the name that it answers alone, without its subdomains, and counts for no quota: an account makes 20 of its own.
    /// https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-response-headers-policies.html
    /// </summary>
    [Fact]
    public void SecurityHeaders_OfEveryAnswer_AreThoseOfAwsOwnPolicy()
    {
        var folder = Designs.Run(FrontSheets.Sheet(Large));
        var site = ModuleReader.Read("site", folder.Template(folder.Plan.Stacks.Single(stack => stack.Module == "static-site")));
        var distribution = site.Root.Section("Resources").Section("Distribution").Section("Properties").Section("DistributionConfig");
        var behaviours = ((TemplateList)distribution["CacheBehaviors"]!).Items.Cast<TemplateMap>().Append(distribution.Section("DefaultCacheBehavior")).ToList();

        Assert.DoesNotContain(site.Resources, resource => resource.Type == "AWS::CloudFront::ResponseHeadersPolicy");
        Assert.True(behaviours.Count > 1);
        Assert.All(behaviours, behaviour => Assert.Equal("67f7725c-6f97-4210-82d7-5512b31e9d03", behaviour.Text("ResponseHeadersPolicyId")));
    }

    [Fact]
    public void LoadBalancer_BehindTheCdn_IsReachedByNobodyElse()
    {
        var folder = Designs.Run(FrontSheets.Sheet(Large));
        string Template(string module) => folder.Template(folder.Plan.Stacks.Single(stack => stack.Module == module));

        Assert.Contains("Scheme: internal", Template("balancer"), StringComparison.Ordinal);
        Assert.DoesNotContain("0.0.0.0/0", Template("security").Split("LoadBalancerToApp:")[0], StringComparison.Ordinal);
        Assert.Contains("AWS::CloudFront::VpcOrigin", Template("static-site"), StringComparison.Ordinal);
        Assert.DoesNotContain(folder.Plan.Cost!.Lines, line => line.Item == "Public IPv4 addresses of the load balancer");
        Assert.Contains(Designs.Of(Static).Cost!.Lines, line => line.Item == "Public IPv4 addresses of the load balancer");
    }

    [Fact]
    public void DynamicRequests_GoStraight_WhereTheFloorNeedsIt()
    {
        var plan = Designs.Of([.. Large.Select(edit => edit.Item1.StartsWith("slaPercent", StringComparison.Ordinal) ? ("slaPercent: 99.9", "slaPercent: 99.93") : edit)]);

        Assert.False(plan.Edge!.Cdn);
        var cdn = Assert.Single(plan.Decisions.Single(decision => decision.Topic == "dynamic requests").Alternatives);
        Assert.StartsWith("floor 99.7801 < 99.93", cdn.Rejected, StringComparison.Ordinal);
        Assert.True(cdn.MonthlyUsd < plan.Cost!.MonthlyUsd);
    }

    [Fact]
    public void Log_IsKeptOnlyWhereCloudFrontMayWriteIt()
    {
        var (usual, optedInto) = (Designs.Run(FrontSheets.Sheet(Static)), Designs.Run(FrontSheets.Sheet([.. Static, ("eu-central-1", "eu-south-1"), ("monthlyUsd: 2000", "monthlyUsd: 9000")])));

        Assert.Equal(("true", true), (Parameter(usual, "foundation", "ViewerLogs"), Line(usual.Plan, "Log of the CDN, storage").Quantity > 0));
        Assert.Equal("false", Parameter(optedInto, "foundation", "ViewerLogs") ?? "false");
        Assert.DoesNotContain("Logging:", optedInto.Template(optedInto.Plan.Stacks.Single(stack => stack.Module == "static-site")).Split("DistributionConfig")[1], StringComparison.Ordinal);
        Assert.DoesNotContain(optedInto.Plan.Cost!.Lines, line => line.Item == "Log of the CDN, storage");
        Assert.Contains(optedInto.Plan.Warnings, warning => warning.Text.Contains("CloudFront writes no access log", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Stacks_AreLintedClean_AndHoldWhatTheLinesName()
    {
        PlanFolder[] plans =
        [
            Designs.Run(FrontSheets.Sheet(Static)),
            Designs.Run(FrontSheets.Sheet([.. Static, FrontSheets.Domain])),
            Designs.Run(FrontSheets.Sheet(Large)),
            Designs.Run(FrontSheets.Sheet([.. Static, FrontSheets.Domain, ("budget:", "compliance: [pci-dss]\nbudget:"), ("monthlyUsd: 2000", "monthlyUsd: 9000")])),
        ];

        Assert.All(plans, FrontChecks.AssertLinesNameResources);
        await CfnLint.AssertCleanAsync(FrontChecks.Stacks(plans));
    }

    private static string? Parameter(PlanFolder folder, string module, string name) =>
        folder.Plan.Stacks.Single(stack => stack.Module == module).Parameters.GetValueOrDefault(name) is StackParameter.Text text ? text.Value
        : name == "ViewerLogs" && folder.Template(folder.Plan.Stacks.Single(stack => stack.Module == module)).Contains("BucketOwnerPreferred", StringComparison.Ordinal) ? "true" : null;

    private static (decimal, decimal) Of(Plan plan, string item) => (Line(plan, item).Quantity, Line(plan, item).UnitUsd.Usd);

    private static CostLine Line(Plan plan, string item) => Assert.Single(plan.Cost!.Lines, line => line.Item == item);
}
