using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.HostFiltering;
using Portal.Web.Identity.Oidc;

namespace Portal.Web.Identity;

/// <summary>Who is asking: a cookie for people, a bearer token for programs, nothing without either.</summary>
internal static class SignIn
{
    public const string Path = "/signin";
    private const string Either = "portal";
    private static readonly TimeSpan Session = TimeSpan.FromHours(8);

    public static void AddSignIn(this WebApplicationBuilder builder)
    {
        var settings = SignInSettings.From(builder.Configuration);
        var provider = settings.IsLocal ? null : OidcSettings.From(builder.Configuration);
        var authentication = builder.Services
            .AddAuthentication(Either)
            .AddPolicyScheme(Either, null, o => o.ForwardDefaultSelector = context => context.Request.Headers.Authorization.Count > 0 ? TokenHandler.Scheme : CookieAuthenticationDefaults.AuthenticationScheme)
            .AddCookie(o => Configure(o, secure: provider is { IsSecure: true }))
            .AddScheme<AuthenticationSchemeOptions, TokenHandler>(TokenHandler.Scheme, null);
        if (provider is not null)
        {
            authentication.AddOidc(provider);
        }

        AllowOwnHostsOnly(builder, settings);
        builder.Services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        builder.Services.AddCascadingAuthenticationState();
        builder.Services.AddScoped<ActorAccessor>();
        builder.Services.AddScoped<AuthenticationStateProvider, CircuitAuthentication>();
    }

    public static void UseSignIn(this WebApplication app)
    {
        app.UseAuthentication();
        app.Use(ActorFeature.SetAsync);
        app.UseAuthorization();
    }

    private static void Configure(CookieAuthenticationOptions cookie, bool secure)
    {
        cookie.Cookie.Name = secure ? "__Host-portal" : "portal";
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.Cookie.SecurePolicy = secure ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        cookie.LoginPath = Path;
        cookie.ReturnUrlParameter = "returnUrl";
        cookie.ExpireTimeSpan = Session;
        cookie.SlidingExpiration = false;
        cookie.Events.OnRedirectToLogin = context => Refuse(context, StatusCodes.Status401Unauthorized);
        cookie.Events.OnRedirectToAccessDenied = context => Refuse(context, StatusCodes.Status403Forbidden);
    }

    /// <summary>A program is told so in a status; a person is led to the sign-in page.</summary>
    private static Task Refuse(RedirectContext<CookieAuthenticationOptions> context, int status)
    {
        if (status == StatusCodes.Status401Unauthorized && !context.Request.Path.StartsWithSegments("/api") && !context.Request.Path.StartsWithSegments("/_blazor"))
        {
            context.Response.Redirect(context.RedirectUri);
        }
        else
        {
            context.Response.StatusCode = status;
        }

        return Task.CompletedTask;
    }

    /// <summary>Without passwords, a foreign name that resolves to this machine would be as good as being here.</summary>
    private static void AllowOwnHostsOnly(WebApplicationBuilder builder, SignInSettings settings)
    {
        if (settings.IsLocal && string.IsNullOrEmpty(builder.Configuration["AllowedHosts"]))
        {
            builder.Services.PostConfigure<HostFilteringOptions>(o => o.AllowedHosts = ["localhost", "127.0.0.1", "[::1]"]);
        }
    }
}
