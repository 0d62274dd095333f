using Portal.Data.Storage;

namespace Portal.Web.Hosting;

internal static class Migrations
{
    /// <summary>The one file of one machine is brought up to date here; a PostgreSQL by the worker or its command <c>migrate</c>.</summary>
    public static async Task MigrateAsync(this IHost app)
    {
        if (app.Services.GetRequiredService<DatabaseSettings>().Provider == DatabaseProvider.Sqlite)
        {
            await app.Services.GetRequiredService<Migrator>().MigrateAsync(CancellationToken.None);
        }
    }
}
