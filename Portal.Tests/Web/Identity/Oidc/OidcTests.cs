using System.Net;
using Portal.Data.Identity;
using Portal.Domain.Identity;

namespace Portal.Tests.Web.Identity.Oidc;

public sealed class OidcTests : IAsyncLifetime
{
    private TinyIssuer issuer = null!;
    private PortalHost portal = null!;

    public static TheoryData<string> Tamperings => [.. Tampered.Keys];

    private static Dictionary<string, Action<TinyIssuer>> Tampered { get; } = new()
    {
        ["wrong nonce"] = i => i.Claims["nonce"] = "guess",
        ["no nonce"] = i => i.Claims["nonce"] = null,
        ["wrong audience"] = i => i.Claims["aud"] = "another-client",
        ["two audiences, made for the other"] = i => (i.Claims["aud"], i.Claims["azp"]) = (new[] { TinyIssuer.ClientId, "another-client" }, "another-client"),
        ["two audiences, made for nobody in particular"] = i => i.Claims["aud"] = new[] { TinyIssuer.ClientId, "another-client" },
        ["wrong issuer"] = i => i.Claims["iss"] = "http://127.0.0.1:1",
        ["expired"] = i => (i.Claims["nbf"], i.Claims["exp"]) = (1_600_000_000L, 1_600_000_300L),
        ["not yet valid"] = i => i.Claims["nbf"] = 4_000_000_000L,
        ["no expiry"] = i => i.Claims["exp"] = null,
        ["nobody"] = i => i.Claims["sub"] = null,
        ["another key"] = i => i.Write = (issuer, claims) => issuer.SignWithAnotherKey(claims),
        ["the public key as a secret"] = i => i.Write = (issuer, claims) => issuer.SignAsIfSymmetric(claims),
        ["unsigned"] = i => i.Write = (_, claims) => TinyIssuer.Unsigned(claims),
        ["changed after signing"] = i => i.Write = (issuer, claims) => Changed(issuer.SignHonestly(claims)),
        ["no id_token"] = i => i.Write = (_, _) => null,
        ["answer of another issuer"] = i => i.AnswersAs = "http://127.0.0.1:1",
    };

    public async ValueTask InitializeAsync()
    {
        issuer = await TinyIssuer.StartAsync();
        portal = await StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await portal.DisposeAsync();
        await issuer.DisposeAsync();
    }

    [Fact]
    public async Task SignIn_WithAnHonestToken_GivesTheRightsOfItsClaims()
    {
        using var browser = portal.Anonymous();

        var answer = await SignInAsync(browser, "/environments");

        Assert.Equal((HttpStatusCode.Redirect, "/environments"), (answer.StatusCode, answer.Headers.Location!.ToString()));
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/api/v1/requests")).StatusCode);
        var person = await portal.Get<People>().FindAsync("u-1", CancellationToken.None);
        Assert.Equal("Ann", person!.DisplayName);
        Assert.Equal([Role.Requester, Role.Approver], person.Roles.Order());
        Assert.Equal(["storefront"], person.Teams);
    }

    [Theory]
    [MemberData(nameof(Tamperings))]
    public async Task SignIn_WithATamperedToken_IsRefused(string tampering)
    {
        using var browser = portal.Anonymous();
        Tampered[tampering](issuer);

        var answer = await SignInAsync(browser, "/");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.GetAsync("/api/v1/requests")).StatusCode);
        Assert.Null(await portal.Get<People>().FindAsync("u-1", CancellationToken.None));
    }

    [Fact]
    public async Task SignIn_WithAForgedState_IsRefused()
    {
        using var browser = portal.Anonymous();

        var answer = await browser.GetAsync("/signin-oidc?code=x&state=forged");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task SignIn_WithTheAnswerToAnotherBrowser_IsRefused()
    {
        using var victim = portal.Anonymous();
        using var attacker = portal.Anonymous();

        var answer = await victim.GetAsync(await AnswerAsync(attacker, "/"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task SignIn_AfterTheProviderChangedItsKey_Works()
    {
        using var browser = portal.Anonymous();
        await SignInAsync(browser, "/");
        issuer.ChangeKey();
        using var another = portal.Anonymous();

        Assert.Equal(HttpStatusCode.Redirect, (await SignInAsync(another, "/")).StatusCode);
    }

    [Fact]
    public async Task SignIn_Again_ReplacesTheRights()
    {
        using var browser = portal.Anonymous();
        await SignInAsync(browser, "/");
        issuer.Claims["roles"] = new[] { "auditor" };

        await SignInAsync(browser, "/");

        Assert.Equal([Role.Auditor], (await portal.Get<People>().FindAsync("u-1", CancellationToken.None))!.Roles);
    }

    [Fact]
    public async Task Approver_WithoutASecondFactor_IsNone_WhereItIsRequired()
    {
        await using var strict = await StartAsync(("Authentication:RequireMfaFor", "approver"));
        using var browser = strict.Anonymous();
        await SignInAsync(browser, "/");
        Assert.DoesNotContain(Role.Approver, (await strict.Get<People>().FindAsync("u-1", CancellationToken.None))!.Roles);

        issuer.Claims["amr"] = new[] { "pwd", "mfa" };
        await SignInAsync(browser, "/");

        Assert.Contains(Role.Approver, (await strict.Get<People>().FindAsync("u-1", CancellationToken.None))!.Roles);
    }

    [Fact]
    public async Task LocalSignIn_IsNotThere()
    {
        using var browser = portal.Anonymous();
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("userName", "approver")]);

        await browser.PostAsync("/signin", form);

        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.GetAsync("/api/v1/requests")).StatusCode);
    }

    [Theory]
    [InlineData("Authentication:Authority", "http://idp.example")]
    [InlineData("Authentication:Authority", "ftp://127.0.0.1")]
    [InlineData("Authentication:RequireMfaFor", "boss")]
    public async Task Start_WithASettingThatIsNotSafe_IsRefused(string key, string value)
    {
        await using var wrong = await StartAsync((key, value));

        Assert.Contains(value, Assert.Throws<InvalidOperationException>(() => wrong.Services).Message, StringComparison.Ordinal);
    }

    private async Task<PortalHost> StartAsync(params (string Key, string Value)[] settings)
    {
        var all = new Dictionary<string, string> { ["Authentication:Mode"] = "oidc", ["Authentication:Authority"] = issuer.Url, ["Authentication:ClientId"] = TinyIssuer.ClientId, ["Authentication:ClientSecret"] = "s" };
        foreach (var (key, value) in settings)
        {
            all[key] = value;
        }

        return await PortalHost.StartAsync(settings: [.. all.Select(s => (s.Key, s.Value))]);
    }

    private static async Task<HttpResponseMessage> SignInAsync(HttpClient browser, string returnUrl) => await browser.GetAsync(await AnswerAsync(browser, returnUrl));

    /// <summary>The address to which the provider sends the browser back.</summary>
    private static async Task<string> AnswerAsync(HttpClient browser, string returnUrl)
    {
        var challenge = await browser.GetAsync($"/signin?returnUrl={Uri.EscapeDataString(returnUrl)}");
        using var outside = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        var back = await outside.GetAsync(challenge.Headers.Location);
        return back.Headers.Location!.PathAndQuery;
    }

    private static string Changed(string token)
    {
        var parts = token.Split('.');
        var payload = Microsoft.IdentityModel.Tokens.Base64UrlEncoder.Decode(parts[1]).Replace("u-1", "u-2", StringComparison.Ordinal);
        return $"{parts[0]}.{Microsoft.IdentityModel.Tokens.Base64UrlEncoder.Encode(payload)}.{parts[2]}";
    }
}
