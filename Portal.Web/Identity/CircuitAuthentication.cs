using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Portal.Data.Identity;

namespace Portal.Web.Identity;

/// <summary>A circuit outlives its cookie: whoever is no longer known is signed out of open pages within half a minute.</summary>
internal sealed class CircuitAuthentication(ILoggerFactory logger, People people) : RevalidatingServerAuthenticationStateProvider(logger)
{
    protected override TimeSpan RevalidationInterval => TimeSpan.FromSeconds(30);

    protected override async Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken) =>
        authenticationState.User.UserName() is { } name && await people.FindAsync(name, cancellationToken) is not null;
}
