namespace Portal.Domain.Requests;

/// <summary>When the environment goes away by itself: required for development, never for production.</summary>
public sealed record Lifetime
{
    /// <summary>The last day on which it runs.</summary>
    public DateOnly? ExpiresOn { get; init; }

    /// <summary>Whether the last day lies before <paramref name="today"/> (UTC).</summary>
    public bool HasPassed(DateOnly today) => ExpiresOn < today;
}
