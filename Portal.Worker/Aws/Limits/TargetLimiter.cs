namespace Portal.Worker.Aws.Limits;

/// <summary>
/// The one gate in front of a target. A call needs a token of its class and one of the target; of the target's tokens, calls that change
/// something are served first. Since their own rate is below the target's, reads are slowed but never starved.
/// </summary>
public sealed class TargetLimiter : IDisposable
{
    private readonly Lock gate = new();
    private readonly TimeProvider time;
    private readonly TokenBucket all;
    private readonly (TokenBucket Bucket, FairQueue Queue)[] classes;
    private readonly ITimer timer;

    public TargetLimiter(LimitSettings settings, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(settings);
        this.time = time;
        TokenBucket Bucket(double rate) => new(rate, rate * settings.BurstSeconds, Now);
        all = Bucket(settings.CallsPerSecond);
        classes = [(Bucket(settings.MutationsPerSecond), new()), (Bucket(settings.ReadsPerSecond), new())];
        timer = time.CreateTimer(_ => Serve(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    private double Now => time.GetTimestamp() / (double)time.TimestampFrequency;

    /// <summary>Returns when the call may be made.</summary>
    public async Task WaitAsync(OperationClass kind, string flow, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var waiter = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var givingUp = cancellationToken.Register(() => waiter.TrySetCanceled(cancellationToken));
        lock (gate)
            classes[(int)kind].Queue.Enqueue(flow, waiter);
        Serve();
        await waiter.Task;
    }

    /// <summary>AWS throttled a call: everything to this target slows down for a while.</summary>
    public void SlowDown()
    {
        lock (gate)
            all.SlowDown(Now);
    }

    public void Dispose() => timer.Dispose();

    private void Serve()
    {
        lock (gate)
        {
            while (Next() is { } wait)
            {
                if (wait.Seconds > 0)
                {
                    timer.Change(TimeSpan.FromSeconds(wait.Seconds) + TimeSpan.FromMilliseconds(1), Timeout.InfiniteTimeSpan);
                    return;
                }
                var (bucket, queue) = classes[wait.Class];
                if (!queue.Release())
                    continue;
                bucket.Take();
                all.Take();
            }
        }
    }

    /// <summary>Whose turn is next and in how many seconds; the first class wins where both could go. Null: nobody waits.</summary>
    private (int Class, double Seconds)? Next()
    {
        (int Class, double Seconds)? next = null;
        for (var i = 0; i < classes.Length; i++)
            if (classes[i].Queue.HasWaiter() && Math.Max(classes[i].Bucket.WaitAt(Now), all.WaitAt(Now)) is var seconds && (next is null || seconds < next.Value.Seconds))
                next = (i, seconds);
        return next;
    }
}
