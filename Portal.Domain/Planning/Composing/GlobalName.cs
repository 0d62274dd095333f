using Portal.Domain.Planning.Document;

namespace Portal.Domain.Planning.Composing;

/// <summary>How a global database is called: letters, digits and single dashes, the same for each plan of an environment.</summary>
internal static class GlobalName
{
    /// <summary>RDS names of a global database take 63 characters; ours end in eight digits that keep teams apart.</summary>
    private const int LongestPrefix = 54;

    public static string Of(StackNames names)
    {
        var plain = string.Join('-', $"{names.Team}-{names.Name}".Split('-', StringSplitOptions.RemoveEmptyEntries));
        return $"{plain[..Math.Min(LongestPrefix, plain.Length)].TrimEnd('-')}-{Digest.Hex($"{names.Team}/{names.Name}")[..8]}";
    }
}
