using System.Globalization;
using System.Text.RegularExpressions;

namespace Portal.Domain.Templates;

/// <summary>A parameter that a module declares, with what CloudFormation checks of its values.</summary>
public sealed record TemplateParameter
{
    public required string Name { get; init; }

    /// <summary>CloudFormation's type, as <c>String</c>, <c>Number</c> or <c>List&lt;AWS::EC2::Subnet::Id&gt;</c>.</summary>
    public required string Type { get; init; }

    /// <summary>The value taken where none is given; null makes the parameter required.</summary>
    public string? Default { get; init; }

    public string Description { get; init; } = "";

    public IReadOnlyList<string> AllowedValues { get; init; } = [];

    /// <summary>A regular expression that the whole of a value must match.</summary>
    public string? AllowedPattern { get; init; }

    public int? MinLength { get; init; }

    public int? MaxLength { get; init; }

    public decimal? MinValue { get; init; }

    public decimal? MaxValue { get; init; }

    public bool IsList => Type == "CommaDelimitedList" || Type.StartsWith("List<", StringComparison.Ordinal);

    public bool IsRequired => Default is null;

    /// <summary>Why CloudFormation would not take the value, or null where it would. A list is checked item by item.</summary>
    public string? Fault(string value)
    {
        foreach (var item in IsList ? Items(value) : [value])
            if (ItemFault(item) is { } fault)
                return fault;
        return null;
    }

    /// <summary>The items of a comma-delimited list, trimmed; an empty text is an empty list.</summary>
    public static IReadOnlyList<string> Items(string value) =>
        value.Length == 0 ? [] : [.. value.Split(',').Select(item => item.Trim())];

    private string? ItemFault(string value) => value switch
    {
        _ when AllowedValues.Count > 0 && !AllowedValues.Contains(value) => $"'{value}' is not one of {string.Join(", ", AllowedValues)}",
        _ when AllowedPattern is not null && !Regex.IsMatch(value, $"^(?:{AllowedPattern})\\z") => $"'{value}' does not match {AllowedPattern}",
        _ when value.Length < MinLength => $"'{value}' is shorter than {MinLength}",
        _ when value.Length > MaxLength => $"the value is longer than {MaxLength}",
        _ when Type is "Number" or "List<Number>" => NumberFault(value),
        _ => null,
    };

    private string? NumberFault(string value)
    {
        if (!decimal.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            return $"'{value}' is not a number";
        if (number < MinValue)
            return $"{value} is less than {MinValue}";
        return number > MaxValue ? $"{value} is more than {MaxValue}" : null;
    }
}
