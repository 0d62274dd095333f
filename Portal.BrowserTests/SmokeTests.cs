namespace Portal.BrowserTests;

/// <summary>The script of another .NET version drives these pages (docs/adr/0001): this is what notices when it no longer does.</summary>
public sealed class SmokeTests(Browser browser, RunningPortal portal)
{
    [Fact]
    public async Task Pages_ComeAlive_AndAskNobodyElseForAnything()
    {
        await using var context = await browser.ContextAsync(portal.Url);
        var page = await context.NewPageAsync();
        var strangers = new List<string>();
        var complaints = new List<string>();
        page.Request += (_, request) => { if (!request.Url.StartsWith(portal.Url, StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal)) strangers.Add(request.Url); };
        page.Console += (_, message) => { if (message.Type == "error") complaints.Add(message.Text); };
        var circuit = page.WaitForWebSocketAsync();

        await page.SignInAsync("requester");

        Assert.Contains("/_blazor", (await circuit).Url);
        Assert.Empty(strangers);
        Assert.Empty(complaints);
    }
}
