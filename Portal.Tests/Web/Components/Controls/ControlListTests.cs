using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Portal.Domain;
using Portal.Domain.Controls;
using Portal.Web.Components.Controls;

namespace Portal.Tests.Web.Components.Controls;

public sealed class ControlListTests : BunitContext
{
    private static readonly DateOnly Today = new(2026, 11, 25);
    private static readonly Finding Failed = new("pci-dss/1", "Something is proven", FindingStatus.Failed, [new Evidence("edge", "WebAcl")]) { Action = "Nothing proves it." };

    private readonly List<WaiverAsked> asked = [];
    private readonly List<string> withdrawn = [];

    public ControlListTests() => Services.AddSingleton(TimeProvider.System);

    [Fact]
    public void Failed_SaysWhatAndWhere_AndIsWaivedUntilADayForAReason()
    {
        var list = Show();
        Assert.Contains("Nothing proves it.", list.Find("article").TextContent, StringComparison.Ordinal);
        Assert.Contains("edge/WebAcl", list.Find("article").TextContent, StringComparison.Ordinal);

        Button(list, "Waive until…").Click();
        Assert.Equal(("2026-11-25", "2027-11-25"), (list.Find("#waive-until").GetAttribute("min"), list.Find("#waive-until").GetAttribute("max")));
        list.Find("#waive-until").Change("2026-12-31");
        list.Find("#waive-reason").Input("Proof comes in January.");
        list.Find("form").Submit();

        Assert.Equal(new WaiverAsked("pci-dss/1", "Proof comes in January.", new DateOnly(2026, 12, 31)), Assert.Single(asked));
    }

    [Fact]
    public void Faults_StandBesideTheirFields_AndTheFormStaysOpen()
    {
        var list = Show();
        Button(list, "Waive until…").Click();

        list.Render(p => p.Add(l => l.Faults, [new Problem("reason", "Say why."), new Problem("", "Not now.")]));
        list.Find("form").Submit();

        Assert.Contains("Say why.", list.Find("#waive-reason-fault").TextContent, StringComparison.Ordinal);
        Assert.Contains("Not now.", list.Find("form [role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Empty(list.FindAll("#waive-until-fault"));
    }

    [Fact]
    public void Waived_ShowsReasonDayAndName_AndCanBeWithdrawn()
    {
        var list = Show(new Waiver("pci-dss/1", "Proof comes in January.", new DateOnly(2026, 12, 31), "approver2", new DateTimeOffset(2026, 11, 25, 9, 0, 0, TimeSpan.Zero)));

        Assert.Equal("Waived", list.Find("article .badge").TextContent.Trim());
        var terms = list.Find("article dl").TextContent;
        Assert.All(["31 Dec 2026", "36 more days", "approver2", "Proof comes in January."], word => Assert.Contains(word, terms, StringComparison.Ordinal));

        Button(list, "Withdraw waiver").Click();
        Assert.Equal(["pci-dss/1"], withdrawn);
    }

    [Fact]
    public void Expired_IsFailed_AndNamesWhatEnded()
    {
        var list = Show(new Waiver("pci-dss/1", "Proof comes in January.", Today.AddDays(-1), "approver2", default));

        Assert.Equal("Failed", list.Find("article .badge").TextContent.Trim());
        Assert.Contains("The waiver of approver2 ended on 24 Nov 2026", list.Find("article").TextContent, StringComparison.Ordinal);
        Assert.NotNull(Button(list, "Waive until…"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void WithoutTheRight_NothingCanBePressed_AndTheReasonStandsThere(bool waived)
    {
        var list = Show(waived ? new Waiver("pci-dss/1", "Proof comes in January.", Today, "approver2", default) : null, whyNot: "Only an approver may waive a control.");

        Assert.Empty(list.FindAll("button"));
        Assert.Equal(!waived, list.Markup.Contains("Only an approver may waive a control.", StringComparison.Ordinal));
    }

    [Fact]
    public void WhatHolds_AndWhatIsUpToPeople_IsCountedAndListedWithItsEvidence()
    {
        var list = Show();

        Assert.Contains("1 failed, 1 up to people, 1 satisfied", list.Find("header").TextContent, StringComparison.Ordinal);
        Assert.Equal(["Satisfied (1)", "Up to people (1)"], list.FindAll("summary").Select(s => s.TextContent));
        Assert.Contains("compute/AutoScalingGroup", list.Find("details").TextContent, StringComparison.Ordinal);
    }

    private static AngleSharp.Dom.IElement Button(IRenderedComponent<ControlList> list, string word) => list.FindAll("button").Single(b => b.TextContent.Trim() == word);

    private IRenderedComponent<ControlList> Show(Waiver? waiver = null, string? whyNot = null) => Render<ControlList>(p => p
        .Add(l => l.Items, ControlStanding.On(
            [
                Failed,
                new Finding("pci-dss/2", "Something else is proven", FindingStatus.Satisfied, [new Evidence("compute", "AutoScalingGroup")]),
                new Finding("pci-dss/3", "There is a policy", FindingStatus.Organisational, []) { Action = "Write one." },
            ],
            waiver is null ? [] : [waiver],
            Today))
        .Add(l => l.Today, Today)
        .Add(l => l.WhyNot, whyNot)
        .Add(l => l.OnWaive, asked.Add)
        .Add(l => l.OnWithdraw, withdrawn.Add));
}
