using Portal.Domain.Planning.Document;
using Portal.Domain.Templates;
using Portal.Tests.Domain.Planning.Sheets;

namespace Portal.Tests.Domain.Planning;

/// <summary>A stack of a plan, with its template read.</summary>
internal sealed record PlannedStack(VariedPlan Of, StackPlan Plan, string Body)
{
    private static readonly Lazy<IReadOnlyList<PlannedStack>> OfTheHundred = new(() =>
        [.. HundredPlans.All.SelectMany(ReadFrom)]);

    /// <summary>Those of the hundred plans.</summary>
    public static IReadOnlyList<PlannedStack> All => OfTheHundred.Value;

    private static ILookup<string, PlannedStack>? byPlan;

    public TemplateModule Template { get; } = ModuleReader.Read(Plan.Module, Body);

    /// <summary>Of any plan, read anew.</summary>
    public static IEnumerable<PlannedStack> ReadFrom(VariedPlan plan) => plan.Plan.Stacks.Select(stack => new PlannedStack(plan, stack, plan.Folder.Template(stack)));

    public static IEnumerable<PlannedStack> In(VariedPlan plan) => (byPlan ??= All.ToLookup(stack => stack.Of.Name))[plan.Name];

    public IEnumerable<PlannedResource> Resources => Template.Resources.Select(resource =>
        new PlannedResource(this, resource.LogicalId, resource.Type, Template.Root.Section("Resources").Section(resource.LogicalId).Section("Properties")));

    public bool HasOutput(string name) => Template.Outputs.Any(output => output.Name == name);

    /// <summary>What a value of the template comes to: a text, <c>stack.Output</c> where another stack says it, <c>stack.LogicalId</c> for a resource of this one; null for what only AWS can say.</summary>
    public string? Value(TemplateNode? node) => node switch
    {
        TemplateScalar scalar => scalar.Text,
        _ when node is not null && node.IsFunction(out var function, out var argument) => (function, argument) switch
        {
            ("Ref", TemplateScalar { Text: "AWS::Region" }) => Plan.Region,
            ("Ref", TemplateScalar target) => Plan.Parameters.TryGetValue(target.Text, out var given) ? Given(given) : $"{Plan.Name}.{target.Text}",
            ("Fn::Select", TemplateList { Items: [TemplateScalar at, var list] }) => Parts(list)?[int.Parse(at.Text, System.Globalization.CultureInfo.InvariantCulture)],
            ("Fn::Join", TemplateList { Items: [TemplateScalar with, TemplateList parts] }) => string.Join(with.Text, parts.Items.Select(Value)),
            ("Fn::Sub", TemplateScalar text) => Plan.Parameters.Aggregate(text.Text, (written, parameter) => written.Replace($"${{{parameter.Key}}}", Given(parameter.Value), StringComparison.Ordinal)),
            _ => null,
        },
        _ => null,
    };

    public override string ToString() => $"{Of}, {Plan.Name}";

    private string[]? Parts(TemplateNode list) =>
        list.IsFunction(out var function, out var argument) && (function, argument) is ("Fn::Split", TemplateList { Items: [TemplateScalar at, var text] }) ? Value(text)?.Split(at.Text) : null;

    private static string Given(StackParameter value) => value switch
    {
        StackParameter.FromStack from => $"{from.Stack}.{from.Output}",
        _ => ((StackParameter.Text)value).Value,
    };
}

/// <summary>A resource of such a stack.</summary>
internal sealed record PlannedResource(PlannedStack Stack, string LogicalId, string Type, TemplateMap Properties)
{
    public string? Value(string property) => Stack.Value(Properties[property]);

    public override string ToString() => $"{Stack}/{LogicalId}";
}
