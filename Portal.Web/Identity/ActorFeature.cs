using System.Security.Claims;
using Portal.Data.Identity;
using Portal.Domain.Identity;

namespace Portal.Web.Identity;

/// <summary>Looks the caller up for this one request; somebody who is no longer known is nobody.</summary>
internal static class ActorFeature
{
    public static async Task SetAsync(HttpContext context, RequestDelegate next)
    {
        if (context.User.UserName() is { } name)
        {
            var people = context.RequestServices.GetRequiredService<People>();
            if (await people.FindAsync(name, context.RequestAborted) is { } actor)
            {
                context.Features.Set(actor);
            }
            else
            {
                context.User = new ClaimsPrincipal(new ClaimsIdentity());
            }
        }

        await next(context);
    }

    /// <summary>The caller of an endpoint that lets nobody in without one.</summary>
    public static Actor Actor(this HttpContext context) => context.Features.Get<Actor>() ?? throw new InvalidOperationException("The endpoint lets strangers in.");
}
