using System.Collections.Frozen;
using System.Text;

namespace Portal.Domain.Requests.Reading;

/// <summary>
/// Folds text to what compatibility normalisation (NFKC, https://unicode.org/reports/tr15/) and lower case make of the letters in
/// <c>{{resolve:</c>; other characters stay. Written out because the portal runs in invariant mode, where .NET does not normalise beyond ASCII.
/// </summary>
internal static class Lookalikes
{
    /// <summary>Characters outside the regular ranges, by what they fold to. The last of ':' stands for "::=".</summary>
    private static readonly FrozenDictionary<Rune, char> Single = new Dictionary<char, int[]>
    {
        ['{'] = [0xFE37, 0xFE5B],
        ['r'] = [0x2B3, 0x1D3F, 0x1D63, 0x211B, 0x211C, 0x211D, 0x1F12C],
        ['e'] = [0x1D31, 0x1D49, 0x2091, 0x212F, 0x2130, 0x2147],
        ['s'] = [0x17F, 0x2E2, 0x209B],
        ['o'] = [0xBA, 0x1D3C, 0x1D52, 0x2092, 0x2134],
        ['l'] = [0x2E1, 0x1D38, 0x2097, 0x2112, 0x2113, 0x216C, 0x217C],
        ['v'] = [0x1D5B, 0x1D65, 0x2164, 0x2174, 0x2C7D],
        [':'] = [0xFE13, 0xFE55, 0x2A74],
    }.SelectMany(entry => entry.Value.Select(code => (Rune: new Rune(code), entry.Key))).ToFrozenDictionary(pair => pair.Rune, pair => pair.Key);

    public static string Fold(string text)
    {
        if (Ascii.IsValid(text)) return text.ToLowerInvariant();
        var folded = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes()) folded.Append(Fold(rune).ToString());
        return folded.ToString();
    }

    private static Rune Fold(Rune rune) => rune.Value switch
    {
        < 0x80 => Rune.ToLowerInvariant(rune),
        >= 0xFF01 and <= 0xFF5E => Rune.ToLowerInvariant(new Rune(rune.Value - 0xFEE0)), // full width
        >= 0x1D400 and < 0x1D6A4 => Letter(rune.Value - 0x1D400), // mathematical: bold, italic, script …
        >= 0x24B6 and <= 0x24E9 => Letter(rune.Value - 0x24B6), // circled
        >= 0x1F130 and <= 0x1F149 => Letter(rune.Value - 0x1F130), // squared
        _ => Single.TryGetValue(rune, out var letter) ? new Rune(letter) : rune,
    };

    private static Rune Letter(int offset) => new('a' + offset % 26);
}
