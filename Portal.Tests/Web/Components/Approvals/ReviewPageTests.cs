using AngleSharp.Dom;
using Bunit;
using Portal.Data.Requests;
using Portal.Domain.Identity;
using Portal.Domain.Planning.Document;
using Portal.Domain.Requests;
using Portal.Web.Components.Approvals;
using Portal.Web.Controls;
using Portal.Web.Requests;

namespace Portal.Tests.Web.Components.Approvals;

public sealed class ReviewPageTests : PageContext
{
    [Fact]
    public async Task Approve_MakesTheEnvironment_AndLeadsThere()
    {
        var request = await SubmittedAsync();
        SignIn("approver");
        var page = Open(request);

        await Button(page, "Approve").ClickAsync(new());

        var environment = (await Get<RequestStore>().FindAsync(request.Id, CancellationToken.None))!.EnvironmentId;
        Assert.NotNull(page.Find($".actions a[href='/environments/{environment}']"));
        Assert.Equal("Approved", page.Find(".page-head .badge").TextContent.Trim());
    }

    [Fact]
    public async Task Approve_ByTheRequester_IsDisabledWithTheReason()
    {
        var request = await SubmittedAsync();
        SignIn("requester");

        var page = Open(request);

        Assert.True(Button(page, "Approve").HasAttribute("disabled"));
        Assert.Contains("You asked for this yourself", page.Find("#why-not").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Approve_WhenTheRevisionMoved_SaysSoInPlainWordsAndDecidesNothing()
    {
        var request = await SubmittedAsync();
        SignIn("approver");
        var page = Open(request);
        await ChangeAsync(request);

        await Button(page, "Approve").ClickAsync(new());

        Assert.Contains("The content changed since you looked", page.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Null((await Get<RequestStore>().FindAsync(request.Id, CancellationToken.None))!.EnvironmentId);
    }

    [Fact]
    public async Task SendBack_ShowsTheCommentToTheTeam()
    {
        var request = await SubmittedAsync();
        SignIn("approver");
        var page = Open(request);

        page.Find("#decision-comment").Input("Half the size, please.");
        await Button(page, "Send back").ClickAsync(new());

        Assert.Equal("Sent back", page.Find(".page-head .badge").TextContent.Trim());
        Assert.Contains("Half the size, please.", page.Find(".said").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Approve_WithAWaiver_TicksItFirst_AndStandsInTheRecord()
    {
        var request = await WaivedAsync();
        SignIn("approver");
        var page = Open(request);
        var risk = page.FindAll(".decide label.switch").Single(label => label.TextContent.Contains("pci-dss/1", StringComparison.Ordinal));
        Assert.Contains("by approver2: Proof comes in January.", risk.TextContent, StringComparison.Ordinal);

        await Button(page, "Approve").ClickAsync(new());
        Assert.Contains("Tick what you accept first", page.Find("#decision-fault").TextContent, StringComparison.Ordinal);
        TickAll(page);
        await Button(page, "Approve").ClickAsync(new());

        Assert.Equal("Approved", page.Find(".page-head .badge").TextContent.Trim());
        Assert.Contains("Rests on the waiver of pci-dss/1", page.Find(".notice.good").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Approve_WhenAWaiverChangedSinceOneLooked_DecidesNothing_AndAsksForANewTick()
    {
        var request = await WaivedAsync();
        SignIn("approver");
        var page = Open(request);
        TickAll(page);
        var waivers = Get<WaiverService>();
        var other = LocalPeople.Find("approver2")!;
        await waivers.WithdrawAsync(other, request.Id, "pci-dss/1", CancellationToken.None);
        await waivers.GiveAsync(other, request.Id, "pci-dss/1", "It takes the whole summer.", Day(200), CancellationToken.None);

        await Button(page, "Approve").ClickAsync(new());

        Assert.Contains("The waivers changed since you looked", page.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Null((await Get<RequestStore>().FindAsync(request.Id, CancellationToken.None))!.EnvironmentId);
        Assert.False(page.FindAll(".decide label.switch").Single(label => label.TextContent.Contains("whole summer", StringComparison.Ordinal)).QuerySelector("input")!.HasAttribute("checked"));
    }

    [Fact]
    public void Review_OfWhatIsNotYours_DoesNotSayThatItExists()
    {
        SignIn("approver");

        var page = Render<ReviewPage>(p => p.Add(r => r.RequestKey, Guid.NewGuid().ToString()));

        Assert.Contains("There is no such request", page.Find(".empty").TextContent, StringComparison.Ordinal);
    }

    private static IElement Button(IRenderedComponent<ReviewPage> page, string word) => page.FindAll("button").Single(b => b.TextContent.Trim() == word);

    private IRenderedComponent<ReviewPage> Open(RequestView request)
    {
        var page = Render<ReviewPage>(p => p.Add(r => r.RequestKey, request.Id.ToString()));
        page.WaitForElement(".decide");
        return page;
    }

    private static void TickAll(IRenderedComponent<ReviewPage> page)
    {
        for (var index = 0; index < page.FindAll(".decide input[type=checkbox]").Count; index++)
        {
            page.FindAll(".decide input[type=checkbox]")[index].Change(true);
        }
    }

    private DateOnly Day(int days) => DateOnly.FromDateTime(Get<TimeProvider>().GetUtcNow().UtcDateTime).AddDays(days);

    private async Task<RequestView> WaivedAsync()
    {
        var request = await FailingAsync();
        await Get<WaiverService>().GiveAsync(LocalPeople.Find("approver2")!, request.Id, "pci-dss/1", "Proof comes in January.", Day(30), CancellationToken.None);
        return (await Get<RequestService>().SubmitAsync(LocalPeople.Find("requester")!, request.Id, CancellationToken.None)).Value!;
    }

    /// <summary>The team hands in another revision and asks again.</summary>
    private async Task ChangeAsync(RequestView request)
    {
        var requester = LocalPeople.Find("requester")!;
        var revised = await Get<RequestService>().ReviseAsync(requester, request.Id, request.Digest, Make.Edited(Make.SheetYaml(Stage.Production, request.Name), ("peakRps: 200", "peakRps: 201")), CancellationToken.None);
        await Get<RequestService>().SubmitAsync(requester, revised.Value!.Id, CancellationToken.None);
    }
}
