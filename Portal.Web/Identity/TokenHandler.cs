using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Portal.Data.Identity;

namespace Portal.Web.Identity;

/// <summary><c>Authorization: Bearer portal_…</c>: the token's user, with that user's rights of this moment.</summary>
internal sealed class TokenHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, TokenStore tokens)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public new const string Scheme = "Bearer";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Scheme + " ", StringComparison.OrdinalIgnoreCase))
        {
            return AuthenticateResult.Fail("Only bearer tokens are understood.");
        }

        return await tokens.UserOfAsync(header[(Scheme.Length + 1)..].Trim(), Context.RequestAborted) is { } userName
            ? AuthenticateResult.Success(new AuthenticationTicket(UserPrincipal.Of(userName, Scheme), Scheme))
            : AuthenticateResult.Fail("The token is unknown or revoked.");
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status401Unauthorized;
        Response.Headers.WWWAuthenticate = Scheme;
        return Task.CompletedTask;
    }
}

internal static class UserPrincipal
{
    /// <summary>A principal says only who it is; what the person may do is looked up.</summary>
    public static ClaimsPrincipal Of(string userName, string scheme) =>
        new(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, userName), new Claim(ClaimTypes.Name, userName)], scheme));
}
