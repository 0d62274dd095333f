using Bunit;
using Microsoft.AspNetCore.Components;
using Portal.Data.Requests;
using Portal.Web.Components.Requests;

namespace Portal.Tests.Web.Components.Requests;

public sealed class RequestPageTests : PageContext
{
    [Fact]
    public async Task AskForApproval_SubmitsAndSaysSo()
    {
        var request = await SavedAsync();
        SignIn("requester");
        var page = Open(request);

        await page.FindAll("button").Single(b => b.TextContent.Trim() == "Ask for approval").ClickAsync(new());

        Assert.Equal("Waiting for approval", page.Find(".page-head .badge").TextContent.Trim());
    }

    [Theory]
    [InlineData("requester2")]
    [InlineData("auditor")]
    public async Task AskForApproval_IsOfferedOnlyToRequestersOfTheTeam(string person)
    {
        var request = await SavedAsync();
        SignIn(person);

        Assert.DoesNotContain("Ask for approval", Open(request).Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Request_OfAnotherTeam_IsNotThere()
    {
        var request = await SavedAsync();
        SignIn("requester2");

        Assert.Contains("There is no such request", Open(request).Find(".empty").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stacks_ShowTheTemplateByteForByte()
    {
        var request = await SavedAsync();
        SignIn("requester");
        var page = Open(request);

        page.Find("#tab-stacks").Click();

        page.WaitForAssertion(() => Assert.Equal("Description: foundation\n", page.Find(".code pre").TextContent));
    }

    [Fact]
    public async Task Download_LeadsToTheExport()
    {
        var request = await SavedAsync();
        SignIn("requester");

        var link = Open(request).FindAll("a.button").Single(a => a.TextContent.Trim() == "Download");

        Assert.Equal($"/api/v1/requests/{request.Id}/export", link.GetAttribute("href"));
        Assert.True(link.HasAttribute("download"));
    }

    [Fact]
    public async Task Control_ThatFails_IsWaivedAndWithdrawnOnThePage()
    {
        var request = await FailingAsync();
        SignIn("approver");
        var page = Open(request);
        Assert.Equal("1", page.Find("#tab-controls .count").TextContent[..1]);
        page.Find("#tab-controls").Click();
        page.WaitForElement("article");

        await Button(page, "Waive until…").ClickAsync(new());
        page.Find("#waive-until").Change(Tomorrow());
        page.Find("#waive-reason").Input("short");
        await page.Find("form").SubmitAsync();
        Assert.Contains("10 to 500 characters", page.Find("#waive-reason-fault").TextContent, StringComparison.Ordinal);
        page.Find("#waive-reason").Input("Proof comes in January.");
        await page.Find("form").SubmitAsync();

        Assert.Equal("Waived", page.Find("article .badge").TextContent.Trim());
        Assert.Empty(page.FindAll("#tab-controls .count"));

        await Button(page, "Withdraw waiver").ClickAsync(new());
        Assert.Equal("Failed", page.Find("article .badge").TextContent.Trim());
        Assert.Empty(page.FindAll("form"));
    }

    [Fact]
    public async Task Control_ThatFails_IsNotTheRequestersToWaive()
    {
        var request = await FailingAsync();
        SignIn("requester");
        var page = Open(request);
        page.Find("#tab-controls").Click();
        page.WaitForElement("article");

        Assert.Contains("You asked for this yourself", page.Find("[role=tabpanel]").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("[role=tabpanel] button"));
    }

    [Fact]
    public async Task Page_WithoutACircuitYet_ShowsNothingThatCannotBePressed()
    {
        var request = await SavedAsync();
        SignIn("requester");
        SetRendererInfo(new RendererInfo("Static", isInteractive: false));

        var page = Render<RequestPage>(p => p.Add(r => r.RequestKey, request.Id.ToString()));

        Assert.NotNull(page.Find(".skeleton"));
        Assert.Empty(page.FindAll("button"));
    }

    private static AngleSharp.Dom.IElement Button(IRenderedComponent<RequestPage> page, string word) => page.FindAll("button").Single(b => b.TextContent.Trim() == word);

    private string Tomorrow() => Get<TimeProvider>().GetUtcNow().AddDays(1).ToString("yyyy-MM-dd");

    private IRenderedComponent<RequestPage> Open(RequestView request)
    {
        var page = Render<RequestPage>(p => p.Add(r => r.RequestKey, request.Id.ToString()));
        page.WaitForState(() => page.FindAll(".skeleton").Count == 0);
        return page;
    }
}
