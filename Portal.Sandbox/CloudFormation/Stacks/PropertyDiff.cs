using Portal.Sandbox.CloudFormation.Templates;
using Portal.Sandbox.Resources;

namespace Portal.Sandbox.CloudFormation.Stacks;

/// <param name="Property">Top-level name.</param>
/// <param name="Recreation">Never, Conditionally or Always.</param>
/// <param name="IsDynamic">The new value depends on something that the update itself makes.</param>
public sealed record PropertyChange(string Property, string Recreation, bool IsDynamic);

public static class PropertyDiff
{
    public static IReadOnlyList<PropertyChange> Between(string type, Node before, Node after)
    {
        var catalogue = ResourceCatalogue.Get(type);
        var names = before.AsMembers.Concat(after.AsMembers).Select(m => m.Key).Distinct().Order(StringComparer.Ordinal);
        return [.. names.Where(n => before[n]?.ToJson() != after[n]?.ToJson()).Select(n => Change(catalogue, n, before, after))];
    }

    private static PropertyChange Change(ResourceType type, string name, Node before, Node after)
    {
        var dynamic = after[name]?.IsUnknown ?? false;
        var replaces = type.CreateOnly.Any(path => path.Split('.')[0] == name && At(before, path) != At(after, path));
        return new PropertyChange(name, !replaces ? "Never" : dynamic ? "Conditionally" : "Always", dynamic);
    }

    private static string? At(Node node, string path) => path.Split('.').Aggregate((Node?)node, (n, part) => n?[part])?.ToJson();
}
