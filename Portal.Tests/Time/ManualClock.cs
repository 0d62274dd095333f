namespace Portal.Tests.Time;

/// <summary>A clock that moves when the test says so.</summary>
public sealed class ManualClock(DateTimeOffset start) : TimeProvider
{
    private DateTimeOffset now = start;

    public static ManualClock At(string instant) => new(DateTimeOffset.Parse(instant));

    public override DateTimeOffset GetUtcNow() => now;

    public void Advance(TimeSpan by) => now += by;
}
