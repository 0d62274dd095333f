using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Portal.Data;
using Portal.Data.Storage;

namespace Portal.Worker.Hosting;

/// <summary>The command <c>migrate</c>: brings the database up to date and ends.</summary>
internal static class Migration
{
    public const string Word = "migrate";

    public static async Task<int> RunAsync()
    {
        var configuration = new ConfigurationBuilder().SetBasePath(AppContext.BaseDirectory).AddJsonFile("appsettings.json", optional: true).AddEnvironmentVariables().Build();
        await using var services = new ServiceCollection().AddPortalData(configuration).BuildServiceProvider();
        try
        {
            await services.GetRequiredService<Migrator>().MigrateAsync(CancellationToken.None);
            return 0;
        }
        catch (System.Data.Common.DbException failure)
        {
            await Console.Error.WriteLineAsync($"The database could not be brought up to date: {failure.Message}");
            return 1;
        }
    }
}
