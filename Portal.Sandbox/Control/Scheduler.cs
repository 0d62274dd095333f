using Portal.Sandbox.Store;

namespace Portal.Sandbox.Control;

/// <summary>Something that happens to a row at a time. Stale ones do no harm: the handler looks at the row first.</summary>
public readonly record struct DueTimer(string Kind, string Owner, string Key, DateTimeOffset Due);

/// <summary>Moves the world: fires what is due, in order, inside the store's gate, and sleeps until the next.</summary>
public sealed partial class Scheduler(DurableStore store, SandboxClock clock, TimeProvider realTime, ILogger<Scheduler> logger) : IDisposable
{
    private const int MostInOneTransaction = 50;
    private static readonly TimeSpan LongestSleep = TimeSpan.FromSeconds(30);

    private readonly PriorityQueue<DueTimer, (DateTimeOffset Due, long Order)> queue = new();
    private readonly Dictionary<string, Action<DueTimer>> handlers = [];
    private readonly SemaphoreSlim wake = new(0, 1);
    private long order;

    public void Handle(string kind, Action<DueTimer> handler) => handlers.Add(kind, handler);

    public void Add(DueTimer timer)
    {
        queue.Enqueue(timer, (timer.Due, order++));
        Wake();
    }

    /// <summary>Looks again at once: the clock, the speed or the queue has changed.</summary>
    public void Wake()
    {
        if (wake.CurrentCount == 0) wake.Release();
    }

    public void Dispose() => wake.Dispose();

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            if (FireDue() is not { } next) continue;
            using var sleep = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            await Task.WhenAny(wake.WaitAsync(sleep.Token), Task.Delay(next, realTime, sleep.Token)).ConfigureAwait(false);
            await sleep.CancelAsync().ConfigureAwait(false);
        }
    }

    /// <summary>How long until the next timer, or null where more is due now.</summary>
    private TimeSpan? FireDue()
    {
        lock (store.Gate)
        {
            var now = clock.Now;
            for (var i = 0; i < MostInOneTransaction; i++)
            {
                if (!queue.TryPeek(out var timer, out _)) return LongestSleep;
                if (timer.Due > now) return TimeSpan.FromTicks(Math.Clamp((timer.Due - now).Ticks, TimeSpan.TicksPerMillisecond, LongestSleep.Ticks));
                queue.Dequeue();
                Fire(timer);
            }

            return null;
        }
    }

    private void Fire(DueTimer timer)
    {
        try
        {
            handlers[timer.Kind](timer);
            store.Commit(durable: false);
        }
#pragma warning disable CA1031 // One broken row must not stop the world; it is logged and its change taken back.
        catch (Exception e)
#pragma warning restore CA1031
        {
            store.Abort();
            LogFailure(timer.Kind, timer.Owner, timer.Key, e);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "DueTimer {Kind} of {Owner} {Key} failed")]
    private partial void LogFailure(string kind, string owner, string key, Exception exception);
}
