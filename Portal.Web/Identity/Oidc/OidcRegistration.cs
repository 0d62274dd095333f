using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.Options;

namespace Portal.Web.Identity.Oidc;

internal static class OidcRegistration
{
    public const string Scheme = "oidc";

    public static AuthenticationBuilder AddOidc(this AuthenticationBuilder authentication, OidcSettings settings)
    {
        authentication.AddOAuth<OidcOptions, OidcHandler>(Scheme, o =>
        {
            o.Provider = settings;
            o.ClientId = settings.ClientId;
            o.ClientSecret = "unused"; // OAuth insists on one; a public client has none, and ours is sent by the handler.
            o.SignInScheme = CookieAuthenticationDefaults.AuthenticationScheme;
            foreach (var scope in (string[])["openid", "profile", settings.RoleClaim])
            {
                o.Scope.Add(scope);
            }

            o.CorrelationCookie.SecurePolicy = settings.IsSecure ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
            o.Events.OnRemoteFailure = RefuseAsync;
        });
        // After OAuth's own, which makes the client that fetches the discovery document.
        authentication.Services.AddSingleton<IPostConfigureOptions<OidcOptions>, OidcPostConfigure>();
        return authentication;
    }

    private static async Task RefuseAsync(RemoteFailureContext context)
    {
        context.HandleResponse();
        await Results.Problem(statusCode: StatusCodes.Status400BadRequest, title: "The sign-in did not work; try again.").ExecuteAsync(context.HttpContext);
    }
}
