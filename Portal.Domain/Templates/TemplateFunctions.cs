using Portal.Domain.Planning.Document;

namespace Portal.Domain.Templates;

/// <summary>The intrinsic functions that modules may use, and why the others are refused.</summary>
internal static class TemplateFunctions
{
    private static readonly HashSet<string> Allowed =
    [
        "Ref", "Fn::GetAtt", "Fn::Sub", "Fn::Join", "Fn::Split", "Fn::Select", "Fn::Cidr", "Fn::Base64", "Fn::GetAZs",
        "Fn::If", "Fn::FindInMap", "Fn::Equals", "Fn::Not", "Fn::And", "Fn::Or",
    ];

    public static bool IsName(string key) => key == "Ref" || key.StartsWith("Fn::", StringComparison.Ordinal);

    /// <summary>The long name of a YAML tag: <c>!GetAtt</c> is <c>Fn::GetAtt</c>, <c>!Ref</c> and <c>!Condition</c> keep theirs.</summary>
    public static string LongName(string tag) => tag[1..] is "Ref" or "Condition" ? tag[1..] : "Fn::" + tag[1..];

    /// <summary>Why modules may not call the function, or null where they may.</summary>
    public static string? Refusal(string name) => name switch
    {
        _ when Allowed.Contains(name) => null,
        "Fn::ImportValue" => "Fn::ImportValue is refused: stacks are wired by parameters, not by exports",
        "Fn::Transform" => "Fn::Transform is refused: modules are plain templates without a macro",
        "Fn::Length" or "Fn::ToJsonString" => NeedsTransform(name),
        _ when name.StartsWith("Fn::ForEach", StringComparison.Ordinal) => NeedsTransform("Fn::ForEach"),
        _ => $"{name} is not a function that modules may use",
    };

    private static string NeedsTransform(string name) =>
        $"{name} is refused: it needs the transform AWS::LanguageExtensions, and modules have none; write the zones out";
}
