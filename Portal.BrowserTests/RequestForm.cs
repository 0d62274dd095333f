namespace Portal.BrowserTests;

internal static class RequestForm
{
    /// <summary>A machine that does other things beside may take this long to plan and save.</summary>
    public const float Patience = 240_000;

    /// <summary>The smallest preset under a name of its own; ends on the page of the draft.</summary>
    public static async Task SaveDraftAsync(this IPage page, string name)
    {
        await page.GotoAsync("/requests/new");
        await page.GetByRole(AriaRole.Button, new() { Name = "Try something out" }).ClickAsync();
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Name" }).FillAsync(name);
        await page.GetByLabel("Team").SelectOptionAsync("storefront");
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Cost center" }).FillAsync("CC-1042");
        await Assertions.Expect(page.GetByLabel("Live design")).ToContainTextAsync("/ month");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save request" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Ask for approval" })).ToBeVisibleAsync(new() { Timeout = Patience });
    }
}
