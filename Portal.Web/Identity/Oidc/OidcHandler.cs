using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using Portal.Data.Identity;

namespace Portal.Web.Identity.Oidc;

/// <summary>
/// OpenID Connect over the framework's OAuth handler, since Microsoft.AspNetCore.Authentication.OpenIdConnect cannot be restored here (docs/adr/0001).
/// Adds what OAuth lacks: discovery, nonce, a checked id_token, and the issuer of the answer (RFC 9207).
/// </summary>
internal sealed class OidcHandler(IOptionsMonitor<OidcOptions> options, ILoggerFactory logger, UrlEncoder encoder, PersonStore people) : OAuthHandler<OidcOptions>(options, logger, encoder)
{
    private const string NonceKey = ".oidc.nonce";
    private OpenIdConnectConfiguration provider = null!;

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        await DiscoverAsync();
        await base.HandleChallengeAsync(properties);
    }

    protected override string BuildChallengeUrl(AuthenticationProperties properties, string redirectUri)
    {
        var nonce = Base64UrlEncoder.Encode(RandomNumberGenerator.GetBytes(32));
        properties.Items[NonceKey] = nonce; // travels inside the protected state
        var query = new Uri(base.BuildChallengeUrl(properties, redirectUri)).Query;
        return QueryHelpers.AddQueryString(provider.AuthorizationEndpoint + (provider.AuthorizationEndpoint.Contains('?', StringComparison.Ordinal) ? "&" + query[1..] : query), "nonce", nonce);
    }

    protected override async Task<HandleRequestResult> HandleRemoteAuthenticateAsync()
    {
        await DiscoverAsync();
        if (Request.Query.TryGetValue("iss", out var issuer) && issuer != provider.Issuer)
        {
            return HandleRequestResult.Fail("The answer comes from another issuer.");
        }

        try
        {
            return await base.HandleRemoteAuthenticateAsync();
        }
        catch (SecurityTokenException refusal)
        {
            return HandleRequestResult.Fail(refusal);
        }
    }

    protected override async Task<OAuthTokenResponse> ExchangeCodeAsync(OAuthCodeExchangeContext context)
    {
        var form = new Dictionary<string, string>
        {
            ["grant_type"] = "authorization_code",
            ["code"] = context.Code,
            ["redirect_uri"] = context.RedirectUri,
            ["client_id"] = Options.ClientId,
        };
        if (Options.Provider.ClientSecret.Length > 0)
        {
            form["client_secret"] = Options.Provider.ClientSecret;
        }

        if (context.Properties.Items.Remove(OAuthConstants.CodeVerifierKey, out var verifier) && verifier is not null)
        {
            form[OAuthConstants.CodeVerifierKey] = verifier;
        }

        using var content = new FormUrlEncodedContent(form);
        using var answer = await Backchannel.PostAsync(new Uri(provider.TokenEndpoint), content, Context.RequestAborted);
        return answer.IsSuccessStatusCode
            ? OAuthTokenResponse.Success(JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Context.RequestAborted)))
            : OAuthTokenResponse.Failed(new AuthenticationFailureException($"The identity provider refused the code with {(int)answer.StatusCode}."));
    }

    protected override async Task<AuthenticationTicket> CreateTicketAsync(ClaimsIdentity identity, AuthenticationProperties properties, OAuthTokenResponse tokens)
    {
        var raw = tokens.Response?.RootElement.TryGetProperty("id_token", out var sent) == true ? sent.GetString() : null;
        var token = await ReadAsync(raw ?? throw new SecurityTokenException("The answer holds no id_token."));
        properties.Items.Remove(NonceKey, out var nonce);
        CheckNonce(token, nonce);
        var person = OidcClaims.ToActor(token, Options.Provider);
        await people.PutAsync(person, Context.RequestAborted);
        return new AuthenticationTicket(UserPrincipal.Of(person.UserName, Options.SignInScheme!), properties, Scheme.Name);
    }

    private async Task DiscoverAsync() => provider = await Options.Discovery!.GetConfigurationAsync(Context.RequestAborted);

    /// <summary>A key that is not known yet is looked for once: providers change their keys.</summary>
    private async Task<JsonWebToken> ReadAsync(string raw)
    {
        var read = await OidcClaims.ValidateAsync(raw, provider, Options.ClientId);
        if (read.Exception is SecurityTokenSignatureKeyNotFoundException)
        {
            Options.Discovery!.RequestRefresh(); // for the others; it works in the background
            provider = await Options.FetchAsync(Context.RequestAborted);
            read = await OidcClaims.ValidateAsync(raw, provider, Options.ClientId);
        }

        return read.IsValid ? (JsonWebToken)read.SecurityToken : throw new SecurityTokenException("The id_token is not valid.", read.Exception);
    }

    private static void CheckNonce(JsonWebToken token, string? expected)
    {
        token.TryGetClaim("nonce", out var nonce);
        if (expected is null || nonce is null || !CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(nonce.Value), Encoding.ASCII.GetBytes(expected)))
        {
            throw new SecurityTokenException("The id_token was not made for this sign-in.");
        }
    }
}
