namespace Portal.Tests.Worker.Aws;

/// <summary>A clock with timers that goes on only when told, from timer to timer.</summary>
internal sealed class StepClock : TimeProvider
{
    private readonly Lock gate = new();
    private readonly List<StepTimer> timers = [];
    private DateTimeOffset now = new(2026, 11, 22, 9, 0, 0, TimeSpan.Zero);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => now;

    public override long GetTimestamp() => now.UtcTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new StepTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        lock (gate)
            timers.Add(timer);
        return timer;
    }

    public void Advance(TimeSpan by)
    {
        var end = now + by;
        while (NextDue(end) is { } timer)
        {
            now = timer.Due!.Value > now ? timer.Due.Value : now;
            timer.Fire();
        }
        now = end;
    }

    private StepTimer? NextDue(DateTimeOffset end)
    {
        lock (gate)
            return timers.Where(timer => timer.Due <= end).MinBy(timer => timer.Due);
    }

    private sealed class StepTimer(StepClock clock, Action fire) : ITimer
    {
        public DateTimeOffset? Due { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            Due = dueTime == Timeout.InfiniteTimeSpan ? null : clock.now + dueTime;
            return true;
        }

        public void Fire()
        {
            Due = null;
            fire();
        }

        public void Dispose() => Due = null;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
