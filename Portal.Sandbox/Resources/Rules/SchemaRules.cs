using Portal.Sandbox.CloudFormation.Stacks;
using Portal.Sandbox.CloudFormation.Templates;

namespace Portal.Sandbox.Resources.Rules;

/// <summary>What the registry's schema refuses: unknown and missing properties.</summary>
internal static class SchemaRules
{
    public static string? Refusal(ResourceState resource, Node properties)
    {
        var type = ResourceCatalogue.Get(resource.Type);
        if (!type.IsDetailed) return null;
        if (properties.AsMembers.Select(m => m.Key).FirstOrDefault(p => !type.Properties.Contains(p)) is { } extra) return Failed(resource, $"extraneous key [{extra}] is not permitted");
        return type.Required.FirstOrDefault(p => properties[p] is null) is { } missing ? Failed(resource, $"required key [{missing}] not found") : null;
    }

    private static string Failed(ResourceState resource, string what) => $"Properties validation failed for resource {resource.LogicalId} with message:\n#: {what}";
}
