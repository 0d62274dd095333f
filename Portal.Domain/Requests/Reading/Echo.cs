using System.Text.RegularExpressions;

namespace Portal.Domain.Requests.Reading;

/// <summary>
/// What of a sheet's own words a message may repeat: short, plain, and nothing that looks like a secret, since messages are logged and stored.
/// </summary>
internal static partial class Echo
{
    /// <summary>The value in back quotes, or "this value".</summary>
    public static string Value(string value) => Plain().IsMatch(value) && HostileText.Find(value) is null ? $"`{value}`" : "this value";

    /// <summary>A parser's complaint, or a plain stand-in for one that repeats too much.</summary>
    public static string Sentence(string complaint) =>
        complaint.Length <= 160 && !complaint.Any(char.IsControl) && HostileText.Find(complaint) is null ? complaint.TrimEnd('.') : "it cannot be parsed";

    /// <summary>A field's name as part of a path; strange names become a question mark.</summary>
    public static string Name(string key) => Identifier().IsMatch(key) && HostileText.Find(key) is null ? key : "?";

    [GeneratedRegex(@"\A[\x20-\x7e]{1,60}\z")]
    private static partial Regex Plain();

    [GeneratedRegex(@"\A[A-Za-z0-9_-]{1,40}\z")]
    private static partial Regex Identifier();
}
