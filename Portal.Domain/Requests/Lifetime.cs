namespace Portal.Domain.Requests;

/// <summary>When the environment goes away by itself: required for development, never for production.</summary>
public sealed record Lifetime
{
    public DateOnly? ExpiresOn { get; init; }
}
