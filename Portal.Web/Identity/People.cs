using Portal.Data.Identity;
using Portal.Domain.Identity;

namespace Portal.Web.Identity;

/// <summary>Who is known here and what they may do now. Asked anew for every command, so that a right that is taken away is gone at once.</summary>
public abstract class People
{
    public abstract Task<Actor?> FindAsync(string userName, CancellationToken cancellationToken);
}

/// <summary>The built-in people of one machine.</summary>
internal sealed class LocalDirectory : People
{
    public override Task<Actor?> FindAsync(string userName, CancellationToken cancellationToken) => Task.FromResult(LocalPeople.Find(userName));
}

/// <summary>Whoever the identity provider sent, with the rights of the last sign-in.</summary>
internal sealed class ProviderDirectory(PersonStore people) : People
{
    public override Task<Actor?> FindAsync(string userName, CancellationToken cancellationToken) => people.FindAsync(userName, cancellationToken);
}

internal static class PeopleRegistration
{
    public static IServiceCollection AddPeople(this IServiceCollection services, IConfiguration configuration) => SignInSettings.From(configuration).IsLocal
        ? services.AddSingleton<People, LocalDirectory>()
        : services.AddSingleton<People, ProviderDirectory>();
}
