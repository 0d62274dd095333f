using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Portal.Tests.Web.Identity.Oidc;

/// <summary>An identity provider on loopback that signs what a test tells it to; it checks PKCE as a real one would.</summary>
internal sealed class TinyIssuer : IAsyncDisposable
{
    public const string ClientId = "portal";

    private readonly WebApplication app;
    private readonly Dictionary<string, (string Nonce, string Challenge)> codes = [];
    private RsaSecurityKey key = NewKey();

    private TinyIssuer(WebApplication app)
    {
        this.app = app;
        app.MapGet("/.well-known/openid-configuration", () => Results.Json(new
        {
            issuer = Url,
            authorization_endpoint = Url + "/authorize",
            token_endpoint = Url + "/token",
            jwks_uri = Url + "/jwks",
        }));
        app.MapGet("/jwks", () => Results.Json(new { keys = new[] { PublicKey() } }));
        app.MapGet("/authorize", (Delegate)Authorize);
        app.MapPost("/token", (Delegate)TokenAsync);
    }

    public string Url => app.Urls.Single();

    /// <summary>What the next id_token says; a value of null leaves the claim out.</summary>
    public Dictionary<string, object?> Claims { get; } = new()
    {
        ["sub"] = "u-1",
        ["name"] = "Ann",
        ["roles"] = new[] { "portal.requester", "approver", "janitor" },
        ["teams"] = new[] { "storefront" },
    };

    /// <summary>Makes the token out of the honest claims; the default signs them.</summary>
    public Func<TinyIssuer, Dictionary<string, object>, string?> Write { get; set; } = (issuer, claims) => issuer.SignHonestly(claims);

    /// <summary>The <c>iss</c> of the answer to the browser.</summary>
    public string? AnswersAs { get; set; }

    public static async Task<TinyIssuer> StartAsync()
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var issuer = new TinyIssuer(builder.Build());
        await issuer.app.StartAsync();
        return issuer;
    }

    public void ChangeKey() => key = NewKey();

    private static string Sign(Dictionary<string, object> claims, SecurityKey with, string algorithm = SecurityAlgorithms.RsaSha256) =>
        new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor { Claims = claims, SigningCredentials = new SigningCredentials(with, algorithm) });

    public string SignHonestly(Dictionary<string, object> claims) => Sign(claims, key);

    public string SignWithAnotherKey(Dictionary<string, object> claims) => Sign(claims, new RsaSecurityKey(RSA.Create(2048)) { KeyId = key.KeyId });

    /// <summary>The public key used as a shared secret.</summary>
    public string SignAsIfSymmetric(Dictionary<string, object> claims) =>
        Sign(claims, new SymmetricSecurityKey(Encoding.ASCII.GetBytes(key.Rsa.ExportRSAPublicKeyPem())) { KeyId = key.KeyId }, SecurityAlgorithms.HmacSha256);

    public static string Unsigned(Dictionary<string, object> claims) =>
        new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor { Claims = claims });

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private static RsaSecurityKey NewKey() => new(RSA.Create(2048)) { KeyId = Guid.NewGuid().ToString("N") };

    private object PublicKey()
    {
        var numbers = key.Rsa.ExportParameters(includePrivateParameters: false);
        return new { kty = "RSA", use = "sig", alg = "RS256", kid = key.KeyId, n = Base64UrlEncoder.Encode(numbers.Modulus), e = Base64UrlEncoder.Encode(numbers.Exponent) };
    }

    private IResult Authorize(HttpContext context)
    {
        var query = context.Request.Query;
        Assert.Equal((ClientId, "code", "S256"), (query["client_id"].ToString(), query["response_type"].ToString(), query["code_challenge_method"].ToString()));
        var code = Guid.NewGuid().ToString("N");
        codes[code] = (query["nonce"].ToString(), query["code_challenge"].ToString());
        return Results.Redirect(QueryHelpers.AddQueryString(query["redirect_uri"].ToString(), new Dictionary<string, string?> { ["code"] = code, ["state"] = query["state"], ["iss"] = AnswersAs ?? Url }));
    }

    private async Task<IResult> TokenAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync();
        if (!codes.Remove(form["code"].ToString(), out var asked) || Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString()))) != asked.Challenge)
        {
            return Results.BadRequest(new { error = "invalid_grant" });
        }

        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        var honest = new Dictionary<string, object?> { ["iss"] = Url, ["aud"] = ClientId, ["nonce"] = asked.Nonce, ["iat"] = now, ["nbf"] = now - 5, ["exp"] = now + 300 };
        foreach (var (name, value) in Claims)
        {
            honest[name] = value;
        }

        var token = Write(this, honest.Where(c => c.Value is not null).ToDictionary(c => c.Key, c => c.Value!));
        return token is null ? Results.Json(new { access_token = "a", token_type = "Bearer" }) : Results.Json(new { access_token = "a", token_type = "Bearer", id_token = token });
    }
}
