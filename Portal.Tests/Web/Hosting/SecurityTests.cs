using System.Net;

namespace Portal.Tests.Web.Hosting;

public sealed class SecurityTests(SharedPortal shared) : IClassFixture<SharedPortal>
{
    private readonly PortalHost portal = shared.Host;

    [Theory]
    [InlineData("/signin", HttpStatusCode.OK)]
    [InlineData("/", HttpStatusCode.Redirect)]
    [InlineData("/healthz", HttpStatusCode.OK)]
    [InlineData("/openapi/v1.json", HttpStatusCode.OK)]
    [InlineData("/api/v1/requests", HttpStatusCode.Unauthorized)]
    [InlineData("/nowhere/at/all", HttpStatusCode.Redirect)]
    [InlineData("/_blazor/disconnect", HttpStatusCode.Unauthorized)]
    public async Task EveryAnswer_CarriesTheHeaders(string path, HttpStatusCode status)
    {
        using var browser = portal.Anonymous();

        var answer = await browser.GetAsync(path);

        Assert.Equal(status, answer.StatusCode);
        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
        Assert.Contains("object-src 'none'", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("same-origin", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
        Assert.False(answer.Headers.Contains("Server"));
    }

    [Fact]
    public async Task SignInPage_HasNoInlineScript()
    {
        using var browser = portal.Anonymous();

        var page = await browser.GetStringAsync("/signin");

        Assert.DoesNotMatch("<script(?![^>]*src=)", page);
        Assert.DoesNotMatch(" on[a-z]+=\"", page);
    }

    [Theory]
    [InlineData("https://evil.example", HttpStatusCode.Forbidden)]
    [InlineData("http://localhost:81", HttpStatusCode.Forbidden)]
    [InlineData("null", HttpStatusCode.Forbidden)]
    [InlineData("http://localhost", HttpStatusCode.Unauthorized)]
    public async Task Circuit_FromAForeignPage_IsRefused(string origin, HttpStatusCode status)
    {
        using var browser = portal.Anonymous();
        browser.DefaultRequestHeaders.Add("Origin", origin);

        Assert.Equal(status, (await browser.PostAsync("/_blazor/negotiate?negotiateVersion=1", null)).StatusCode);
    }

    [Theory]
    [InlineData("192.0.2.7", HttpStatusCode.Forbidden)]
    [InlineData("127.0.0.1", HttpStatusCode.OK)]
    [InlineData("::1", HttpStatusCode.OK)]
    public async Task LocalMode_AnswersThisMachineOnly(string client, HttpStatusCode status)
    {
        using var browser = portal.Anonymous();
        browser.DefaultRequestHeaders.Add(TestConnection.ClientHeader, client);

        Assert.Equal(status, (await browser.GetAsync("/signin")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/healthz")).StatusCode);
    }

    [Fact]
    public async Task LocalMode_BehindAForgedHeader_StillAnswersThisMachineOnly_C44()
    {
        using var browser = portal.Anonymous();
        browser.DefaultRequestHeaders.Add(TestConnection.ClientHeader, "192.0.2.7");
        browser.DefaultRequestHeaders.Add("X-Forwarded-For", "127.0.0.1");

        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync("/signin")).StatusCode);
    }

    [Fact]
    public async Task LocalMode_BehindALoopbackPublish_AnswersTheContainersNetwork()
    {
        await using var container = await PortalHost.StartAsync(settings: ("Authentication:LocalBehindLoopbackPublish", "true"));
        using var browser = container.Anonymous();
        browser.DefaultRequestHeaders.Add(TestConnection.ClientHeader, "172.17.0.1");

        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/signin")).StatusCode);
    }

    [Fact]
    public async Task LocalMode_UnderAForeignName_IsRefused()
    {
        using var browser = portal.Anonymous();
        browser.DefaultRequestHeaders.Host = "rebound.evil.example";

        Assert.Equal(HttpStatusCode.BadRequest, (await browser.GetAsync("/signin")).StatusCode);
    }

    [Fact]
    public async Task Readyz_KnowsWhetherTheDatabaseIsUpToDate()
    {
        using var browser = portal.Anonymous();

        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/readyz")).StatusCode);
    }

    [Theory]
    [InlineData("Authentication:Mode", "none")]
    [InlineData("Database:Provider", "oracle")]
    public async Task Start_WithASettingThatMeansNothing_IsRefused(string key, string value)
    {
        await using var wrong = await PortalHost.StartAsync(settings: (key, value));

        var refusal = Assert.Throws<InvalidOperationException>(() => wrong.Services);

        Assert.Contains(value, refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Aws:Mode", "aws")]
    [InlineData("Aws:Mode", "endpoint")]
    [InlineData("urls", "http://0.0.0.0:5080")]
    [InlineData("urls", "http://127.0.0.1:5080;http://*:5081")]
    [InlineData("Kestrel:Endpoints:Open:Url", "http://192.0.2.1:80")]
    public async Task Embedded_WithAnythingButSimulatedAwsOnThisMachine_IsRefused(string key, string value)
    {
        await using var wrong = await PortalHost.StartAsync(settings: [("Portal:Embedded", "true"), (key, value)]);

        Assert.Contains("Portal__Embedded", Assert.Throws<InvalidOperationException>(() => wrong.Services).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Embedded_WithPostgres_IsRefused()
    {
        await using var wrong = await PortalHost.StartAsync(settings: [("Portal:Embedded", "true"), ("Database:Provider", "postgresql"), ("ConnectionStrings:Portal", "Host=127.0.0.1")]);

        Assert.Contains("Portal__Embedded", Assert.Throws<InvalidOperationException>(() => wrong.Services).Message, StringComparison.Ordinal);
    }
}
