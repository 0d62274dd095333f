using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Portal.Data.Storage;

namespace Portal.Worker.Hosting;

/// <summary>Nothing starts before the database is reachable and up to date. Registered first, so that the jobs wait for it.</summary>
internal sealed partial class MigrationGate(Migrator migrator, WorkerSettings settings, TimeProvider clock, ILogger<MigrationGate> log) : IHostedLifecycleService
{
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(2);

    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        while (!await ReadyAsync(cancellationToken))
        {
            await Task.Delay(Again, clock, cancellationToken);
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task<bool> ReadyAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (settings.Migrate)
            {
                await migrator.MigrateAsync(cancellationToken);
            }

            return await migrator.IsCurrentAsync(cancellationToken);
        }
        catch (System.Data.Common.DbException failure)
        {
            NotReady(log, failure.Message);
            return false;
        }
    }

    [LoggerMessage(LogLevel.Warning, "The database is not ready yet: {Reason}")]
    private static partial void NotReady(ILogger logger, string reason);
}
