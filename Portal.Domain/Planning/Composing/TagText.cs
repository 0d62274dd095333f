using System.Text.RegularExpressions;

namespace Portal.Domain.Planning.Composing;

/// <summary>Text as a tag takes it: IAM, the narrowest of the services that are tagged, knows letters, digits, blanks and <c>_ . : / = + - @</c>.</summary>
/// <remarks>https://docs.aws.amazon.com/IAM/latest/APIReference/API_Tag.html</remarks>
internal static partial class TagText
{
    /// <summary>What no tag takes becomes a dash.</summary>
    public static string Of(string text) => Strange().Replace(text, "-");

    [GeneratedRegex(@"[^\p{L}\p{Z}\p{N}_.:/=+\-@]")]
    private static partial Regex Strange();
}
