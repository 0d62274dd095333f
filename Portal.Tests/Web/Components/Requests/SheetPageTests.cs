using Bunit;
using Bunit.TestDoubles;
using Microsoft.AspNetCore.Components;
using Portal.Data.Requests;
using Portal.Domain.Requests;
using Portal.Web.Components.Requests;

namespace Portal.Tests.Web.Components.Requests;

public sealed class SheetPageTests : PageContext
{
    [Fact]
    public async Task Save_StoresTheRequest_AndGoesToIt()
    {
        SignIn("requester");
        var page = Open();
        await page.InvokeAsync(() => page.Find("#field-metadata-name").Input("till"));
        await page.InvokeAsync(() => page.Find("#field-metadata-costCenter").Input("CC-7"));

        await page.InvokeAsync(() => page.Find(".actions button").ClickAsync(new()));

        var stored = Assert.Single(await Get<RequestStore>().ListAsync(teams: null, state: null, before: null, take: 10, CancellationToken.None));
        Assert.Equal(("till", RequestState.Draft), (stored.Name, stored.State));
        Assert.EndsWith($"/requests/{stored.Id}", Get<NavigationManager>().Uri, StringComparison.Ordinal);
        Assert.Contains(JSInterop.Invocations, i => i.Identifier == "portal.forget");
    }

    [Fact]
    public async Task Save_WithAFault_SumsItUpAndShowsItBesideItsField()
    {
        SignIn("requester");
        var page = Open();

        await page.InvokeAsync(() => page.Find(".actions button").ClickAsync(new()));

        Assert.Contains(page.FindAll("[role=alert] li"), li => li.TextContent.Contains("metadata.name", StringComparison.Ordinal));
        Assert.NotNull(page.Find("#field-metadata-name-fault"));
        Assert.Empty(await Get<RequestStore>().ListAsync(teams: null, state: null, before: null, take: 10, CancellationToken.None));
    }

    [Fact]
    public async Task Save_UnderATakenName_SaysSoBesideTheName()
    {
        await SavedAsync("till");
        SignIn("requester");
        var page = Open();
        await page.InvokeAsync(() => page.Find("#field-metadata-name").Input("till"));
        await page.InvokeAsync(() => page.Find("#field-metadata-team").Change("storefront"));
        await page.InvokeAsync(() => page.Find("#field-metadata-costCenter").Input("CC-7"));

        await page.InvokeAsync(() => page.Find(".actions button").ClickAsync(new()));

        Assert.Contains("choose another name", page.Find("#field-metadata-name-fault").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Draft_OfTheBrowser_ComesBackAfterAReload()
    {
        JSInterop.Setup<string?>("portal.kept", _ => true).SetResult(Make.SheetYaml(name: "written-before"));
        SignIn("requester");

        var page = Render<SheetPage>();

        page.WaitForAssertion(() => Assert.Equal("written-before", page.Find("#field-metadata-name").GetAttribute("value")));
    }

    [Fact]
    public async Task Typing_IsKeptInTheBrowser()
    {
        SignIn("requester");
        var page = Open();

        await page.InvokeAsync(() => page.Find("#field-metadata-name").Input("till"));

        page.WaitForAssertion(() => Assert.Contains("name: till", JSInterop.Invocations.Last(i => i.Identifier == "portal.keep").Arguments[1]!.ToString()!, StringComparison.Ordinal));
    }

    [Fact]
    public void Design_FollowsTheSheet()
    {
        SignIn("requester");

        var page = Open();

        page.WaitForAssertion(() => Assert.Contains("$1,235", page.Find(".price").TextContent, StringComparison.Ordinal), TimeSpan.FromSeconds(30));
    }

    [Fact]
    public void New_ForWhoMayNotAsk_IsAnExplanationInsteadOfAForm()
    {
        SignIn("auditor");

        var page = Render<SheetPage>();

        page.WaitForElement(".empty");
        Assert.Empty(page.FindAll("input"));
    }

    private IRenderedComponent<SheetPage> Open()
    {
        var page = Render<SheetPage>();
        page.WaitForElement("#field-metadata-name");
        return page;
    }
}
