using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Portal.Web.Identity.Oidc;

/// <summary>OAuth's code flow with state, correlation cookie and PKCE; the endpoints come from the provider's discovery document.</summary>
internal sealed class OidcOptions : OAuthOptions
{
    public const string FromDiscovery = "https://discovery.invalid/";

    public OidcOptions()
    {
        CallbackPath = "/signin-oidc";
        UsePkce = true;
        AuthorizationEndpoint = TokenEndpoint = FromDiscovery;
        CorrelationCookie.SameSite = SameSiteMode.Lax;
    }

    public OidcSettings Provider { get; set; } = null!;

    /// <summary>The provider's endpoints and keys as last fetched; renewed in the background.</summary>
    public IConfigurationManager<OpenIdConnectConfiguration>? Discovery { get; set; }

    /// <summary>The same as they are this moment.</summary>
    public Task<OpenIdConnectConfiguration> FetchAsync(CancellationToken cancellationToken) => OpenIdConnectConfigurationRetriever.GetAsync(DiscoveryAddress, Documents, cancellationToken);

    internal string DiscoveryAddress => Provider.Authority + "/.well-known/openid-configuration";

    internal HttpDocumentRetriever Documents => new(Backchannel) { RequireHttps = Provider.IsSecure };
}

internal sealed class OidcPostConfigure : IPostConfigureOptions<OidcOptions>
{
    public void PostConfigure(string? name, OidcOptions options) =>
        options.Discovery ??= new ConfigurationManager<OpenIdConnectConfiguration>(options.DiscoveryAddress, new OpenIdConnectConfigurationRetriever(), options.Documents);
}
