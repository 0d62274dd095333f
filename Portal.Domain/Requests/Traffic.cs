using System.Text.Json.Serialization;

namespace Portal.Domain.Requests;

/// <summary>What users send and get. Rates are a second; they do not yet carry <see cref="AnnualGrowthPercent"/>.</summary>
public sealed record Traffic
{
    public Exposure Exposure { get; init; } = Exposure.Public;

    /// <summary>Requests that reach the application in the busiest minute; null when only users or connections were given.</summary>
    public decimal? PeakRps { get; init; }

    public decimal? MeanRps { get; init; }

    public decimal? ConcurrentUsers { get; init; }

    public decimal? ThinkTimeSeconds { get; init; }

    public decimal? PeakConnections { get; init; }

    public decimal AnnualGrowthPercent { get; init; }

    public TrafficPattern Pattern { get; init; } = TrafficPattern.Steady;

    public BusinessHours? BusinessHours { get; init; }

    /// <summary>Share of users by data-residency group or country, percent; empty: all near the primary region.</summary>
    public IReadOnlyDictionary<string, decimal> Audience { get; init; } = new Dictionary<string, decimal>();

    public decimal? LatencyMs { get; init; }

    /// <summary>What an answer of the application is taken to weigh where nobody says, KB (contract, defaults).</summary>
    public const decimal UsualResponseKb = 8;

    public decimal DynamicResponseKb { get; init; } = UsualResponseKb;

    public decimal StaticGbPerMonth { get; init; }

    public decimal EdgePeakRps { get; init; }

    public decimal EdgeMeanRps { get; init; }

    public decimal CacheablePercent { get; init; }

    /// <summary>Requests a second at the peak: as given, else what the users make; null when only connections were given.</summary>
    [JsonIgnore]
    public decimal? PeakRequests => PeakRps ?? (ConcurrentUsers is { } users && ThinkTimeSeconds is { } think ? RequestsOf(users, think) : null);

    /// <summary>Requests a second of users who wait <paramref name="thinkTimeSeconds"/> between an answer of one second and the next request; to nine decimals.</summary>
    public static decimal RequestsOf(decimal users, decimal thinkTimeSeconds) => decimal.Round(users / (thinkTimeSeconds + 1), 9);
}

/// <summary>Whether an internet-facing endpoint exists at all.</summary>
public enum Exposure
{
    Public,
    Internal,
}

/// <summary>How load moves over the month; prices follow it (contract, section 2, Price).</summary>
public enum TrafficPattern
{
    Steady,
    BusinessHours,
    Spiky,
    Seasonal,
}

/// <summary>The busy hours of a week in a named time zone.</summary>
/// <param name="Days">First and last weekday, <c>mon-fri</c>.</param>
/// <param name="From">Local time, <c>07:00</c>.</param>
/// <param name="To">Local time, after <paramref name="From"/>.</param>
/// <param name="TimeZone">IANA name, <c>Europe/Dublin</c>.</param>
public sealed record BusinessHours(string Days, TimeOnly From, TimeOnly To, string TimeZone);
