namespace Portal.Web.Api;

/// <summary>One page of a list, and where the next one starts.</summary>
internal sealed record Page<T>(IReadOnlyList<T> Items, string? Next);

internal static class Page
{
    public const int Usual = 50;
    public const int Most = 500;

    public static int Size(int? asked) => Math.Clamp(asked ?? Usual, 1, Most);

    /// <param name="rows">One more than <paramref name="size"/> where there is a next page.</param>
    /// <param name="size">How many the caller wants.</param>
    /// <param name="cursor">Names a row; the next page starts after the last one shown.</param>
    /// <param name="show">A row as the API writes it.</param>
    public static Page<TShown> Of<TRow, TShown>(IReadOnlyList<TRow> rows, int size, Func<TRow, string> cursor, Func<TRow, TShown> show)
    {
        var shown = rows.Take(size).ToList();
        return new Page<TShown>([.. shown.Select(show)], rows.Count > size ? cursor(shown[^1]) : null);
    }
}
