using System.Text.RegularExpressions;

namespace Portal.Sandbox.CloudFormation.Templates;

/// <summary>A name that an expression points to: a parameter, resource or pseudo parameter, with the attribute where it is a GetAtt.</summary>
public sealed record Reference(string Name, string? Attribute);

public static partial class References
{
    /// <summary>All references in an expression, in both branches of every Fn::If.</summary>
    public static IEnumerable<Reference> In(Node node) => node switch
    {
        ListNode list => list.Items.SelectMany(In),
        MapNode { Members: [var only] } => Of(only.Key, only.Value),
        MapNode map => map.Members.SelectMany(m => In(m.Value)),
        _ => [],
    };

    /// <summary>The <c>${…}</c> parts of an Fn::Sub text; <c>${!literal}</c> is none.</summary>
    public static IEnumerable<string> Placeholders(string text) => Placeholder().Matches(text).Select(m => m.Groups[1].Value.Trim());

    /// <summary>Resources of the template that must exist before this one, by reference or DependsOn.</summary>
    public static IReadOnlySet<string> Dependencies(Template template, ResourceDeclaration resource) =>
        In(resource.Properties).Concat(resource.Metadata is { } m ? In(m) : []).Select(r => r.Name).Concat(resource.DependsOn).Where(template.Resources.ContainsKey).ToHashSet();

    private static IEnumerable<Reference> Of(string function, Node value) => function switch
    {
        "Ref" when value.AsText is { } name => [new Reference(name, null)],
        "Fn::GetAtt" => GetAtt(value),
        "Fn::Sub" => Sub(value),
        _ => In(value),
    };

    private static IEnumerable<Reference> GetAtt(Node value)
    {
        if (value.AsText is { } path) return [Split(path)];
        var parts = value.AsItems;
        if (parts.Count < 2 || parts[0].AsText is not { } name) return In(value);
        var attribute = parts.Skip(1).All(p => p.AsText is not null) ? string.Join('.', parts.Skip(1).Select(p => p.AsText)) : null;
        return parts.Skip(1).SelectMany(In).Prepend(new Reference(name, attribute ?? ""));
    }

    private static IEnumerable<Reference> Sub(Node value)
    {
        var (text, variables) = value.AsText is { } plain ? (plain, null) : value.AsItems is [var t, var v] ? (t.AsText ?? "", v) : ("", null);
        var given = variables?.AsMembers.Select(m => m.Key).ToHashSet() ?? [];
        return Placeholders(text).Where(p => !given.Contains(p)).Select(Split).Concat(variables is null ? [] : variables.AsMembers.SelectMany(m => In(m.Value)));
    }

    private static Reference Split(string path) => path.IndexOf('.') is var dot and > 0 ? new Reference(path[..dot], path[(dot + 1)..]) : new Reference(path, null);

    [GeneratedRegex(@"\$\{([^!}][^}]*)\}")]
    private static partial Regex Placeholder();
}
