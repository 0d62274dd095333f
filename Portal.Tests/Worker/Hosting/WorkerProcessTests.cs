using Microsoft.Data.Sqlite;
using Portal.Data.Storage;
using Portal.Tests.Processes;

namespace Portal.Tests.Worker.Hosting;

/// <summary>The worker as a program: its words and its end.</summary>
public sealed class WorkerProcessTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("portal-worker-").FullName;

    private Dictionary<string, string?> Settings => new() { ["Portal:DataFolder"] = folder, ["Aws:ServiceUrl"] = "http://127.0.0.1:9", ["Logging:LogLevel:Default"] = "Information" };

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task ParentStdin_WhenTheParentsEndCloses_EndsTheWorker()
    {
        await using var worker = RealProcess.Start("Portal.Worker", Settings, "--parent-stdin");
        await worker.SaysAsync("Application started");

        worker.CloseInput();

        Assert.Equal(0, await worker.ExitCodeAsync());
    }

    [Fact]
    public async Task Start_OnAnEmptyFolder_BringsTheDatabaseUpToDateFirst()
    {
        await using var worker = RealProcess.Start("Portal.Worker", Settings);
        await worker.SaysAsync("Application started");

        Assert.True(await HasTableAsync("deployments"));
    }

    [Fact]
    public async Task Migrate_OnAnEmptyFolder_MakesTheTables_AndEndsWithZero()
    {
        await using var worker = RealProcess.Start("Portal.Worker", Settings, "migrate");

        Assert.Equal(0, await worker.ExitCodeAsync());
        Assert.True(await HasTableAsync("stack_deployments"));
    }

    [Fact]
    public async Task Migrate_WithoutADatabase_EndsWithOne_AndSaysWhy()
    {
        var nowhere = new Dictionary<string, string?>(Settings) { ["Database:Provider"] = "postgresql", ["ConnectionStrings:Portal"] = "Host=127.0.0.1;Port=9;Username=nobody;Timeout=2" };
        await using var worker = RealProcess.Start("Portal.Worker", nowhere, "migrate");

        Assert.Equal(1, await worker.ExitCodeAsync());
        await worker.SaysAsync("could not be brought up to date");
    }

    private async Task<bool> HasTableAsync(string table)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, DatabaseSettings.FileName)}");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = '{table}'";
        return (long)(await command.ExecuteScalarAsync())! == 1;
    }
}
