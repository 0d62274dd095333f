using Microsoft.Extensions.Logging;
using Portal.Data.Deployments;
using Portal.Domain.Deployments;
using Portal.Worker.Hosting;

namespace Portal.Worker.Deployments;

/// <summary>Up to a minute of work on one target: takes the next epoch and advances everything that is due there, side by side.</summary>
internal sealed partial class Shift(TargetStore targets, DeploymentRun run, PoisonWatch poison, WorkerSettings settings, TimeProvider clock, ILogger<Shift> log)
{
    private static readonly TimeSpan Length = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(500);

    /// <summary>After the order to stop, how long a call may still take before it is left in doubt.</summary>
    private static readonly TimeSpan HandOver = TimeSpan.FromSeconds(3);

    public async Task WorkAsync(string target, CancellationToken stopping)
    {
        var lease = await targets.TakeAsync(target, settings.Node, stopping);
        Began(log, target, lease.Epoch, settings.Node);
        using var over = new CancellationTokenSource(Length, clock);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(stopping, over.Token);
        using var hard = new CancellationTokenSource();
        using var registration = stopping.Register(() => hard.CancelAfter(HandOver));
        var runs = new Dictionary<DeploymentId, Task>();
        while (!stop.IsCancellationRequested)
        {
            foreach (var id in (await targets.DeploymentsAsync(target, hard.Token)).Where(id => !runs.ContainsKey(id)))
            {
                runs[id] = GuardedAsync(lease, id, stop, hard.Token);
            }

            if (runs.Values.All(r => r.IsCompleted))
            {
                break;
            }

            await Task.WhenAny(Task.WhenAll(runs.Values), Task.Delay(LookEvery, clock, stop.Token));
        }

        await Task.WhenAll(runs.Values);
    }

    /// <summary>One deployment's trouble is not its neighbours'; a newer epoch ends the shift for all.</summary>
    private async Task GuardedAsync(Lease lease, DeploymentId id, CancellationTokenSource stop, CancellationToken hard)
    {
        try
        {
            await run.RunAsync(lease, id, stop.Token, hard);
            poison.Well(id);
        }
        catch (StaleEpochException stale)
        {
            Overtaken(log, stale.Lease.Target, stale.Lease.Epoch);
            await stop.CancelAsync();
        }
        catch (OperationCanceledException) when (hard.IsCancellationRequested)
        {
            // Whoever takes over looks at what was in flight.
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            Troubled(log, failure, id);
            await poison.TroubledAsync(lease, id, failure, hard);
        }
    }

    [LoggerMessage(LogLevel.Information, "Shift on {Target}, epoch {Epoch}, by {Node}")]
    private static partial void Began(ILogger logger, string target, long epoch, string node);

    [LoggerMessage(LogLevel.Warning, "Epoch {Epoch} of {Target} is stale: another worker has taken over, this shift ends")]
    private static partial void Overtaken(ILogger logger, string target, long epoch);

    [LoggerMessage(LogLevel.Error, "Deployment {Deployment} met an unexpected failure; the next shift tries again")]
    private static partial void Troubled(ILogger logger, Exception failure, DeploymentId deployment);
}
