namespace Portal.Domain.Requests.Reading;

/// <summary>Which known word a mistyped one is nearest to: fewest letters changed, put in or left out; the first where several are. A beginning stands for the whole.</summary>
internal static class Nearest
{
    public static string To(string word, IReadOnlyList<string> known) =>
        known.FirstOrDefault(candidate => word.Length > 1 && candidate.StartsWith(word, StringComparison.OrdinalIgnoreCase))
        ?? known.MinBy(candidate => Distance(word, candidate))!;

    /// <summary>So few letters apart that it is a slip of the hand.</summary>
    public static bool IsClose(string word, string known) => Distance(word, known) <= Math.Max(2, known.Length / 3);

    private static int Distance(string left, string right)
    {
        // Beyond this length it is not a slip, and the sums would be an attacker's.
        var (a, b) = (left[..Math.Min(40, left.Length)].ToLowerInvariant(), right.ToLowerInvariant());
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)));
        }

        return row[^1];
    }
}
