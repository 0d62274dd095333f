using System.Globalization;
using System.Text;

namespace Portal.AwsClientGenerator;

/// <summary>How the model's names and types are written in C#.</summary>
internal static class CSharp
{
    private static readonly HashSet<string> Keywords =
    [
        "abstract", "as", "base", "bool", "break", "byte", "case", "catch", "char", "checked", "class", "const", "continue", "decimal", "default", "delegate", "do", "double",
        "else", "enum", "event", "explicit", "extern", "false", "finally", "fixed", "float", "for", "foreach", "goto", "if", "implicit", "in", "int", "interface", "internal",
        "is", "lock", "long", "namespace", "new", "null", "object", "operator", "out", "override", "params", "private", "protected", "public", "readonly", "ref", "return",
        "sbyte", "sealed", "short", "sizeof", "stackalloc", "static", "string", "struct", "switch", "this", "throw", "true", "try", "typeof", "uint", "ulong", "unchecked",
        "unsafe", "ushort", "using", "virtual", "void", "volatile", "while",
    ];

    public static string Literal(string text) =>
        "\"" + string.Concat(text.Select(c => c is '"' or '\\' ? "\\" + c : c < ' ' ? string.Create(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}") : c.ToString())) + "\"";

    public static string Capitalised(string name) => char.ToUpperInvariant(name[0]) + name[1..];

    /// <summary>A member cannot have its class's name.</summary>
    public static string Property(string member, string className) => Capitalised(member) is var name && name == className ? name + "Value" : name;

    /// <summary>A constant for a value such as <c>aws:kms</c>.</summary>
    public static string Constant(string value)
    {
        var name = new StringBuilder();
        foreach (var c in value)
            name.Append(char.IsAsciiLetterOrDigit(c) ? c : '_');
        if (name.Length == 0 || char.IsAsciiDigit(name[0]))
            name.Insert(0, '_');
        return Keywords.Contains(name.ToString()) ? "@" + name : name.ToString();
    }

    public static string Type(ServiceModel model, ModelShape shape) => shape.Type switch
    {
        "string" => "string",
        "boolean" => "bool",
        "integer" or "short" or "byte" => "int",
        "long" => "long",
        "float" => "float",
        "double" => "double",
        "timestamp" => "DateTimeOffset",
        "blob" => "byte[]",
        "list" => $"List<{Type(model, model.Resolve(shape.Member!))}>",
        "map" => $"Dictionary<string, {Type(model, model.Resolve(shape.Value!))}>",
        "structure" => StructureName(shape.Shape!),
        _ => throw new NotSupportedException($"{shape.Shape} is a {shape.Type}"),
    };

    public static string StructureName(string shape) => Capitalised(shape);
}
