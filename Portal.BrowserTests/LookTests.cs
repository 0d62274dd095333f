using Deque.AxeCore.Playwright;

namespace Portal.BrowserTests;

/// <summary>Every page can be read by everybody: axe finds nothing, and nothing sticks out sideways, on a phone and on a desk, light and dark.</summary>
public sealed class LookTests(Browser browser, RunningPortal portal)
{
    public static MatrixTheoryData<string, int, ColorScheme> Looks => new(
        ["/", "/requests", "/requests/new", "/approvals", "/environments"],
        [390, 1440],
        [ColorScheme.Light, ColorScheme.Dark]);

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task Page_IsReadableByEverybody(string path, int width, ColorScheme scheme)
    {
        await using var context = await browser.ContextAsync(portal.Url, width, scheme: scheme);
        var page = await context.NewPageAsync();
        await page.SignInAsync(path == "/requests/new" ? "requester" : "approver");
        await page.GotoAsync(path);

        await AssertReadableAsync(page);
    }

    /// <summary>A draft has the most to be done with: change, ask for approval, download.</summary>
    [Theory]
    [InlineData(390, ColorScheme.Light)]
    [InlineData(390, ColorScheme.Dark)]
    [InlineData(1440, ColorScheme.Light)]
    [InlineData(1440, ColorScheme.Dark)]
    public async Task Draft_IsReadableByEverybody(int width, ColorScheme scheme)
    {
        await using var context = await browser.ContextAsync(portal.Url, width, scheme: scheme);
        var page = await context.NewPageAsync();
        await page.SignInAsync("requester");
        await page.SaveDraftAsync($"look-{width}-{scheme}".ToLowerInvariant());

        await AssertReadableAsync(page);
    }

    private static async Task AssertReadableAsync(IPage page)
    {
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".skeleton")).ToHaveCountAsync(0);

        var found = await page.RunAxe();

        Assert.Empty(found.Violations.Select(v => $"{v.Id}: {v.Help} ({string.Join(", ", v.Nodes.Select(n => n.Html))})"));
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), "The page is wider than its window.");
    }
}
