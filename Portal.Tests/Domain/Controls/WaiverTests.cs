using Portal.Domain;
using Portal.Domain.Controls;
using Portal.Domain.Identity;
using Portal.Domain.Planning.Document;

namespace Portal.Tests.Domain.Controls;

public sealed class WaiverTests
{
    private const string Open = "pci-dss/6.4.2.open";
    private const string Reason = "The shop must sell meanwhile";
    private static readonly DateOnly Today = new(2026, 11, 25);

    private static readonly IReadOnlyList<Finding> Findings =
    [
        new("pci-dss/3.5", "Stored data is encrypted", FindingStatus.Satisfied, []),
        new(Open, "The firewall fails closed", FindingStatus.Failed, [new Evidence("edge", "WebAcl")]) { Action = "The firewall fails open." },
        new("pci-dss/12.1", "There is a policy", FindingStatus.Organisational, []) { Action = "Write one." },
    ];

    [Fact]
    public void Standing_OfAFailedControlWithAWaiver_IsWaived_WithReasonDayAndName()
    {
        var control = Standing([Waiver(Today)])[1];

        Assert.Equal(FindingStatus.Waived, control.Finding.Status);
        Assert.Equal($"The firewall fails open. Waived until 2026-11-25 by approver: {Reason}", control.Finding.Action);
        Assert.Equal(Findings[1].Evidence, control.Finding.Evidence);
        Assert.Equal(FindingStatus.Failed, control.Planned.Status);
    }

    [Fact]
    public void Standing_TheDayAfter_IsFailedAgain_AndNamesWhatExpired()
    {
        var waiver = Waiver(Today.AddDays(-1));

        var control = Standing([waiver])[1];

        Assert.Equal((FindingStatus.Failed, null, waiver), (control.Finding.Status, control.Waiver, control.Expired));
        Assert.Same(Findings[1], control.Finding);
    }

    [Fact]
    public void Standing_OfSeveralWaivers_TakesTheLongest() =>
        Assert.Equal(Today.AddDays(9), Standing([Waiver(Today.AddDays(-3)), Waiver(Today.AddDays(9)), Waiver(Today)])[1].Waiver!.Until);

    [Fact]
    public void Standing_OfWhatDidNotFail_KnowsNoWaiver()
    {
        var standing = Standing([Waiver(Today, "pci-dss/3.5"), Waiver(Today, "pci-dss/12.1"), Waiver(Today, "pci-dss/9.9")]);

        Assert.All(standing, control => Assert.Null(control.Waiver ?? control.Expired));
        Assert.Equal(Findings, standing.Select(control => control.Finding));
    }

    [Fact]
    public void WaivedPlan_ChangesControlsAndTheirWarnings_AndNothingElse()
    {
        var other = new PlanWarning("network", "One NAT gateway serves all zones.");
        var plan = new Plan { Name = "shop", Team = "storefront", Digest = Digest.Of([new("content", "a")]), Feasible = true, Controls = Findings, Warnings = [other, .. Warnings()] };

        var waived = WaivedPlan.Of(plan, Standing([Waiver(Today)]));

        Assert.Equal([FindingStatus.Satisfied, FindingStatus.Waived, FindingStatus.Organisational], waived.Controls.Select(control => control.Status));
        Assert.Equal([other], waived.Warnings);
        Assert.Equal(PlanJson.Write(plan), PlanJson.Write(waived with { Controls = plan.Controls, Warnings = plan.Warnings }));
        Assert.Equal(PlanJson.Write(plan), PlanJson.Write(WaivedPlan.Of(plan, Standing([Waiver(Today.AddDays(-1))]))));
    }

    [Theory]
    [InlineData("approver", true)]
    [InlineData("approver2", true)]
    [InlineData("auditor", false)]
    [InlineData("operator", false)]
    [InlineData("finance", false)]
    [InlineData("requester", false)]
    public void MayWaive_TakesAnApprover(string person, bool may) => Assert.Equal(may, WaiverRule.MayWaive(LocalPeople.Find(person)!, "somebody") is null);

    [Fact]
    public void MayWaive_WhatOneAskedForOneself_IsRefused() =>
        Assert.Contains("yourself", WaiverRule.MayWaive(LocalPeople.Find("approver")!, "approver")!.Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(Open, "0123456789", 0, "")]
    [InlineData(Open, "  012345678  ", 0, "reason")]
    [InlineData("pci-dss/9.9", Reason, 0, "control")]
    [InlineData("", Reason, 0, "control")]
    [InlineData(Open, Reason, -1, "until")]
    [InlineData(Open, Reason, 365, "")]
    [InlineData(Open, Reason, 366, "until")]
    [InlineData("", "", -1, "control reason until")]
    public void Faults_NameEveryField(string control, string reason, int days, string paths) =>
        Assert.Equal(paths, string.Join(' ', WaiverRule.Faults(Standing([]), control, reason, Today.AddDays(days), Today).Select(fault => fault.Path)));

    [Theory]
    [InlineData(500, true)]
    [InlineData(501, false)]
    public void Faults_OfAReason_CountItsCharacters(int length, bool fits) =>
        Assert.Equal(fits, WaiverRule.Faults(Standing([]), Open, new string('x', length), Today, Today).Count == 0);

    [Fact]
    public void Faults_WithoutADay_AskForOne() => Assert.Equal("until", Assert.Single(WaiverRule.Faults(Standing([]), Open, Reason, null, Today)).Path);

    [Fact]
    public void NothingToWaive_WhereTheControlHoldsOrIsWaivedAlready()
    {
        Assert.Null(WaiverRule.NothingToWaive(Standing([]), Open));
        Assert.Null(WaiverRule.NothingToWaive(Standing([Waiver(Today.AddDays(-1))]), Open));
        Assert.Contains("until 2026-11-25", WaiverRule.NothingToWaive(Standing([Waiver(Today)]), Open)!.Message, StringComparison.Ordinal);
        Assert.Contains("satisfied", WaiverRule.NothingToWaive(Standing([]), "pci-dss/3.5")!.Message, StringComparison.Ordinal);
        Assert.Contains("organisational", WaiverRule.NothingToWaive(Standing([]), "pci-dss/12.1")!.Message, StringComparison.Ordinal);
    }

    private static IReadOnlyList<ControlStanding> Standing(IReadOnlyList<Waiver> waivers) => ControlStanding.On(Findings, waivers, Today);

    private static Waiver Waiver(DateOnly until, string control = Open) => new(control, Reason, until, "approver", default);

    /// <summary>The planner's own words for what failed.</summary>
    private static IReadOnlyList<PlanWarning> Warnings() => [new("compliance", $"{Open} fails (The firewall fails closed): The firewall fails open. At edge/WebAcl.")];
}
