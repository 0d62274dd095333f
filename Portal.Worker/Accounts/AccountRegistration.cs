using Microsoft.Extensions.DependencyInjection;

namespace Portal.Worker.Accounts;

internal static class AccountRegistration
{
    public static IServiceCollection AddAccounts(this IServiceCollection services) => services.AddSingleton<TargetRegions>().AddSingleton<ImageSync>();
}
