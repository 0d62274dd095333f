using System.Globalization;
using Portal.Domain.Templates;

namespace Portal.Domain.Controls;

/// <summary>
/// A value in a resolved template, read where it really comes from: a reference to a parameter is followed to what the parameter is given,
/// if need be into the stack that puts it out. <c>default</c> is "not there".
/// </summary>
internal readonly struct ControlledValue
{
    private readonly Inventory? inventory;
    private readonly ControlledStack? stack;
    private readonly TemplateNode? node;

    public ControlledValue(Inventory inventory, ControlledStack stack, TemplateNode? node)
    {
        (this.inventory, this.stack, this.node) = (inventory, stack, node);
        if (node is not null && node.IsFunction(out var function, out var argument) && function == "Ref" && argument is TemplateScalar { Text: var name })
        {
            switch (stack.Parameters.GetValueOrDefault(name))
            {
                case TemplateValue.Known known:
                    this.node = new TemplateScalar(known.Value);
                    break;
                case TemplateValue.Deferred later:
                    this = inventory.Output(later.Stack, later.Output);
                    break;
            }
        }
    }

    public bool Exists => node is not null;

    /// <summary>The value under that name; not there where this is no mapping.</summary>
    public ControlledValue this[string name] => node is TemplateMap map ? Here(map[name]) : default;

    public bool Is(string text) => Text == text;

    public bool IsTrue => Text is "true" or "1";

    public bool IsFalse => Text is "false" or "0";

    public decimal? Number => decimal.TryParse(Text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The text, as far as it is known before deployment; what is not stays as <c>${Name}</c>. Null where this is no text.</summary>
    public string? Text
    {
        get
        {
            if (node is TemplateScalar scalar)
            {
                return scalar.Text;
            }

            if (node is null || !node.IsFunction(out var function, out var argument))
            {
                return null;
            }

            return function switch
            {
                "Ref" => argument is TemplateScalar { Text: var name } ? Named(name) : null,
                "Fn::Sub" => Substituted(argument),
                "Fn::Join" when argument is TemplateList { Items: [TemplateScalar separator, var parts] } => string.Join(separator.Text, Here(parts).Items.Select(part => part.Text ?? "${}")),
                _ => null,
            };
        }
    }

    /// <summary>The entries of a list, whether it is written out, joined in another stack, or given as text with commas; a single value is a list of one.</summary>
    public IReadOnlyList<ControlledValue> Items
    {
        get
        {
            switch (node)
            {
                case null:
                    return [];
                case TemplateList list:
                    return [.. list.Items.Select(Here)];
                case TemplateScalar { Text: var text } when text.Contains(',', StringComparison.Ordinal):
                    return [.. text.Split(',').Select(part => new TemplateScalar(part.Trim())).Select(Here)];
                case TemplateMap map when map.IsFunction(out var function, out var argument) && function == "Fn::Join" && argument is TemplateList { Items: [TemplateScalar { Text: "," }, TemplateList parts] }:
                    return [.. parts.Items.Select(Here)];
                default:
                    return [this];
            }
        }
    }

    /// <summary>Names and values of a mapping; nothing where this is none, or a function.</summary>
    public IEnumerable<(string Name, ControlledValue Value)> Entries
    {
        get
        {
            var self = this;
            return node is TemplateMap map && !map.IsFunction(out _, out _) ? map.Entries.Select(entry => (entry.Key, self.Here(entry.Value))) : [];
        }
    }

    /// <summary>Every resource that the value names, at any depth: by reference, by attribute, inside a text, or through another stack's output.</summary>
    public IReadOnlyList<ControlledResource> Targets => [.. Reached().Distinct()];

    public bool Reaches(ControlledResource resource) => Reached().Contains(resource);

    private IEnumerable<ControlledResource> Reached()
    {
        var self = this;
        if (node is TemplateList list)
        {
            return list.Items.SelectMany(item => self.Here(item).Reached());
        }

        if (node is not TemplateMap map)
        {
            return [];
        }

        if (!map.IsFunction(out var function, out var argument))
        {
            return map.Entries.SelectMany(entry => self.Here(entry.Value).Reached());
        }

        return function switch
        {
            "Ref" when argument is TemplateScalar { Text: var name } => Resource(name),
            "Fn::GetAtt" when argument is TemplateList { Items: [TemplateScalar { Text: var name }, ..] } => Resource(name),
            "Fn::Sub" => Substitutes(argument).SelectMany(value => value.Reached()),
            _ => Here(argument).Reached(),
        };
    }

    private IEnumerable<ControlledResource> Resource(string name) => inventory!.Find(stack!.Name, name) is { } resource ? [resource] : [];

    private List<ControlledValue> Substitutes(TemplateNode argument)
    {
        var self = this;
        var (text, names) = SubTemplate.Of(argument, "");
        return [.. SubTemplate.Names(text).Select(name => self.Here(names[name] ?? Reference(name)))];
    }

    private string Substituted(TemplateNode argument)
    {
        var self = this;
        var (text, names) = SubTemplate.Of(argument, "");
        return SubTemplate.Replace(text, name => self.Here(names[name] ?? Reference(name)).Text ?? $"${{{name}}}");
    }

    private static TemplateMap Reference(string name) => name.Split('.', 2) is [var resource, var attribute]
        ? new([new("Fn::GetAtt", new TemplateList([new TemplateScalar(resource), new TemplateScalar(attribute)]))])
        : new([new("Ref", new TemplateScalar(name))]);

    /// <summary>Pseudo parameters that every reader of a template knows; of the rest only the deployment does.</summary>
    private string? Named(string name) => name switch
    {
        "AWS::Region" => stack!.Region,
        "AWS::Partition" => "aws",
        "AWS::StackName" => stack!.Name,
        _ => null,
    };

    private ControlledValue Here(TemplateNode? inner) => inner is null ? default : new ControlledValue(inventory!, stack!, inner);
}
