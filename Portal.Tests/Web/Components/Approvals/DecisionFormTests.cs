using Bunit;
using Portal.Domain.Approvals;
using Portal.Domain.Requests;
using Portal.Web.Components.Approvals;

namespace Portal.Tests.Web.Components.Approvals;

public sealed class DecisionFormTests : BunitContext
{
    private readonly List<DecisionMade> made = [];

    [Fact]
    public void Approve_OfOnesOwnRequest_IsDisabledAndSaysWhy()
    {
        var form = Show(whyNot: "You asked for this yourself; somebody else has to decide.");

        var button = Assert.Single(form.FindAll("button"));
        Assert.True(button.HasAttribute("disabled"));
        Assert.Contains("somebody else", form.Find($"#{button.GetAttribute("aria-describedby")}").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Approve_WithoutAComment_Decides()
    {
        Button(Show(), "Approve").Click();

        Assert.Equal(new DecisionMade(ApprovalDecision.Approve, null), Assert.Single(made));
    }

    [Theory]
    [InlineData("Send back", ApprovalDecision.SendBack)]
    [InlineData("Reject", ApprovalDecision.Reject)]
    public void SendBackAndReject_NeedAWordWhy(string word, ApprovalDecision decision)
    {
        var form = Show();

        Button(form, word).Click();
        Assert.Empty(made);
        Assert.NotNull(form.Find("[role=alert]"));

        form.Find("#decision-comment").Input(" cheaper, please ");
        Button(form, word).Click();
        Assert.Equal(new DecisionMade(decision, "cheaper, please"), Assert.Single(made));
    }

    [Fact]
    public void Approve_WithARiskThatIsNotTicked_DoesNotDecide()
    {
        var form = Show(risks: ["the firewall fails open"]);

        Button(form, "Approve").Click();
        Assert.Empty(made);

        form.Find("input[type=checkbox]").Change(true);
        Button(form, "Approve").Click();
        Assert.Single(made);
    }

    [Fact]
    public void Decided_OffersNothingToPress() => Assert.Empty(Show(state: RequestState.Approved).FindAll("button"));

    private static AngleSharp.Dom.IElement Button(IRenderedComponent<DecisionForm> form, string word) => form.FindAll("button").Single(b => b.TextContent.Trim() == word);

    private IRenderedComponent<DecisionForm> Show(RequestState state = RequestState.Submitted, string? whyNot = null, IReadOnlyList<string>? risks = null) =>
        Render<DecisionForm>(p => p.Add(f => f.State, state).Add(f => f.WhyNot, whyNot).Add(f => f.Risks, risks ?? []).Add(f => f.OnDecide, made.Add));
}
