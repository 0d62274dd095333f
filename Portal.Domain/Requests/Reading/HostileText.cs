using System.Text.RegularExpressions;

namespace Portal.Domain.Requests.Reading;

/// <summary>Text that may not come into the portal in any field: dynamic references, secrets, control characters.</summary>
internal static partial class HostileText
{
    /// <summary>How CloudFormation spells a dynamic reference (docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references.html).</summary>
    public const string Reference = "{{resolve:";

    /// <summary>Longer texts are scripts, where forty letters without a blank are a path or a checksum more often than a key.</summary>
    private const int MaxProse = 1000;

    /// <summary>Why the text is refused, or null. Never repeats the text.</summary>
    public static string? Find(string text)
    {
        if (text.Any(c => char.IsControl(c) && c is not ('\n' or '\r' or '\t'))) return "holds a control character: take it out";
        if (!IsUnicode(text)) return "holds half a character: take it out";
        if (Lookalikes.Fold(text).Contains(Reference, StringComparison.Ordinal))
            return "holds a dynamic reference ({{resolve:…}}): the portal makes its own references to secrets";
        if (Secret().IsMatch(text) || text.Length <= MaxProse && LooksLikeSecretKey(text))
            return "looks as if it holds a key or secret: take it out, and replace the secret, since it has been sent";
        return null;
    }

    private static bool IsUnicode(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i])) continue;
            if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1])) return false;
            i++;
        }

        return true;
    }

    /// <summary>Forty characters of base64 with upper case, lower case and digits: the shape of an AWS secret access key. A hex checksum has one case.</summary>
    private static bool LooksLikeSecretKey(string text) => FortyCharacters().Matches(text).Any(match =>
        match.ValueSpan.ContainsAnyInRange('a', 'z') && match.ValueSpan.ContainsAnyInRange('A', 'Z') && match.ValueSpan.ContainsAnyInRange('0', '9'));

    [GeneratedRegex(@"(?<![A-Za-z0-9/+=])[A-Za-z0-9/+]{40}(?![A-Za-z0-9/+=])")]
    private static partial Regex FortyCharacters();

    /// <summary>Keys of AWS, GitHub, GitLab, Slack, Stripe and Google by their published prefixes, webhook secrets, and private keys in PEM.</summary>
    [GeneratedRegex(
        """
        (?:AKIA|ASIA)[A-Z0-9]{16}
        |-----BEGIN[A-Z0-9 ]{0,40}PRIVATE\ KEY
        |gh[pousr]_[A-Za-z0-9]{30}|github_pat_[A-Za-z0-9_]{30}|glpat-[A-Za-z0-9_-]{20}
        |xox[abeprs]-[A-Za-z0-9-]{10}|hooks\.slack\.com/services/T[A-Za-z0-9]{5}
        |whsec_[A-Za-z0-9+/=]{16}|[sr]k_live_[A-Za-z0-9]{16}|AIza[A-Za-z0-9_-]{35}
        |aws_secret_access_key\s{0,5}[=:]\s{0,5}[^\s$]
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Secret();
}
