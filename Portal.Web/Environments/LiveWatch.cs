using Portal.Data.Environments;
using Portal.Data.Storage;
using Portal.Domain.Environments;

namespace Portal.Web.Environments;

/// <summary>One environment that somebody watches: reads it once an interval while anybody does, and wakes its seats on a change.</summary>
internal sealed partial class LiveWatch(EnvironmentId id, EnvironmentStore environments, EventStore events, TimeProvider clock, ILogger logger)
{
    private const int PageSize = 500;
    private const int EventsInMemory = 2_000;
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);

    private readonly Lock gate = new();
    private CancellationTokenSource? polling;
    private int seats;
    private bool closed;
    private LiveState? state;
    private TaskCompletionSource changed = NewSignal();

    /// <summary>A seat, or null where the last viewer has just left and this watch has ended.</summary>
    public LiveSeat? TryJoin(Action<LiveWatch> onEmpty, CancellationToken stopping)
    {
        lock (gate)
        {
            if (closed)
            {
                return null;
            }

            seats++;
            if (polling is null)
            {
                polling = CancellationTokenSource.CreateLinkedTokenSource(stopping);
                _ = Task.Run(() => PollAsync(polling.Token), CancellationToken.None);
            }

            return new LiveSeat(this, onEmpty);
        }
    }

    public void Leave(Action<LiveWatch> onEmpty)
    {
        lock (gate)
        {
            if (--seats > 0)
            {
                return;
            }

            closed = true;
            polling!.Cancel();
        }

        onEmpty(this);
    }

    /// <summary>The newest state, whether it is the last one, and a task that ends when there is a newer one.</summary>
    public (LiveState? State, bool Ended, Task Changed) Look()
    {
        lock (gate)
        {
            return (state, closed, changed.Task);
        }
    }

    /// <summary>The next events after <paramref name="seq"/>: from memory, or for a viewer that comes from further back a page from the database.</summary>
    public async Task<IReadOnlyList<EventRow>> EventsAfterAsync(LiveState from, long seq, CancellationToken cancellationToken) => seq >= from.RecentAfter
        ? [.. from.Recent.Where(e => e.Seq > seq)]
        : await events.AfterAsync(id, seq, PageSize, cancellationToken);

    private async Task PollAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                await ReadAsync(cancellationToken);
                await Task.Delay(Interval, clock, cancellationToken);
            }
        }
        catch (OperationCanceledException)
        {
            End();
        }
    }

    /// <summary>A database that does not answer costs a tick, not the viewers.</summary>
    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            var last = state;
            var news = last is null
                ? LiveState.NothingAfter((await events.NewestAsync(id, 1, cancellationToken)).Select(e => e.Seq).FirstOrDefault())
                : last.With(await events.AfterAsync(id, last.LastSeq, PageSize, cancellationToken), EventsInMemory);
            if (await environments.FindAsync(id, cancellationToken) is not { } environment)
            {
                return;
            }

            var deployment = await environments.DeploymentAsync(id, cancellationToken);
            var print = Json.Of(new { environment, deployment });
            if (last is null || last.Print != print || last.LastSeq != news.LastSeq)
            {
                Publish(news with { Version = (last?.Version ?? 0) + 1, Environment = environment, Deployment = deployment, Print = print });
            }
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            CannotRead(logger, id, exception);
        }
    }

    private void End()
    {
        lock (gate)
        {
            closed = true;
            changed.TrySetResult();
        }
    }

    private void Publish(LiveState newest)
    {
        TaskCompletionSource signal;
        lock (gate)
        {
            state = newest;
            signal = changed;
            changed = NewSignal();
        }

        signal.SetResult();
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Cannot read environment {EnvironmentId} for its live view; trying again")]
    private static partial void CannotRead(ILogger logger, EnvironmentId environmentId, Exception exception);
}
