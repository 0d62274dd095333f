using System.Text;

namespace Portal.Domain.Planning.Composing;

/// <summary>How a first-boot script travels: as base64, in as many parameters as the module has.</summary>
internal static class Script
{
    /// <summary>A parameter takes 4,096 characters: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html</summary>
    public const int MostCharacters = 4096;

    public static readonly IReadOnlyList<string> Names = ["ScriptBase64", "ScriptBase64Part2", "ScriptBase64Part3"];

    public static string Encode(string? text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text ?? ""));
}
