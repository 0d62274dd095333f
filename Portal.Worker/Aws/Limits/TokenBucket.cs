namespace Portal.Worker.Aws.Limits;

/// <summary>Tokens that drip in at a rate up to a burst. After <see cref="SlowDown"/> they drip at half the pace, which grows back within about a minute.</summary>
internal sealed class TokenBucket(double rate, double burst, double now)
{
    private const double SlowestPace = 0.1;
    private const double PaceRegainedASecond = 1.0 / 60;

    private readonly double capacity = Math.Max(1, burst);
    private double tokens = Math.Max(1, burst);
    private double pace = 1;
    private double last = now;

    /// <summary>Seconds until a whole token is there; 0: now.</summary>
    public double WaitAt(double now)
    {
        Refill(now);
        return tokens >= 1 ? 0 : (1 - tokens) / (rate * pace);
    }

    public void Take() => tokens--;

    public void SlowDown(double now)
    {
        Refill(now);
        (tokens, pace) = (0, Math.Max(SlowestPace, pace / 2));
    }

    private void Refill(double now)
    {
        var elapsed = Math.Max(0, now - last);
        // A hair more than what dripped, so that the timer set for a whole token finds one.
        tokens = Math.Min(capacity, tokens + elapsed * rate * pace + 1e-9);
        pace = Math.Min(1, pace + elapsed * PaceRegainedASecond);
        last = Math.Max(last, now);
    }
}
