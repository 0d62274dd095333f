using Portal.Domain.Identity;

namespace Portal.Web.Identity;

internal static class ActorTeams
{
    /// <summary>The one place where lists are cut to what the actor sees; null means every team.</summary>
    public static IReadOnlyCollection<string>? TeamFilter(this Actor actor) => actor.SeesAllTeams ? null : [.. actor.Teams];
}
