using Portal.Sandbox.Store;

namespace Portal.Sandbox.Control;

public sealed record ClockState(TimeSpan Offset);

/// <summary>Real UTC plus an offset, and the speed that divides durations (never the date).</summary>
public sealed class SandboxClock
{
    private const string Owner = "clock";
    private readonly TimeProvider realTime;
    private readonly Table<ClockState> state;

    public SandboxClock(DurableStore store, TimeProvider realTime, double speed)
    {
        this.realTime = realTime;
        state = store.Table<ClockState>("clock");
        Speed = speed;
    }

    public double Speed { get; set; }

    public TimeSpan Offset => state.Find(Owner, Owner)?.Offset ?? TimeSpan.Zero;

    public DateTimeOffset Now => realTime.GetUtcNow() + Offset;

    public void Advance(TimeSpan by) => state.Put(Owner, Owner, new ClockState(Offset + by));
}
