namespace Portal.Domain.Planning.Search.Refusals;

/// <summary>The largest part of an amount that can be had.</summary>
internal static class Largest
{
    private const int Halvings = 24;

    /// <summary>Three digits are as exact as such amounts are known.</summary>
    private const int Digits = 1000;

    /// <summary>The edit to that part; null where nothing of it can be had.</summary>
    /// <param name="edit">To a part of the amount, 0 to 1.</param>
    /// <param name="isHad">Whether the sheet with the edit can be had; then it can with any smaller part.</param>
    public static Edit? Of(Func<decimal, Edit> edit, Func<Edit, bool> isHad)
    {
        var (had, tooMuch) = (0m, 1m);
        for (var halving = 0; halving < Halvings; halving++)
        {
            var part = (had + tooMuch) / 2;
            (had, tooMuch) = isHad(edit(part)) ? (part, tooMuch) : (had, part);
        }

        return had > 0 ? edit(had) : null;
    }

    /// <summary>Never more than the part.</summary>
    public static decimal Part(decimal amount, decimal part)
    {
        var (value, unit) = (amount * part, 0.001m);
        while (value >= Digits * unit)
        {
            unit *= 10;
        }

        return (Math.Floor(value / unit) * unit).Trimmed();
    }
}
