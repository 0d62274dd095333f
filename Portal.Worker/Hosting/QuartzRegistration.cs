using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Portal.Data.Storage;
using Quartz;

namespace Portal.Worker.Hosting;

/// <summary>The distributed engine: it decides which worker runs what and moves work off a dead one. It is never the truth; our rows are.</summary>
internal static class QuartzRegistration
{
    private const string SqliteFile = "quartz.db";
    private const int Threads = 20;

    // A dead worker's shifts move to another one within about the sum of these two.
    private static readonly TimeSpan CheckIn = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan CheckInGrace = TimeSpan.FromSeconds(3);

    // Quartz's default of a minute would let a backlog of ticks fire one by one after a pause.
    private static readonly TimeSpan Misfire = TimeSpan.FromSeconds(5);

    public static IServiceCollection AddJobs(this IServiceCollection services, WorkerSettings settings, DatabaseSettings database) => services
        .AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(o => (o.InstanceName, o.InstanceId, o.IdleWaitTime) = ("portal", settings.Node, TimeSpan.FromSeconds(5)));
            quartz.UseDefaultThreadPool(Threads);
            quartz.UsePersistentStore(store =>
            {
                UseDatabase(store, settings, database);
                store.UseSystemTextJsonSerializer();
                store.ConfigureStore(o => (o.StoreJobDataAsStrings, o.MisfireThreshold) = (true, Misfire));
                store.ProvisionSchema();
            });
            JobSchedule.AddTo(quartz);
        })
        .AddQuartzHostedService(o => o.WaitForJobsToComplete = true);

    private static void UseDatabase(IPersistentStoreBuilder store, WorkerSettings settings, DatabaseSettings database)
    {
        if (database.Provider == DatabaseProvider.Sqlite)
        {
            store.UseSqlite(WriteAhead(Path.Combine(settings.DataFolder, SqliteFile)));
            return;
        }

        store.UsePostgres(database.ConnectionString);
        store.UseClustering(c => (c.CheckinInterval, c.CheckinMisfireThreshold) = (CheckIn, CheckInGrace));
    }

    /// <summary>A file of its own, so that the scheduler's many small writes do not wait for ours; the journal mode stays with the file.</summary>
    private static string WriteAhead(string file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var connectionString = new SqliteConnectionStringBuilder { DataSource = file, DefaultTimeout = 30 }.ToString();
        using var connection = new SqliteConnection(connectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode=WAL";
        command.ExecuteNonQuery();
        return connectionString;
    }
}
