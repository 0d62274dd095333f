using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Portal.Worker.Aws;

public static class AwsRegistration
{
    /// <summary>The section <c>Aws</c> and the clients made from it.</summary>
    public static IServiceCollection AddAws(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton((configuration.GetSection("Aws").Get<AwsSettings>() ?? new AwsSettings()).Checked());
        services.AddSingleton<AwsClients>();
        return services;
    }
}
