using System.Collections.Immutable;

namespace Portal.Domain.Templates;

/// <summary>A node of a CloudFormation template, functions in their long form (<c>{Ref: X}</c>, <c>{Fn::If: [...]}</c>).</summary>
public abstract record TemplateNode
{
    /// <summary>Reads the node as a function call: a mapping with the single key <c>Ref</c> or <c>Fn::...</c>.</summary>
    public bool IsFunction(out string name, out TemplateNode argument)
    {
        if (this is TemplateMap { Entries: [var (key, value)] } && TemplateFunctions.IsName(key))
        {
            (name, argument) = (key, value);
            return true;
        }

        (name, argument) = ("", this);
        return false;
    }
}

/// <summary>One value. <paramref name="Quoted"/> is false only for what YAML reads as a number or as true or false.</summary>
public sealed record TemplateScalar(string Text, bool Quoted = true) : TemplateNode;

/// <summary>A list, in the order of the source.</summary>
public sealed record TemplateList(ImmutableArray<TemplateNode> Items) : TemplateNode;

/// <summary>A mapping, in the order of the source; keys are unique.</summary>
public sealed record TemplateMap(ImmutableArray<KeyValuePair<string, TemplateNode>> Entries) : TemplateNode
{
    public static TemplateMap Empty { get; } = new(ImmutableArray<KeyValuePair<string, TemplateNode>>.Empty);

    /// <summary>The value under <paramref name="key"/>, or null where the key is absent.</summary>
    public TemplateNode? this[string key]
    {
        get
        {
            foreach (var (name, value) in Entries)
                if (name == key)
                    return value;
            return null;
        }
    }

    /// <summary>The mapping under <paramref name="key"/>, empty where it is absent or something else.</summary>
    public TemplateMap Section(string key) => this[key] as TemplateMap ?? Empty;

    /// <summary>The text under <paramref name="key"/>, or null where it is absent or not a value.</summary>
    public string? Text(string key) => (this[key] as TemplateScalar)?.Text;

    /// <summary>The same mapping without <paramref name="key"/>.</summary>
    public TemplateMap Without(string key) => new(Entries.RemoveAll(entry => entry.Key == key));

    /// <summary>The same mapping with <paramref name="key"/> set, in its old place or at the end.</summary>
    public TemplateMap With(string key, TemplateNode value)
    {
        for (var i = 0; i < Entries.Length; i++)
            if (Entries[i].Key == key)
                return new(Entries.SetItem(i, new(key, value)));
        return new(Entries.Add(new(key, value)));
    }
}
