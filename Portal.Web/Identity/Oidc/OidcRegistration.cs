using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.Options;

namespace Portal.Web.Identity.Oidc;

internal static class OidcRegistration
{
    public const string Scheme = "oidc";

    public static AuthenticationBuilder AddOidc(this AuthenticationBuilder authentication, OidcSettings settings)
    {
        authentication.Services.AddSingleton<IPostConfigureOptions<OidcOptions>, OidcPostConfigure>();
        return authentication.AddOAuth<OidcOptions, OidcHandler>(Scheme, o =>
        {
            o.Provider = settings;
            o.ClientId = settings.ClientId;
            o.ClientSecret = settings.ClientSecret.Length > 0 ? settings.ClientSecret : "none";
            o.SignInScheme = CookieAuthenticationDefaults.AuthenticationScheme;
            foreach (var scope in (string[])["openid", "profile", settings.RoleClaim])
            {
                o.Scope.Add(scope);
            }

            o.CorrelationCookie.SecurePolicy = settings.IsSecure ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
            o.Events.OnRemoteFailure = RefuseAsync;
        });
    }

    private static async Task RefuseAsync(RemoteFailureContext context)
    {
        context.HandleResponse();
        await Results.Problem(statusCode: StatusCodes.Status400BadRequest, title: "The sign-in did not work; try again.").ExecuteAsync(context.HttpContext);
    }
}
