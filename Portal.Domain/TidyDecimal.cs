namespace Portal.Domain;

/// <summary>Equal numbers as equal bytes.</summary>
internal static class TidyDecimal
{
    private const decimal One = 1.0000000000000000000000000000m;

    /// <summary>Without trailing zeros: a decimal keeps the scale it was computed with, and JSON would show it.</summary>
    public static decimal Trimmed(this decimal value) => value / One;
}
