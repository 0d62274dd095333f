using Portal.Domain.Costs;
using Portal.Domain.Planning;
using Portal.Domain.Planning.Document;
using Portal.Domain.Planning.Search.Topics;
using Portal.Tests.Domain.Planning.Sheets;
using Portal.Tests.Domain.Templates;

namespace Portal.Tests.Domain.Planning.Tiers;

public sealed class NamesTests
{
    private static readonly PlanFolder Shop = Designs.Run(FrontSheets.Sheet(FrontSheets.Domain));

    [Fact]
    public void Domain_MakesZoneCertificateAndRecords()
    {
        Assert.Subset(Modules(Shop), new HashSet<string> { "hosted-zone", "certificate", "dns" });
        Assert.Equal(new StackParameter.FromStack("storefront-shop-us-east-1-hosted-zone", "HostedZoneId"), Parameters(Shop, "certificate")["HostedZoneId"]);
        Assert.Equal(new StackParameter.FromStack("storefront-shop-eu-central-1-certificate", "CertificateArn"), Parameters(Shop, "balancer")["CertificateArn"]);
        Assert.Equal(new StackParameter.FromStack("storefront-shop-eu-central-1-balancer", "LoadBalancerDnsName"), Parameters(Shop, "dns")["DnsNameA"]);
        Assert.DoesNotContain("HealthCheckA", Shop.Template(Stack(Shop, "dns")), StringComparison.Ordinal);
        Assert.Contains(Shop.Plan.Warnings, warning => warning.Requirement == "dns.hostedZone" && warning.Text.Contains("delegates", StringComparison.Ordinal));
    }

    [Fact]
    public void Zone_PaysForItselfItsLogItsKeysAndItsQueries()
    {
        Assert.Equal(0.5m, Line("Hosted zone").MonthlyUsd.Usd);
        Assert.Equal(1m, Line("Customer key that signs the zone").MonthlyUsd.Usd);
        // 50 rps over ten requests a connection make 13,140,000 connections, of which one in ten asks for what is billed.
        Assert.Equal((1.314m, 0.4m), (Line("Queries that no alias answers").Quantity, Line("Queries that no alias answers").UnitUsd.Usd));
        Assert.Contains(Shop.Plan.Cost!.Lines, line => line.Item == "Query log, taken in");
        Assert.Equal("us-east-1", Line("Hosted zone").Region);
    }

    [Fact]
    public void Zone_ThatStandsAlready_IsNotMadeNorPaid()
    {
        var given = Designs.Run(FrontSheets.Sheet(FrontSheets.Dns("{ domain: shop.example.com, hostedZone: Z0123456789ABCDEFGHIJ }")));

        Assert.DoesNotContain("hosted-zone", Modules(given));
        Assert.Equal(new StackParameter.Text("Z0123456789ABCDEFGHIJ"), Parameters(given, "dns")["HostedZoneId"]);
        Assert.True(given.Plan.Cost!.MonthlyUsd < Shop.Plan.Cost!.MonthlyUsd);
        Assert.DoesNotContain(given.Plan.Warnings, warning => warning.Requirement == "dns.hostedZone");
    }

    [Fact]
    public void Certificate_ThatStandsAlready_IsTaken()
    {
        const string Arn = "arn:aws:acm:eu-central-1:111122223333:certificate/0f1e2d3c-4b5a-6978-8695-a4b3c2d1e0f0";

        var given = Designs.Run(FrontSheets.Sheet(FrontSheets.Dns($$"""{ domain: shop.example.com, certificate: "{{Arn}}" }""")));

        Assert.DoesNotContain("certificate", Modules(given));
        Assert.Equal(new StackParameter.Text(Arn), Parameters(given, "balancer")["CertificateArn"]);
    }

    [Fact]
    public void StaticContent_StandsUnderANameOfItsOwn()
    {
        var plan = Designs.Run(FrontSheets.Sheet(FrontSheets.Domain, FrontSheets.Traffic("staticGbPerMonth: 50")));

        Assert.Equal(new StackParameter.Text("static.shop.example.com"), Parameters(plan, "dns")["StaticName"]);
        Assert.Equal(new StackParameter.Text("static.shop.example.com"), Parameters(plan, "edge")["DomainName"]);
        Assert.DoesNotContain("WebAcl", plan.Template(Stack(plan, "edge")), StringComparison.Ordinal);
        Assert.Equal(new StackParameter.FromStack("storefront-shop-us-east-1-edge", "EdgeCertificateArn"), Parameters(plan, "static-site")["EdgeCertificateArn"]);
    }

    [Fact]
    public void Domain_ThatLeavesNoRoom_IsUnsupported()
    {
        var refusal = Designs.OnlyRefusal(FrontSheets.Dns($"{{ domain: {string.Join('.', Enumerable.Repeat(new string('a', 61), 4))} }}"));

        Assert.Equal((RefusalKind.Unsupported, "dns.domain"), (refusal.Kind, Assert.Single(refusal.Requirements)));
    }

    [Fact]
    public void Fallback_IsAnAlternativeOnly()
    {
        var decision = Shop.Plan.Decisions.Single(decision => decision.Topic == "static fallback");

        Assert.Equal("none", decision.Chosen);
        Assert.True(Assert.Single(decision.Alternatives).MonthlyUsd > Shop.Plan.Cost!.MonthlyUsd);
    }

    [Fact]
    public async Task Stacks_AreLintedClean_AndHoldWhatTheLinesName()
    {
        PlanFolder[] plans =
        [
            Shop,
            Designs.Run(FrontSheets.Sheet(FrontSheets.Dns("{ domain: shop.example.com, hostedZone: Z0123456789ABCDEFGHIJ }"), FrontSheets.In("us-east-1"), FrontSheets.Traffic("staticGbPerMonth: 50"))),
            Designs.Run(FrontSheets.Sheet(FrontSheets.Domain, ("peakRps: 200", "peakRps: 200\n  exposure: internal"))),
            Designs.Run(Make.Sheet(Portal.Domain.Requests.Stage.Development, ("lifetime:", "dns: { domain: shop.example.com }\nlifetime:"))),
        ];

        Assert.All(plans, FrontChecks.AssertLinesNameResources);
        await CfnLint.AssertCleanAsync(FrontChecks.Stacks(plans));
    }

    private static HashSet<string> Modules(PlanFolder folder) => [.. folder.Plan.Stacks.Select(stack => stack.Module)];

    private static StackPlan Stack(PlanFolder folder, string module) => Assert.Single(folder.Plan.Stacks, stack => stack.Module == module);

    private static IReadOnlyDictionary<string, StackParameter> Parameters(PlanFolder folder, string module) => Stack(folder, module).Parameters;

    private static CostLine Line(string item) => Assert.Single(Shop.Plan.Cost!.Lines, line => line.Item == item);
}
