using System.Text.RegularExpressions;

namespace Portal.BrowserTests;

/// <summary>From a filled-in form to running stacks and back to nothing, as two people in two browsers, over the real programs.</summary>
public sealed class WalkTests(Browser browser, RunningPortal portal)
{
    [Fact]
    public async Task Request_IsSavedApprovedByAnother_RunsAndIsDestroyed()
    {
        await using var requesters = await browser.ContextAsync(portal.Url);
        await using var approvers = await browser.ContextAsync(portal.Url);
        var requester = await requesters.NewPageAsync();
        var approver = await approvers.NewPageAsync();
        await requester.SignInAsync("requester");
        await approver.SignInAsync("approver");

        await AskAsync(requester, "walk-shop");
        await ApproveAsync(approver, "walk-shop");
        await OpenEnvironmentAsync(requester, "walk-shop");
        await SeesStateAsync(requester, "Running");
        await Assertions.Expect(requester.GetByRole(AriaRole.List, new() { Name = "Stacks in order" }).GetByText("CREATE_COMPLETE")).ToHaveCountAsync(7);
        await DestroyAsync(requester, "walk-shop");

        await SeesStateAsync(requester, "Destroyed");
    }

    private static async Task AskAsync(IPage page, string name)
    {
        await page.SaveDraftAsync(name);
        await page.GetByRole(AriaRole.Button, new() { Name = "Ask for approval" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync("Waiting for approval");
    }

    private static async Task ApproveAsync(IPage page, string name)
    {
        await page.GotoAsync("/approvals");
        await page.GetByRole(AriaRole.Link, new() { NameRegex = new Regex(name) }).First.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Approve", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync("Approved");
    }

    private static async Task OpenEnvironmentAsync(IPage page, string name)
    {
        await page.GotoAsync("/environments");
        await page.GetByRole(AriaRole.Link, new() { NameRegex = new Regex(name) }).First.ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = name, Level = 1 })).ToBeVisibleAsync();
    }

    private static async Task DestroyAsync(IPage page, string name)
    {
        await page.GetByLabel("Actions").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Destroy") }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        await dialog.GetByRole(AriaRole.Textbox).FillAsync(name);
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Destroy environment" }).ClickAsync();
    }

    /// <summary>The badge beside the title changes by itself; nobody reloads.</summary>
    private static Task SeesStateAsync(IPage page, string state) =>
        Assertions.Expect(page.Locator(".page-head .badge")).ToContainTextAsync(state, new() { Timeout = RequestForm.Patience });
}
