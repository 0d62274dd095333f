namespace Portal.Domain.Resilience;

/// <summary>One way in which requests are lost.</summary>
/// <param name="Mode">In words, for people.</param>
/// <param name="Scope">How far it reaches.</param>
/// <param name="EventsAYear">Of the whole design in one region.</param>
/// <param name="SecondsDown">Of one event.</param>
/// <param name="LostShare">Of the requests in that time, 0 to 1.</param>
/// <param name="Rate">The assumption behind it.</param>
public sealed record FailureMode(string Mode, FailureScope Scope, decimal EventsAYear, decimal SecondsDown, decimal LostShare, FailureRate Rate)
{
    /// <summary>Of a common year, as availability is measured.</summary>
    public const decimal SecondsAYear = 31_536_000;

    /// <summary>The share of requests lost in a year.</summary>
    public decimal Lost => EventsAYear * SecondsDown * LostShare / SecondsAYear;
}

/// <summary>How far a <see cref="FailureMode"/> reaches.</summary>
public enum FailureScope
{
    /// <summary>Our own parts in one region; the other region has its own.</summary>
    Local,

    /// <summary>A service or the whole of a region; a small share of such events strikes both.</summary>
    Region,

    /// <summary>In front of all regions; no takeover helps.</summary>
    Global,
}
