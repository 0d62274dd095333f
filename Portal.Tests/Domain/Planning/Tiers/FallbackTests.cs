using Portal.Domain.Costs;
using Portal.Domain.Planning.Document;
using Portal.Domain.Requests;
using Portal.Domain.Templates;
using Portal.Tests.Domain.Planning.Sheets;

namespace Portal.Tests.Domain.Planning.Tiers;

/// <summary>A page that answers under the domain while no front does: never chosen, since nothing asks for it; what would be built, and what it would cost.</summary>
public sealed class FallbackTests
{
    private static readonly (string, string) Rich = ("monthlyUsd: 2000", "monthlyUsd: 90000");
    private static readonly RequestSheet Shop = FrontSheets.Sheet(FrontSheets.Domain);
    private static readonly PlanFolder Fallback = Of(Shop);

    [Fact]
    public void Domain_LeadsToThePage_WhileNoFrontIsHealthy()
    {
        var (page, names) = (Stack(Fallback, "fallback"), Stack(Fallback, "dns"));

        Assert.Equal(new StackParameter.Text("shop.example.com"), page.Parameters["DomainName"]);
        Assert.Equal(new StackParameter.FromStack("storefront-shop-us-east-1-edge", "EdgeCertificateArn"), page.Parameters["EdgeCertificateArn"]);
        Assert.Equal(new StackParameter.FromStack("storefront-shop-eu-central-1-foundation", "LogBucketDomain"), page.Parameters["LogBucketDomain"]);
        Assert.Equal(new StackParameter.FromStack(page.Name, "FallbackDnsName"), names.Parameters["FallbackDnsName"]);
        Assert.Equal(["Fallback", "HealthCheckA", "Main", "RecordA"], Resources(Fallback, "dns"));
        Assert.Equal(["Certificate"], Resources(Fallback, "edge"));
    }

    /// <summary>No bucket, key or server: the loss of any region leaves it.</summary>
    [Fact]
    public void Page_StandsInNoRegion() => Assert.Equal(["Distribution", "Page"], Resources(Fallback, "fallback"));

    /// <summary>Other names of the customer's domain are not ours to bind to HTTPS: https://www.rfc-editor.org/rfc/rfc6797#section-6.1.2</summary>
    [Fact]
    public void Page_KeepsItsOwnNameOnHttps_AndNoneBelowIt()
    {
        Assert.Contains("'strict-transport-security': { value: 'max-age=31536000' }", Fallback.Template(Stack(Fallback, "fallback")), StringComparison.Ordinal);
        Assert.DoesNotContain(TemplateCatalogue.Load(), module => module.Source.Contains("includeSubDomains", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>A health check at 0.50, by HTTPS for 1.00, and alarms on it and on the certificate at 0.10 each; nobody is led to the page on an ordinary day.</summary>
    [Fact]
    public void Price_IsOfWhatAsksWhetherTheFrontServes()
    {
        Assert.Equal(Designs.Of(Shop).Cost!.MonthlyUsd + Money.FromUsd(1.70m), Fallback.Plan.Cost!.MonthlyUsd);
        Assert.Equal(Fallback.Plan.Cost.MonthlyUsd, Designs.Of(Shop).Decisions.Single(decision => decision.Topic == "static fallback").Alternatives.Single().MonthlyUsd);
    }

    /// <summary>Two distributions by two names, and one certificate of both.</summary>
    [Fact]
    public void BesideStaticContent_TheCertificateHasBothNames()
    {
        var sheet = FrontSheets.Sheet(FrontSheets.Domain, FrontSheets.Traffic("staticGbPerMonth: 50"));
        var folder = Of(sheet);
        var edge = Stack(folder, "edge").Parameters;

        Assert.Equal((new StackParameter.Text("static.shop.example.com"), new StackParameter.Text("shop.example.com")), (edge["DomainName"], edge["SecondDomainName"]));
        Assert.Equal((new StackParameter.Text("static.shop.example.com"), new StackParameter.Text("shop.example.com")), (Stack(folder, "static-site").Parameters["DomainName"], Stack(folder, "fallback").Parameters["DomainName"]));
        Assert.Equal(Designs.Of(sheet).Cost!.MonthlyUsd + Money.FromUsd(1.60m), folder.Plan.Cost!.MonthlyUsd);
    }

    /// <summary>Health checks of both regions are there anyway, so only the alarm on the certificate comes with it.</summary>
    [Fact]
    public void BesideTwoRegions_NothingElseAsks()
    {
        var sheet = FrontSheets.Sheet(FrontSheets.NoData, FrontSheets.Domain, FrontSheets.RegionLoss("{ rpo: 1m, rto: 15m }"), Rich);
        var folder = Of(sheet);

        Assert.Equal(["Fallback", "HealthCheckA", "HealthCheckB", "Main", "RecordA", "RecordB"], Resources(folder, "dns"));
        Assert.Equal(Designs.Of(sheet).Cost!.MonthlyUsd + Money.FromUsd(0.10m), folder.Plan.Cost!.MonthlyUsd);
    }

    [Fact]
    public void Programme_FindsAFirewallBeforeThePageToo()
    {
        var folder = Of(FrontSheets.Sheet(FrontSheets.Domain, ("budget:", "compliance: [pci-dss]\nbudget:"), Rich));

        Assert.Equal(new StackParameter.FromStack("storefront-shop-us-east-1-edge", "EdgeWebAclArn"), Stack(folder, "fallback").Parameters["EdgeWebAclArn"]);
        Assert.Equal(2, folder.Plan.Cost!.Lines.Count(line => line.Item == "Web ACL"));
        Assert.Equal(Portal.Domain.Controls.FindingStatus.Satisfied, folder.Plan.Controls.Single(finding => finding.Id == "pci-dss/6.4.2").Status);
    }

    [Fact]
    public void WithoutANameOnTheInternet_ThereIsNone()
    {
        Plan[] plans = [Designs.Of(FrontSheets.Sheet()), Designs.Of(FrontSheets.Sheet(FrontSheets.Domain, ("peakRps: 200", "peakRps: 200\n  exposure: internal")))];

        Assert.All(plans, plan => Assert.DoesNotContain(plan.Decisions, decision => decision.Topic == "static fallback"));
    }

    private static PlanFolder Of(RequestSheet sheet) => Designs.Alternative(sheet, "static fallback", "a static page");

    private static StackPlan Stack(PlanFolder folder, string module) => Assert.Single(folder.Plan.Stacks, stack => stack.Module == module);

    private static IEnumerable<string> Resources(PlanFolder folder, string module) =>
        ModuleReader.Read(module, folder.Template(Stack(folder, module))).Resources.Select(resource => resource.LogicalId).Order(StringComparer.Ordinal);
}
