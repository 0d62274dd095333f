using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Mvc;
using Portal.Data.Identity;
using Portal.Web.Identity.Oidc;

namespace Portal.Web.Identity;

/// <summary>
/// The forms behind the sign-in page: <c>POST /signin</c> with <c>userName</c> and <c>returnUrl</c> in local mode, and <c>POST /signout</c>.
/// Both carry the antiforgery token. With an identity provider <c>GET /signin</c> leads there. They stand before the pages of the same path.
/// </summary>
internal static class SignInEndpoints
{
    public static void MapSignIn(this IEndpointRouteBuilder routes)
    {
        var settings = SignInSettings.From(routes.ServiceProvider.GetRequiredService<IConfiguration>());
        if (settings.IsLocal)
        {
            routes.MapPost(SignIn.Path, SignInAsync).AllowAnonymous().WithOrder(-1);
        }
        else
        {
            routes.MapGet(SignIn.Path, ToProvider).AllowAnonymous().WithOrder(-1);
        }

        routes.MapPost("/signout", SignOutAsync).AllowAnonymous().WithOrder(-1);
    }

    private static async Task<IResult> SignInAsync(HttpContext context, People people, [FromForm] string userName, [FromForm] string? returnUrl, CancellationToken cancellationToken)
    {
        if (await people.FindAsync(userName, cancellationToken) is not { } person)
        {
            return Results.Problem(statusCode: StatusCodes.Status400BadRequest, title: "Nobody of that name is known here.");
        }

        await context.SignInAsync(CookieAuthenticationDefaults.AuthenticationScheme, UserPrincipal.Of(person.UserName, CookieAuthenticationDefaults.AuthenticationScheme));
        return Results.LocalRedirect(LocalUrl.OrHome(returnUrl));
    }

    private static IResult ToProvider(string? returnUrl) =>
        Results.Challenge(new AuthenticationProperties { RedirectUri = LocalUrl.OrHome(returnUrl) }, [OidcRegistration.Scheme]);

    private static async Task<IResult> SignOutAsync(HttpContext context, [FromForm] string? returnUrl)
    {
        await context.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        return Results.LocalRedirect(LocalUrl.OrHome(returnUrl));
    }
}
