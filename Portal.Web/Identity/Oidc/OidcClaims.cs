using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using Portal.Domain;
using Portal.Domain.Identity;

namespace Portal.Web.Identity.Oidc;

/// <summary>What an id_token must hold to be believed, and what it says about a person.</summary>
internal static class OidcClaims
{
    private const string RolePrefix = "portal.";

    // Signatures by the provider's private key only: neither "none" nor a secret that we hold, too.
    private static readonly string[] Algorithms = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512"];

    public static async Task<TokenValidationResult> ValidateAsync(string raw, OpenIdConnectConfiguration provider, string clientId)
    {
        var result = await new JsonWebTokenHandler { MapInboundClaims = false }.ValidateTokenAsync(raw, new TokenValidationParameters
        {
            ValidIssuer = provider.Issuer,
            ValidAudience = clientId,
            IssuerSigningKeys = provider.SigningKeys,
            RequireSignedTokens = true,
            RequireExpirationTime = true,
            ValidAlgorithms = Algorithms,
        });
        return result.IsValid && !IsFor((JsonWebToken)result.SecurityToken, clientId)
            ? new TokenValidationResult { IsValid = false, Exception = new SecurityTokenInvalidAudienceException("The id_token was made for another party.") }
            : result;
    }

    public static Actor ToActor(JsonWebToken token, OidcSettings settings)
    {
        if (string.IsNullOrEmpty(token.Subject))
        {
            throw new SecurityTokenException("The id_token names nobody.");
        }

        var strong = Values(token, "amr").Contains("mfa");
        return new Actor
        {
            UserName = token.Subject,
            DisplayName = Values(token, "name").Concat(Values(token, "preferred_username")).FirstOrDefault(token.Subject),
            Roles = Values(token, settings.RoleClaim).SelectMany(Role).Where(role => strong || !settings.RequireMfaFor.Contains(role)).ToHashSet(),
            Teams = Values(token, settings.TeamClaim).ToHashSet(StringComparer.Ordinal),
        };
    }

    /// <summary>With several audiences the token says which one it was made for.</summary>
    private static bool IsFor(JsonWebToken token, string clientId) =>
        token.TryGetClaim("azp", out var party) ? party.Value == clientId : token.Audiences.Count() == 1;

    /// <summary><c>approver</c> or <c>portal.approver</c>; what means nothing here is left out.</summary>
    private static IEnumerable<Role> Role(string value) =>
        Wire.TryParse<Role>(value.StartsWith(RolePrefix, StringComparison.Ordinal) ? value[RolePrefix.Length..] : value, out var role) ? [role] : [];

    private static IEnumerable<string> Values(JsonWebToken token, string claim) => token.Claims.Where(c => c.Type == claim).Select(c => c.Value);
}
