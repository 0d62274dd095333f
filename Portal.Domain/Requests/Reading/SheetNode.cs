namespace Portal.Domain.Requests.Reading;

/// <summary>A sheet as it was written, before anything is known about its fields.</summary>
internal abstract record SheetNode
{
    /// <summary>What it is, in a reader's words.</summary>
    public abstract string Kind { get; }
}

internal sealed record MapNode(IReadOnlyList<KeyValuePair<string, SheetNode>> Entries) : SheetNode
{
    public static readonly MapNode Empty = new([]);

    public override string Kind => "a group of fields";

    /// <summary>Null where the field is left out.</summary>
    public SheetNode? Find(string key) => Entries.FirstOrDefault(entry => entry.Key == key).Value;
}

internal sealed record ListNode(IReadOnlyList<SheetNode> Items) : SheetNode
{
    public override string Kind => "a list";
}

internal sealed record TextNode(string Value) : SheetNode
{
    public override string Kind => "text";
}

internal sealed record NumberNode(decimal Value, string Written) : SheetNode
{
    public override string Kind => "a number";
}

/// <summary>Meant as a number, but none that the portal counts with: not finite, too large, hexadecimal, leading zeros.</summary>
internal sealed record StrangeNumberNode(string Written) : SheetNode
{
    public override string Kind => "a strange number";
}

internal sealed record BoolNode(bool Value) : SheetNode
{
    public override string Kind => Value ? "true" : "false";
}

internal sealed record NullNode : SheetNode
{
    public override string Kind => "empty";
}
