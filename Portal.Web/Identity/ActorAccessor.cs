using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Portal.Data.Identity;
using Portal.Domain.Identity;

namespace Portal.Web.Identity;

/// <summary>The actor behind a page or circuit. Ask before every command: the answer follows the directory, not the cookie.</summary>
public sealed class ActorAccessor(AuthenticationStateProvider authentication, People people)
{
    /// <summary>Null where nobody is signed in or the person is no longer known.</summary>
    public async Task<Actor?> CurrentAsync(CancellationToken cancellationToken = default) =>
        (await authentication.GetAuthenticationStateAsync()).User.UserName() is { } name ? await people.FindAsync(name, cancellationToken) : null;
}

internal static class PrincipalName
{
    /// <summary>The stable name that four eyes compare, or null where nobody is signed in.</summary>
    public static string? UserName(this ClaimsPrincipal principal) =>
        principal.Identity is { IsAuthenticated: true } ? principal.FindFirstValue(ClaimTypes.NameIdentifier) : null;
}
