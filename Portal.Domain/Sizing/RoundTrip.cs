namespace Portal.Domain.Sizing;

public static class RoundTrip
{
    public static decimal? Of(string audience, IReadOnlyList<string> regions) => null;
}
