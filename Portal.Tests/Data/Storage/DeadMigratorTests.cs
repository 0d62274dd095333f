using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Portal.Data;
using Portal.Data.Storage;

namespace Portal.Tests.Data.Storage;

public sealed class DeadMigratorTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Migrate_AfterAMigratorWasKilled_GoesOn_B75()
    {
        var folder = Directory.CreateTempSubdirectory("portal-migrator-");
        var settings = new Dictionary<string, string?> { ["Portal:DataFolder"] = folder.FullName };
        await using var services = new ServiceCollection().AddPortalData(new ConfigurationBuilder().AddInMemoryCollection(settings).Build()).BuildServiceProvider();
        await LeaveLockAsync(Path.Combine(folder.FullName, DatabaseSettings.FileName));

        await services.GetRequiredService<Migrator>().MigrateAsync(CancellationToken.None).WaitAsync(Patience);

        Assert.True(await services.GetRequiredService<Migrator>().IsCurrentAsync(CancellationToken.None));
        SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    /// <summary>What a process leaves behind that is killed while it migrates.</summary>
    private static async Task LeaveLockAsync(string file)
    {
        await using var connection = new SqliteConnection($"Data Source={file}");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = """
            PRAGMA journal_mode=WAL;
            CREATE TABLE "__EFMigrationsLock" ("Id" INTEGER NOT NULL CONSTRAINT "PK___EFMigrationsLock" PRIMARY KEY, "Timestamp" TEXT NOT NULL);
            INSERT INTO "__EFMigrationsLock" ("Id", "Timestamp") VALUES (1, '2026-11-22 09:55:59.799574+00:00');
            """;
        await command.ExecuteNonQueryAsync();
    }
}
