using Bunit;
using Portal.Domain.Requests;
using Portal.Web.Components.Approvals;

namespace Portal.Tests.Web.Components.Approvals;

public sealed class ReviewPointsTests : BunitContext
{
    [Fact]
    public void List_ShowsTheIrreversibleFirst()
    {
        var points = ReviewPoints.Of(RequestKind.Create, SamplePlan.Shop, Make.ProductionSheet());

        var heads = Render<ReviewList>(p => p.Add(l => l.Items, [.. points.Reverse()])).FindAll(".review-head").Select(h => h.TextContent);

        Assert.Equal(["Irreversible", "New", "Security"], heads);
    }

    [Fact]
    public void Create_NamesProtectedStacksEndpointAndRoles()
    {
        var points = ReviewPoints.Of(RequestKind.Create, SamplePlan.Shop, Make.ProductionSheet()).Select(p => p.Text).ToList();

        Assert.Contains(points, t => t.Contains("foundation, relational", StringComparison.Ordinal));
        Assert.Contains("One public endpoint, behind a web application firewall that fails open.", points);
        Assert.Contains("Creates IAM roles: compute.", points);
    }

    [Fact]
    public void Script_IsAnnounced() => Assert.Contains(
        ReviewPoints.Of(RequestKind.Create, SamplePlan.Shop, Make.ProductionSheet(("rpsPerVcpu: 50", "rpsPerVcpu: 50\n  software: { kind: script, script: 'echo' }"))),
        p => p.Weight == ReviewWeight.Security && p.Text.Contains("script at first boot", StringComparison.Ordinal));

    [Fact]
    public void Destroy_SaysWhatIsLost()
    {
        var points = ReviewPoints.Of(RequestKind.Destroy, SamplePlan.Shop, Make.ProductionSheet());

        Assert.All(points, p => Assert.Equal(ReviewWeight.Irreversible, p.Weight));
        Assert.Contains(points, p => p.Text.Contains("a final snapshot stays", StringComparison.Ordinal));
        Assert.Single(ReviewPoints.Risks(RequestKind.Destroy, SamplePlan.Shop, Make.ProductionSheet()));
    }

    [Theory]
    [InlineData("pci-dss", 1)]
    [InlineData("gdpr", 0)]
    public void Risks_AreTickedWhereTheFirewallFailsOpenUnderAStrictProgramme(string programme, int risks) =>
        Assert.Equal(risks, ReviewPoints.Risks(RequestKind.Create, SamplePlan.Shop, Make.ProductionSheet(("budget:", $"compliance: [{programme}]\nbudget:"))).Count);
}
