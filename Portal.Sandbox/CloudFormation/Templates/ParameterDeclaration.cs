using System.Globalization;
using System.Text.RegularExpressions;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.CloudFormation.Templates;

/// <summary>A declared parameter and the checks on its value, with AWS's words.</summary>
public sealed record ParameterDeclaration
{
    private static readonly TimeSpan PatternTimeout = TimeSpan.FromSeconds(1);

    public required string Name { get; init; }
    public required string Type { get; init; }
    public string? Default { get; init; }
    public bool NoEcho { get; init; }
    public string? Description { get; init; }
    public required IReadOnlyList<string> AllowedValues { get; init; }
    public string? AllowedPattern { get; init; }
    public string? ConstraintDescription { get; init; }
    public int? MinLength { get; init; }
    public int? MaxLength { get; init; }
    public decimal? MinValue { get; init; }
    public decimal? MaxValue { get; init; }

    public bool IsList => Type == "CommaDelimitedList" || Type.StartsWith("List<", StringComparison.Ordinal) || Type.StartsWith("AWS::SSM::Parameter::Value<List<", StringComparison.Ordinal);

    /// <summary>The value is the name of a Parameter Store parameter, read when the operation starts.</summary>
    public bool IsStored => Type.StartsWith("AWS::SSM::Parameter::Value<", StringComparison.Ordinal);

    public static ParameterDeclaration Read(string name, Node node)
    {
        var type = node["Type"]?.AsText ?? throw TemplateReader.Format($"Every Parameters object must contain a Type member.");
        if (!KnownType(type)) throw TemplateReader.Format($"Unrecognized parameter type: {type}");
        return new ParameterDeclaration
        {
            Name = name,
            Type = type,
            Default = node["Default"]?.AsText,
            NoEcho = node["NoEcho"]?.IsTrue ?? false,
            Description = node["Description"]?.AsText,
            AllowedValues = [.. node["AllowedValues"]?.AsItems.Select(i => i.AsText).OfType<string>() ?? []],
            AllowedPattern = node["AllowedPattern"]?.AsText,
            ConstraintDescription = node["ConstraintDescription"]?.AsText,
            MinLength = (int?)Number(node, "MinLength"),
            MaxLength = (int?)Number(node, "MaxLength"),
            MinValue = Number(node, "MinValue"),
            MaxValue = Number(node, "MaxValue"),
        };
    }

    public void Check(string value)
    {
        if (value.Length > 4096) throw AwsException.Validation($"1 validation error detected: Value at 'parameters' failed to satisfy constraint: Member must have length less than or equal to 4096");
        if (Type is "Number" && !IsNumber(value) || Type is "List<Number>" && !value.Split(',').All(i => IsNumber(i.Trim())))
            throw AwsException.Validation($"Parameter '{Name}' must be a number.");
        // Of a list, each item: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html
        foreach (var item in IsList ? value.Split(',', StringSplitOptions.TrimEntries) : [value])
        {
            if (AllowedValues.Count > 0 && !AllowedValues.Contains(item)) throw Refusal($"must be one of AllowedValues");
            if (AllowedPattern is { } pattern && !Regex.IsMatch(item, $@"\A(?:{pattern})\z", RegexOptions.None, PatternTimeout)) throw Refusal($"must match pattern {pattern}");
        }

        if (value.Length < MinLength) throw Refusal($"must contain at least {MinLength} characters");
        if (value.Length > MaxLength) throw Refusal($"must contain at most {MaxLength} characters");
        if (MinValue is { } min && IsNumber(value) && decimal.Parse(value, CultureInfo.InvariantCulture) < min) throw Refusal($"must be a number not less than {min}");
        if (MaxValue is { } max && IsNumber(value) && decimal.Parse(value, CultureInfo.InvariantCulture) > max) throw Refusal($"must be a number not greater than {max}");
    }

    private AwsException Refusal(string rule) =>
        AwsException.Validation(ConstraintDescription is { } said ? $"Parameter {Name} failed to satisfy constraint: {said}" : $"Parameter '{Name}' {rule}");

    private static bool KnownType(string type) =>
        type is "String" or "Number" or "CommaDelimitedList" or "List<Number>" or "List<String>" || type.StartsWith("AWS::", StringComparison.Ordinal) || type.StartsWith("List<AWS::", StringComparison.Ordinal);

    private static bool IsNumber(string text) => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _);

    private static decimal? Number(Node node, string name) => decimal.TryParse(node[name]?.AsText, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}
