using Microsoft.Extensions.Hosting;
using Portal.Data.Environments;
using Portal.Data.Storage;
using Portal.Domain.Environments;
using Portal.Tests.Databases;
using Portal.Tests.Processes;
using Portal.Worker.Hosting;

namespace Portal.Tests.Worker.Deployments;

/// <summary>A database, a simulated AWS and, once started, a worker in this process.</summary>
internal sealed class Bench : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private readonly string folder = Directory.CreateTempSubdirectory("portal-worker-").FullName;
    private IHost? worker;

    private Bench(TestDatabase database, SimulatedAws aws) => (Database, Aws) = (database, aws);

    public TestDatabase Database { get; }

    public SimulatedAws Aws { get; }

    /// <summary>What a worker is told, in this process or in one of its own.</summary>
    public Dictionary<string, string?> Settings => new(Database.Settings)
    {
        ["Aws:Mode"] = "sandbox",
        ["Aws:ServiceUrl"] = Aws.Url,
        ["Portal:DataFolder"] = folder,
        ["Worker:PollMilliseconds"] = "50",
        ["Logging:LogLevel:Default"] = "Warning",
    };

    public static async Task<Bench> OfAsync(DatabaseProvider provider = DatabaseProvider.Sqlite, double speed = 600) => new(await TestDatabase.OfAsync(provider), await SimulatedAws.StartAsync(speed));

    public async Task WorkAsync()
    {
        worker = WorkerHost.Build([], Settings);
        await worker.StartAsync();
    }

    /// <summary>A worker in a process of its own, that can be killed.</summary>
    public RealProcess StartProcess() => RealProcess.Start("Portal.Worker", new Dictionary<string, string?>(Settings) { ["Logging:LogLevel:Default"] = "Information" });

    /// <summary>Gives up early where the environment has failed, since that ends every deployment.</summary>
    public async Task<EnvironmentView> BecomesAsync(EnvironmentId id, EnvironmentState state)
    {
        EnvironmentView seen = null!;
        await Eventually.BeAsync(
            async () => (seen = await Orders.EnvironmentAsync(Database, id)).State == state || seen.State == EnvironmentState.Failed,
            Patience,
            () => $"Environment {id} is {seen.State}: {Describe(id)}");
        Assert.True(seen.State == state, Describe(id));
        return seen;
    }

    public Task<EnvironmentView> BecomesFailedAsync(EnvironmentId id) => BecomesAsync(id, EnvironmentState.Failed);

    public async ValueTask DisposeAsync()
    {
        if (worker is not null)
        {
            await worker.StopAsync();
            worker.Dispose();
        }

        await Aws.DisposeAsync();
        await Database.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private string Describe(EnvironmentId id)
    {
        var deployment = Orders.DeploymentAsync(Database, id).GetAwaiter().GetResult();
        return $"{deployment.State} {deployment.FirstCause} {deployment.NextAction}\n" + string.Join('\n', deployment.Stacks.Select(s => $"{s.Name} {s.Phase} {s.Status} {s.StatusReason}"));
    }
}
