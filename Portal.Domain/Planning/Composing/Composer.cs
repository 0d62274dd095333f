using System.Net;
using Portal.Domain.Planning.Composing.Values;
using Portal.Domain.Planning.Document;
using Portal.Domain.Planning.Places;
using Portal.Domain.Planning.Search;
using Portal.Domain.Templates;

namespace Portal.Domain.Planning.Composing;

/// <summary>
/// Turns a design into stacks: picks the modules, gives each its values, resolves it. A parameter that the design does not set is taken from
/// the earlier stack of its region that puts out a value of the same name; wiring goes forward only.
/// </summary>
internal static class Composer
{
    public static IReadOnlyList<ComposedStack> Compose(PlanningInput input, Design design, VpcAddresses addresses)
    {
        var stacks = new List<ComposedStack>();
        var values = new Dictionary<string, RegionValues>(StringComparer.Ordinal);
        foreach (var (module, region) in ModuleList.Of(design))
        {
            if (!values.TryGetValue(region, out var given))
            {
                values[region] = given = AllValues.Of(input, design, region, addresses);
            }

            stacks.Add(Compose(input, TemplateCatalogue.Module(module), region, given, stacks));
        }

        return [.. StackGraph.Of(stacks.Select(stack => stack.Plan)).Expect().InOrder.Select(plan => stacks.Single(stack => stack.Plan == plan))];
    }

    private static ComposedStack Compose(PlanningInput input, TemplateModule module, string region, RegionValues values, IReadOnlyList<ComposedStack> earlier)
    {
        var name = input.Names.Of(region, module.Name);
        var given = module.Parameters
            .Select(parameter => (parameter.Name, Value: values.Of(module.Name, parameter.Name) ?? Wired(parameter.Name, region, earlier)))
            .Where(parameter => parameter.Value is not null)
            .ToDictionary(parameter => parameter.Name, parameter => ToTemplate(parameter.Value!), StringComparer.Ordinal);
        var template = TemplateResolver.Resolve(module, given, new StackScope { Region = region, AccountId = input.Account, StackName = name, KeepsData = input.Policy.OutlivesStacks });
        return new ComposedStack(Plan(input, module.Name, region, name, template), template);
    }

    private static StackPlan Plan(PlanningInput input, string module, string region, string name, ResolvedTemplate template)
    {
        var sheet = input.Sheet;
        var policy = input.Policy;
        var parameters = template.Parameters.ToDictionary(parameter => parameter.Key, parameter => ToPlan(parameter.Value), StringComparer.Ordinal);
        return new StackPlan
        {
            Name = name,
            Account = input.Account,
            Region = region,
            Module = module,
            Template = $"stacks/{name}.yaml",
            DependsOn = [.. parameters.Values.OfType<StackParameter.FromStack>().Select(output => output.Stack).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            Capabilities = template.Capabilities,
            TerminationProtection = policy.ProtectsAll || (policy.ProtectsStateful && Modules.IsStateful(module)),
            StackPolicy = policy.GuardsData && Modules.IsStateful(module),
            ExpectedSeconds = ExpectedTime.Seconds(template, input.Facts),
            Parameters = new SortedDictionary<string, StackParameter>(parameters, StringComparer.Ordinal),
            Tags = new SortedDictionary<string, string>(StringComparer.Ordinal)
            {
                ["portal:environment"] = $"{sheet.Metadata.Team}/{sheet.Metadata.Name}",
                ["portal:team"] = sheet.Metadata.Team,
                ["portal:stage"] = Wire.Name(sheet.Metadata.Stage),
                ["portal:cost-center"] = TagText.Of(sheet.Metadata.CostCenter),
            },
        };
    }

    private static StackParameter.FromStack? Wired(string name, string region, IReadOnlyList<ComposedStack> earlier) =>
        earlier.FirstOrDefault(stack => stack.Plan.Region == region && stack.Template.Outputs.Contains(name)) is { } source ? new StackParameter.FromStack(source.Plan.Name, name) : null;

    private static TemplateValue ToTemplate(StackParameter value) => value switch
    {
        StackParameter.FromStack output => TemplateValue.FromStack(output.Stack, output.Output),
        StackParameter.Text text => TemplateValue.Text(text.Value),
        _ => throw new InvalidOperationException($"No such value: {value}"),
    };

    private static StackParameter ToPlan(TemplateValue value) => value switch
    {
        TemplateValue.Deferred output => new StackParameter.FromStack(output.Stack, output.Output),
        TemplateValue.Known known => new StackParameter.Text(known.Value),
        _ => throw new InvalidOperationException($"No such value: {value}"),
    };
}
