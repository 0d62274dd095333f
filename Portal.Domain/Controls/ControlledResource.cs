using Portal.Domain.Templates;

namespace Portal.Domain.Controls;

/// <summary>A resource of a resolved stack, read by property.</summary>
internal sealed class ControlledResource(Inventory inventory, ControlledStack stack, string logicalId, TemplateMap body)
{
    public ControlledStack Stack { get; } = stack;

    public string LogicalId { get; } = logicalId;

    public string Type { get; } = body.Text("Type") ?? "";

    public Evidence Evidence => new(Stack.Name, LogicalId);

    /// <summary>A property, by a path of names: <c>PublicAccessBlockConfiguration/BlockPublicAcls</c>.</summary>
    public ControlledValue this[string path] => path.Split('/').Aggregate(Properties, (value, name) => value[name]);

    public ControlledValue Properties => new(inventory, Stack, body.Section("Properties"));

    /// <summary>What happens to it when its stack goes or it leaves the stack: <c>Delete</c> where nothing is said.</summary>
    public string DeletionPolicy => body.Text("DeletionPolicy") ?? "Delete";

    /// <summary>Whether it survives its stack, as itself or as a snapshot.</summary>
    public bool IsKept => DeletionPolicy is "Retain" or "RetainExceptOnCreate" or "Snapshot";
}
