namespace Portal.Tests.Domain.Resilience;

/// <summary>What happens next in a simulated world, and the dice. Seconds since its start.</summary>
internal sealed class SimulatedCalendar(int seed)
{
    public const double Year = 365.0 * 24 * 3600;

    private readonly PriorityQueue<Action, double> pending = new();
    private readonly Random random = new(seed);

    public double Now { get; private set; }

    public double NextAt => pending.TryPeek(out _, out var at) ? at : double.PositiveInfinity;

    public void After(double seconds, Action happens) => pending.Enqueue(happens, Now + seconds);

    /// <summary>A Poisson stream.</summary>
    public void Again(double eventsAYear, Action happens)
    {
        if (eventsAYear > 0)
        {
            After(-Math.Log(1 - random.NextDouble()) / eventsAYear * Year, () =>
            {
                happens();
                Again(eventsAYear, happens);
            });
        }
    }

    public bool Chance(double probability) => random.NextDouble() < probability;

    public int Pick(int from) => random.Next(from);

    public void Step()
    {
        pending.TryDequeue(out var happens, out var at);
        Now = at;
        happens!();
    }
}
