using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Portal.Data;
using Portal.Data.Storage;

namespace Portal.Tests.Databases;

/// <summary>A migrated, empty database of one kind with the stores over it; gone after the test.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private readonly string? folder;

    private TestDatabase(DatabaseProvider provider, string connectionString, string? folder, TimeProvider clock)
    {
        this.folder = folder;
        Provider = provider;
        ConnectionString = connectionString;
        Settings = new Dictionary<string, string?>
        {
            ["Database:Provider"] = provider == DatabaseProvider.Sqlite ? "sqlite" : "postgresql",
            ["ConnectionStrings:Portal"] = connectionString,
        };
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(Settings).Build();
        Services = new ServiceCollection().AddSingleton(clock).AddPortalData(configuration).BuildServiceProvider();
    }

    public DatabaseProvider Provider { get; }

    public string ConnectionString { get; }

    /// <summary>The same as configuration keys, for hosts and child processes (replace ':' by '__' there).</summary>
    public IReadOnlyDictionary<string, string?> Settings { get; }

    public ServiceProvider Services { get; }

    public PortalDb Open() => Services.GetRequiredService<Func<PortalDb>>()();

    public T Get<T>() where T : notnull => Services.GetRequiredService<T>();

    public static Task<TestDatabase> SqliteAsync(TimeProvider? clock = null) => MigratedAsync(EmptySqlite(clock));

    /// <summary>Skips the test, loudly, where the machine has no PostgreSQL; ./test.sh installs it.</summary>
    public static async Task<TestDatabase> PostgresAsync(TimeProvider? clock = null) => await MigratedAsync(await EmptyPostgresAsync(clock));

    public static Task<TestDatabase> OfAsync(DatabaseProvider provider, TimeProvider? clock = null) =>
        provider == DatabaseProvider.Sqlite ? SqliteAsync(clock) : PostgresAsync(clock);

    /// <summary>As a program left it whose last migration was this one.</summary>
    public static async Task<TestDatabase> OldAsync(DatabaseProvider provider, string migration)
    {
        var database = provider == DatabaseProvider.Sqlite ? EmptySqlite(clock: null) : await EmptyPostgresAsync(clock: null);
        await using var db = database.Open();
        await db.GetService<IMigrator>().MigrateAsync(migration);
        return database;
    }

    public async ValueTask DisposeAsync()
    {
        await Services.DisposeAsync();
        if (Provider == DatabaseProvider.PostgreSql)
        {
            NpgsqlConnection.ClearAllPools();
        }
        else
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(folder!, recursive: true);
        }
    }

    private static TestDatabase EmptySqlite(TimeProvider? clock)
    {
        var folder = Directory.CreateTempSubdirectory("portal-db-").FullName;
        return new TestDatabase(DatabaseProvider.Sqlite, $"Data Source={Path.Combine(folder, DatabaseSettings.FileName)};Default Timeout=30", folder, clock ?? TimeProvider.System);
    }

    private static async Task<TestDatabase> EmptyPostgresAsync(TimeProvider? clock)
    {
        var server = await PostgresServer.Instance;
        Assert.SkipWhen(server is null, "PostgreSQL is not installed on this machine.");
        return new TestDatabase(DatabaseProvider.PostgreSql, await server!.CreateDatabaseAsync(), folder: null, clock ?? TimeProvider.System);
    }

    private static async Task<TestDatabase> MigratedAsync(TestDatabase database)
    {
        await database.Get<Migrator>().MigrateAsync(CancellationToken.None);
        return database;
    }
}
