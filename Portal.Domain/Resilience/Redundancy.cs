namespace Portal.Domain.Resilience;

/// <summary>What a group of like parts loses when each is down on its own for a share of the time.</summary>
public static class Redundancy
{
    /// <summary>
    /// The expected share of requests without a machine: the binomial mean of what is missing from <paramref name="needed"/>.
    /// With one needed it is the textbook's <c>unavailability ^ parts</c>.
    /// </summary>
    public static decimal Shortage(int parts, int needed, decimal unavailability)
    {
        var (expected, chance) = (0m, 1m);
        for (var i = 0; i < parts; i++)
        {
            chance *= 1 - unavailability;
        }

        for (var down = 1; down <= parts && unavailability > 0; down++)
        {
            chance *= (parts - down + 1m) / down * (unavailability / (1 - unavailability));
            expected += chance * Math.Max(0, needed - (parts - down)) / needed;
        }

        return expected;
    }
}
