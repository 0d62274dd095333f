using System.Globalization;

namespace Portal.Sandbox.CloudFormation.Templates;

/// <summary>A tree with one value changed.</summary>
public static class Edit
{
    public static Node Set(Node node, ReadOnlySpan<string> path, Node value)
    {
        if (path.Length == 0) return value;
        var name = path[0];
        if (node is ListNode list && int.TryParse(name, CultureInfo.InvariantCulture, out var index) && index < list.Items.Length)
            return Node.List(list.Items.SetItem(index, Set(list.Items[index], path[1..], value)));
        var changed = Set(node[name] ?? Node.Map([]), path[1..], value);
        return Node.Map(node.AsMembers.Where(m => m.Key != name).Append(KeyValuePair.Create(name, changed)));
    }
}
