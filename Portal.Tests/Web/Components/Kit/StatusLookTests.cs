using Bunit;
using Portal.Domain.Approvals;
using Portal.Domain.Controls;
using Portal.Domain.Deployments;
using Portal.Domain.Environments;
using Portal.Domain.Planning.Document;
using Portal.Domain.Requests;
using Portal.Web.Components.Kit;

namespace Portal.Tests.Web.Components.Kit;

public sealed class StatusLookTests : BunitContext
{
    [Fact]
    public void Of_EveryState_HasAWordOfItsOwn()
    {
        Assert.All(Enum.GetValues<EnvironmentState>().GroupBy(s => StatusLook.Of(s).Word), g => Assert.Single(g));
        Assert.All(Enum.GetValues<RequestState>().GroupBy(s => StatusLook.Of(s).Word), g => Assert.Single(g));
        Assert.All(Enum.GetValues<DeploymentState>().GroupBy(s => StatusLook.Of(s).Word), g => Assert.Single(g));
        Assert.All(Enum.GetValues<StackPhase>().GroupBy(s => StatusLook.Of(s).Word), g => Assert.Single(g));
    }

    [Theory]
    [InlineData("CREATE_COMPLETE", Tone.Good)]
    [InlineData("CREATE_IN_PROGRESS", Tone.Progress)]
    [InlineData("CREATE_FAILED", Tone.Bad)]
    [InlineData("ROLLBACK_COMPLETE", Tone.Bad)]
    [InlineData("UPDATE_ROLLBACK_COMPLETE", Tone.Bad)]
    [InlineData("UPDATE_ROLLBACK_IN_PROGRESS", Tone.Attention)]
    [InlineData("UPDATE_ROLLBACK_FAILED", Tone.Bad)]
    [InlineData("DELETE_COMPLETE", Tone.Neutral)]
    [InlineData("SOMETHING_NEW", Tone.Neutral)]
    public void OfAws_KeepsTheSpellingAndKnowsTheMeaning(string status, Tone tone)
    {
        var look = StatusLook.OfAws(status);

        Assert.Equal(status, look.Word);
        Assert.Equal(tone, look.Tone);
    }

    [Fact]
    public void OfAws_WhenTheEventCarriesAnEnvironmentsState_SaysItsWord() =>
        Assert.Equal("Running", StatusLook.OfAws("running").Word);

    [Fact]
    public void Badge_ShowsWordAndIconBesideTheColour()
    {
        var badge = Render<StatusBadge>(p => p.Add(b => b.Look, StatusLook.Of(EnvironmentState.Failed)));

        Assert.Equal("Failed", badge.Find(".badge.bad").TextContent.Trim());
        Assert.NotNull(badge.Find(".badge svg path[d]"));
    }

    [Fact]
    public void Icon_OfEveryState_Exists()
    {
        var looks = Enum.GetValues<StackPhase>().Select(StatusLook.Of)
            .Concat(Enum.GetValues<EnvironmentState>().Select(StatusLook.Of))
            .Concat(Enum.GetValues<RequestState>().Select(StatusLook.Of))
            .Concat(Enum.GetValues<DeploymentState>().Select(StatusLook.Of))
            .Concat(Enum.GetValues<FindingStatus>().Select(StatusLook.Of))
            .Concat(Enum.GetValues<ApprovalDecision>().Select(StatusLook.Of))
            .Concat(Enum.GetValues<RefusalKind>().Select(StatusLook.Of));

        Assert.All(looks, look => Render<StatusBadge>(p => p.Add(b => b.Look, look)));
    }
}
