namespace Portal.Domain.Exporting;

/// <summary>Text as one word of a POSIX shell, whatever is in it.</summary>
public static class ShellText
{
    /// <summary>In single quotes nothing has a meaning but the quote itself, which is closed, escaped and opened again.</summary>
    public static string Quoted(string text) => $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
