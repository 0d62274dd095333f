using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Portal.Data.Accounts;
using Portal.Data.Approvals;
using Portal.Data.Controls;
using Portal.Data.Deployments;
using Portal.Data.Environments;
using Portal.Data.Identity;
using Portal.Data.Requests;
using Portal.Data.Storage;

namespace Portal.Data;

public static class DataRegistration
{
    /// <summary>The stores over the configured database; <c>Func&lt;PortalDb&gt;</c> opens one context an operation.</summary>
    public static IServiceCollection AddPortalData(this IServiceCollection services, IConfiguration configuration)
    {
        var settings = DatabaseSettings.From(configuration);
        services.AddSingleton(settings);
        services.TryAddSingleton(TimeProvider.System);
        if (settings.Provider == DatabaseProvider.Sqlite)
        {
            services.AddPooledDbContextFactory<SqlitePortalDb>(o => o.UseSqlite(settings.ConnectionString).AddInterceptors(new SqlitePragmas()));
            services.AddSingleton<Func<PortalDb>>(p => p.GetRequiredService<IDbContextFactory<SqlitePortalDb>>().CreateDbContext);
        }
        else
        {
            services.AddPooledDbContextFactory<PostgresPortalDb>(o => o.UseNpgsql(settings.ConnectionString));
            services.AddSingleton<Func<PortalDb>>(p => p.GetRequiredService<IDbContextFactory<PostgresPortalDb>>().CreateDbContext);
        }

        return services
            .AddSingleton<Migrator>()
            .AddSingleton<StateCounts>()
            .AddSingleton<RequestStore>()
            .AddSingleton<ApprovalStore>()
            .AddSingleton<WaiverStore>()
            .AddSingleton<EnvironmentStore>()
            .AddSingleton<EventStore>()
            .AddSingleton<DeploymentStore>()
            .AddSingleton<TargetStore>()
            .AddSingleton<ShiftStore>()
            .AddSingleton<ImageStore>()
            .AddSingleton<TokenStore>()
            .AddSingleton<PersonStore>()
            .AddPeople(configuration);
    }
}
