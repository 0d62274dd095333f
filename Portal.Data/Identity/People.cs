using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Portal.Domain.Identity;

namespace Portal.Data.Identity;

/// <summary>
/// Who is known here and what they may do now. Web asks for every command and the worker before every deployment, so that a right that is
/// taken away is gone at once.
/// </summary>
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
    /// <summary>By <c>Authentication__Mode</c>, which is the same for web and worker.</summary>
    public static IServiceCollection AddPeople(this IServiceCollection services, IConfiguration configuration) => (configuration["Authentication:Mode"] ?? "local") == "local"
        ? services.AddSingleton<People, LocalDirectory>()
        : services.AddSingleton<People, ProviderDirectory>();
}
