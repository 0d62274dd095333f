namespace Portal.Sandbox.Resources;

/// <summary>Availability zones as an account sees them.</summary>
public static class Zones
{
    private static readonly Dictionary<string, string> Letters = new()
    {
        ["us-east-1"] = "abcdef", ["us-west-2"] = "abcd", ["us-west-1"] = "ac", ["ca-central-1"] = "abd",
        ["ap-northeast-1"] = "acd", ["ap-northeast-2"] = "abcd",
    };

    public static IReadOnlyList<string> Of(string region) => [.. (Letters.GetValueOrDefault(region) ?? "abc").Select(letter => region + letter)];
}
