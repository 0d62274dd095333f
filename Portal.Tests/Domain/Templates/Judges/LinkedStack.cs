using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Portal.Domain.Planning;
using Portal.Domain.Planning.Document;
using Portal.Domain.Templates;

namespace Portal.Tests.Domain.Templates.Judges;

/// <summary>One stack on its way into the linked document.</summary>
/// <param name="values">What each parameter is given; a node of the linked document where another stack puts it out.</param>
internal sealed class LinkedStack(StackPlan stack, string prefix, TemplateMap template, IReadOnlyDictionary<string, TemplateNode> values)
{
    private readonly HashSet<string> own = [.. template.Section("Resources").Entries.Select(entry => entry.Key)];
    private readonly Dictionary<string, string> types = template.Section("Parameters").Entries.ToDictionary(entry => entry.Key, entry => ((TemplateMap)entry.Value).Text("Type")!);

    public IEnumerable<KeyValuePair<string, TemplateNode>> Resources() =>
        template.Section("Resources").Entries.Select(entry => new KeyValuePair<string, TemplateNode>(prefix + entry.Key, Resource((TemplateMap)entry.Value)));

    public TemplateNode Output(string name) => Link(template.Section("Outputs").Section(name)["Value"] ?? throw new KeyNotFoundException($"{stack.Name} puts out no {name}"));

    // DependsOn is the one place that names resources without a function.
    private TemplateMap Resource(TemplateMap resource) => (TemplateMap)Link(resource["DependsOn"] switch
    {
        null => resource,
        TemplateScalar one => resource.With("DependsOn", Prefixed(one)),
        var many => resource.With("DependsOn", new TemplateList([.. ((TemplateList)many).Items.Select(Prefixed)])),
    });

    private TemplateNode Prefixed(TemplateNode name) => new TemplateScalar(prefix + ((TemplateScalar)name).Text);

    private TemplateNode Link(TemplateNode node) => node switch
    {
        _ when node.IsFunction(out var name, out var argument) => Call(name, argument),
        TemplateList list => new TemplateList([.. list.Items.Select(Link)]),
        TemplateMap map => new TemplateMap([.. map.Entries.Select(entry => new KeyValuePair<string, TemplateNode>(entry.Key, Link(entry.Value)))]),
        _ => node,
    };

    private TemplateNode Call(string name, TemplateNode argument) => (name, argument) switch
    {
        ("Ref", TemplateScalar target) => Reference(target.Text),
        ("Fn::GetAtt", TemplateList { Items: [TemplateScalar target, var attribute] }) => Function(name, new TemplateList([new TemplateScalar(prefix + target.Text), attribute])),
        ("Fn::Sub", _) => LinkedText.Of(argument, Link, Reference, target => prefix + target),
        ("Fn::Join", TemplateList { Items: [TemplateScalar separator, var items] }) => Join(separator, Link(items)),
        ("Fn::Split", TemplateList { Items: [TemplateScalar separator, var text] }) => Split(separator, Link(text)),
        ("Fn::Select", TemplateList { Items: [TemplateScalar index, var items] }) => Select(index, Link(items)),
        _ => Function(name, Link(argument)),
    };

    private TemplateNode Reference(string target) => target switch
    {
        _ when own.Contains(target) => Function("Ref", new TemplateScalar(prefix + target)),
        _ when types.TryGetValue(target, out var type) => Typed(type, values[target]),
        "AWS::Region" => new TemplateScalar(stack.Region),
        "AWS::StackName" => new TemplateScalar(stack.Name),
        "AWS::StackId" => new TemplateScalar(Id()),
        "AWS::Partition" or "AWS::URLSuffix" => new TemplateScalar(Scope().Pseudo(target)!),
        _ => Function("Ref", new TemplateScalar(target)),
    };

    // Names are made of it, and two stacks must not get the same ones.
    private string Id() => $"arn:aws:cloudformation:{stack.Region}:{stack.Account}:stack/{stack.Name}/{new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(stack.Name))[..16])}";

    private StackScope Scope() => new() { Region = stack.Region, AccountId = stack.Account, StackName = stack.Name };

    // A list's parts come joined by commas, as a text or as another stack's Fn::Join.
    private static TemplateNode Typed(string type, TemplateNode value) => (type, value) switch
    {
        ("Number", TemplateScalar number) => new TemplateScalar(number.Text, Quoted: false),
        ("CommaDelimitedList", _) => Split(new TemplateScalar(","), value),
        _ when type.StartsWith("List<", StringComparison.Ordinal) => Split(new TemplateScalar(","), value),
        _ => value,
    };

    private static TemplateNode Join(TemplateScalar separator, TemplateNode items) => items is TemplateList list && list.Items.All(item => item is TemplateScalar)
        ? new TemplateScalar(string.Join(separator.Text, list.Items.Select(item => ((TemplateScalar)item).Text)))
        : Function("Fn::Join", new TemplateList([separator, items]));

    private static TemplateNode Split(TemplateScalar separator, TemplateNode text) => text switch
    {
        TemplateScalar { Text: var joined } => new TemplateList([.. joined.Split(separator.Text).Select(part => new TemplateScalar(part.Trim()))]),
        _ when text.IsFunction(out var name, out var argument) && name == "Fn::Join" && argument is TemplateList { Items: [TemplateScalar by, TemplateList parts] } && by.Text == separator.Text => parts,
        _ => Function("Fn::Split", new TemplateList([separator, text])),
    };

    private static TemplateNode Select(TemplateScalar index, TemplateNode items) => items is TemplateList list && int.Parse(index.Text, System.Globalization.CultureInfo.InvariantCulture) is var at && at < list.Items.Length
        ? list.Items[at]
        : Function("Fn::Select", new TemplateList([index, items]));

    private static TemplateMap Function(string name, TemplateNode argument) => new(ImmutableArray.Create(new KeyValuePair<string, TemplateNode>(name, argument)));
}
