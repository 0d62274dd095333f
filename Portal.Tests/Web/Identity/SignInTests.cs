using System.Net;
using System.Text.RegularExpressions;

namespace Portal.Tests.Web.Identity;

public sealed class SignInTests(SharedPortal shared) : IClassFixture<SharedPortal>
{
    private readonly PortalHost portal = shared.Host;

    [Fact]
    public async Task SignIn_SetsACookie_ThatScriptsAndOtherSitesDoNotGet()
    {
        using var browser = portal.Anonymous();

        var answer = await SignInAsync(browser, "requester", "/environments?page=2");

        Assert.Equal((HttpStatusCode.Redirect, "/environments?page=2"), (answer.StatusCode, answer.Headers.Location!.ToString()));
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"), c => c.StartsWith("portal=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.Ordinal);
        Assert.Contains("samesite=lax", cookie, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/api/v1/requests")).StatusCode);
    }

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("//evil.example")]
    [InlineData(@"/\evil.example")]
    [InlineData("/\t/evil.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("evil.example")]
    [InlineData("")]
    public async Task SignIn_WithAForeignReturnUrl_GoesHome(string returnUrl)
    {
        using var browser = portal.Anonymous();

        var answer = await SignInAsync(browser, "requester", returnUrl);

        Assert.Equal((HttpStatusCode.Redirect, "/"), (answer.StatusCode, answer.Headers.Location!.ToString()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("tampered")]
    public async Task SignIn_WithoutTheFormsToken_IsRefused(string token)
    {
        using var browser = portal.Anonymous();
        await FormTokenAsync(browser);

        var answer = await PostAsync(browser, "/signin", token, ("userName", "requester"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.GetAsync("/api/v1/requests")).StatusCode);
    }

    [Theory]
    [InlineData("nobody")]
    [InlineData("Requester")]
    [InlineData("")]
    public async Task SignIn_AsSomebodyUnknown_IsRefused(string userName)
    {
        using var browser = portal.Anonymous();

        Assert.Equal(HttpStatusCode.BadRequest, (await SignInAsync(browser, userName, "/")).StatusCode);
    }

    [Fact]
    public async Task SignOut_NeedsTheFormsToken_AndEndsTheSession()
    {
        using var browser = portal.Anonymous();
        await SignInAsync(browser, "requester", "/");

        var forged = await PostAsync(browser, "/signout", "tampered");
        Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/api/v1/requests")).StatusCode);

        await PostAsync(browser, "/signout", await FormTokenAsync(browser));
        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.GetAsync("/api/v1/requests")).StatusCode);
    }

    [Fact]
    public async Task Page_WithoutASession_LeadsToSignIn_AndBack()
    {
        using var browser = portal.Anonymous();

        var answer = await browser.GetAsync("/environments?team=a");

        Assert.Equal((HttpStatusCode.Redirect, "/signin?returnUrl=%2Fenvironments%3Fteam%3Da"), (answer.StatusCode, answer.Headers.Location!.PathAndQuery));
    }

    [Fact]
    public async Task SignInPage_IsOpen_AndListsThePeople()
    {
        using var browser = portal.Anonymous();

        var page = await browser.GetStringAsync("/signin");

        Assert.Contains("approver2", page, StringComparison.Ordinal);
        Assert.Contains("__RequestVerificationToken", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignIn_ByGet_ChangesNothing()
    {
        using var browser = portal.Anonymous();

        await browser.GetAsync("/signin?userName=requester");

        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.GetAsync("/api/v1/requests")).StatusCode);
    }

    [Fact]
    public async Task Cookie_MayReadTheApi_ButNotChangeAnything()
    {
        var (id, digest) = await portal.SubmittedAsync();
        using var browser = portal.Anonymous();
        await SignInAsync(browser, "approver", "/");

        var answer = await browser.PostAsync($"/api/v1/requests/{id}/decisions", PortalHost.Sheet($$"""{ "decision": "approve", "digest": "{{digest}}" }""", "application/json"));

        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync($"/api/v1/requests/{id}")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task Cookie_OnARequestThatAnotherSiteStarted_IsRefused()
    {
        using var browser = portal.Anonymous();
        await SignInAsync(browser, "approver", "/");
        browser.DefaultRequestHeaders.Add("Sec-Fetch-Site", "cross-site");

        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync("/api/v1/requests")).StatusCode);
    }

    private static async Task<HttpResponseMessage> SignInAsync(HttpClient browser, string userName, string returnUrl) =>
        await PostAsync(browser, "/signin", await FormTokenAsync(browser), ("userName", userName), ("returnUrl", returnUrl));

    /// <summary>As a browser has it: from the sign-in page.</summary>
    private static async Task<string> FormTokenAsync(HttpClient browser) =>
        Regex.Match(await browser.GetStringAsync("/signin"), "name=\"__RequestVerificationToken\" value=\"([^\"]+)\"").Groups[1].Value;

    private static async Task<HttpResponseMessage> PostAsync(HttpClient browser, string path, string token, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Append(("__RequestVerificationToken", token)).Select(f => KeyValuePair.Create(f.Item1, f.Item2)));
        return await browser.PostAsync(path, form);
    }
}
