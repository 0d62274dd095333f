using Portal.Sandbox.CloudFormation.Templates;
using Portal.Sandbox.Ssm;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.CloudFormation.Stacks;

/// <summary>Given, previous and default values of a template's parameters become one list, checked.</summary>
public sealed class ParameterBinding(ParameterStore parameterStore, ParameterExistence existence)
{
    public IReadOnlyList<ParameterValue> Bind(string world, Template template, IReadOnlyList<GivenParameter> given, StackInput? previous)
    {
        if (given.FirstOrDefault(g => !template.Parameters.ContainsKey(g.Key)) is not null)
            throw AwsException.Validation($"Parameters: [{string.Join(", ", given.Select(g => g.Key).Where(k => !template.Parameters.ContainsKey(k)).Order(StringComparer.Ordinal))}] do not exist in the template");
        var missing = new List<string>();
        var bound = new List<ParameterValue>();
        foreach (var declaration in template.Parameters.Values)
        {
            if (Value(declaration, given.LastOrDefault(g => g.Key == declaration.Name), previous) is { } value) bound.Add(Resolve(world, declaration, value));
            else missing.Add(declaration.Name);
        }

        return missing.Count == 0 ? bound : throw AwsException.Validation($"Parameters: [{string.Join(", ", missing)}] must have values");
    }

    /// <summary>As expressions see them: lists split, Parameter Store names replaced by what they stood for.</summary>
    public static IReadOnlyDictionary<string, Node> Values(Template template, IReadOnlyList<ParameterValue> bound) => bound
        .Where(b => template.Parameters.ContainsKey(b.Key))
        .ToDictionary(b => b.Key, b => Value(template.Parameters[b.Key], b.Resolved ?? b.Value));

    private static Node Value(ParameterDeclaration declaration, string text) => !declaration.IsList
        ? Node.Text(text)
        : Node.List(text.Length == 0 ? [] : text.Split(',', StringSplitOptions.TrimEntries).Select(Node.Text));

    private static string? Value(ParameterDeclaration declaration, GivenParameter? given, StackInput? previous)
    {
        if (given is { UsePrevious: true })
        {
            if (previous is null) throw AwsException.Validation($"Invalid input for parameter key {declaration.Name}. Cannot specify usePreviousValue as true for a parameter key not in the previous template");
            return previous.Parameters.FirstOrDefault(p => p.Key == declaration.Name)?.Value ?? throw AwsException.Validation($"Invalid input for parameter key {declaration.Name}. Cannot specify usePreviousValue as true for a parameter key not in the previous template");
        }

        return given?.Value ?? declaration.Default;
    }

    private ParameterValue Resolve(string world, ParameterDeclaration declaration, string value)
    {
        declaration.Check(value);
        existence.Check(world, declaration, value);
        if (!declaration.IsStored) return new ParameterValue(declaration.Name, value);
        return new ParameterValue(declaration.Name, value, parameterStore.Find(world, value) ?? throw AwsException.Validation($"Parameters: [{value}] cannot be found."));
    }
}

public sealed record GivenParameter(string Key, string? Value, bool UsePrevious);
