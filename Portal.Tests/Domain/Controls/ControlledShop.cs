using System.Collections.Immutable;
using System.Globalization;
using Portal.Domain.Controls;
using Portal.Domain.Planning.Document;
using Portal.Domain.Requests;
using Portal.Domain.Templates;
using Portal.Tests.Architecture;
using Portal.Tests.Domain.Planning;
using Portal.Tests.Domain.Planning.Sheets;

namespace Portal.Tests.Domain.Controls;

/// <summary>The stacks of the small production shop as controls see them, whole or with one thing broken.</summary>
internal static class ControlledShop
{
    private const string Prefix = "storefront-shop-eu-central-1-";
    private static readonly Lazy<ControlledEnvironment> Planned = new(() => Of(Designs.Run(Make.ProductionSheet())));
    private static readonly Lazy<ControlledEnvironment> Complete = new(Build);

    /// <summary>What the planner composes today.</summary>
    public static ControlledEnvironment Plan => Planned.Value;

    /// <summary>The same with everything that a control can ask for: every check holds on it.</summary>
    public static ControlledEnvironment Whole => Complete.Value;

    public static string Stack(string module) => Prefix + module;

    public static ControlledEnvironment Of(PlanFolder folder) => new()
    {
        Name = "storefront/shop",
        Stage = Stage.Production,
        Exposure = Exposure.Public,
        Stacks =
        [
            .. folder.Plan.Stacks.Select(stack => new ControlledStack(stack.Name, stack.Region, TemplateReader.Read(folder.Template(stack)), stack.Parameters.ToDictionary(
                parameter => parameter.Key,
                parameter => parameter.Value is StackParameter.FromStack output ? TemplateValue.FromStack(output.Stack, output.Output) : TemplateValue.Text(((StackParameter.Text)parameter.Value).Value)))
            {
                TerminationProtection = stack.TerminationProtection,
                StackPolicy = stack.StackPolicy,
            }),
        ],
    };

    /// <summary>Sets what stands under <paramref name="path"/> of a stack's template, or removes it where <paramref name="yaml"/> is null.</summary>
    public static ControlledEnvironment With(this ControlledEnvironment environment, string module, string path, string? yaml) =>
        environment.Change(module, stack => stack with { Root = (TemplateMap)Edited(stack.Root, path.Split('/'), yaml is null ? null : TemplateReader.Read($"value: {yaml}")["value"]) });

    public static ControlledEnvironment Change(this ControlledEnvironment environment, string module, Func<ControlledStack, ControlledStack> change)
    {
        Assert.Contains(environment.Stacks, stack => stack.Name == Stack(module));
        return environment with { Stacks = [.. environment.Stacks.Select(stack => stack.Name == Stack(module) ? change(stack) : stack)] };
    }

    /// <summary>The same environment without any resource whose type starts like that.</summary>
    public static ControlledEnvironment Without(this ControlledEnvironment environment, params string[] types) => environment with
    {
        Stacks =
        [
            .. environment.Stacks.Select(stack => stack with
            {
                Root = stack.Root.With("Resources", new TemplateMap(stack.Root.Section("Resources").Entries.RemoveAll(entry =>
                    types.Any(type => ((TemplateMap)entry.Value).Text("Type")!.StartsWith(type, StringComparison.Ordinal))))),
            }),
        ],
    };

    private static ControlledEnvironment Build()
    {
        // The rest has a backup plan that copies, which the small shop's own does not.
        var environment = (Plan with { Stacks = [.. Plan.Stacks.Where(stack => stack.Name != Stack("backup"))] }).Change("balancer", stack => stack with { Parameters = new Dictionary<string, TemplateValue>(stack.Parameters) { ["WafFailOpen"] = "false" } });
        environment = Add(environment, "firewall", Resolve("firewall", ("LogKeyArn", "foundation")));
        environment = Add(environment, "monitoring", Resolve("monitoring",
            ("TopicArn", "foundation"), ("LoadBalancerMetricName", "balancer"), ("TargetGroupMetricName", "balancer"), ("GroupName", "compute")));
        environment = Add(environment, "monitoring-data", Resolve("monitoring-data", ("TopicArn", "foundation"), ("DatabaseId", "relational")));
        var rest = new ControlledStack(Stack("rest"), "eu-central-1", TemplateReader.Read(File.ReadAllText(Path.Combine(Repository.Root, "Portal.Tests/Domain/Controls/Rest.yaml"))), new Dictionary<string, TemplateValue>
        {
            ["DataKeyArn"] = From("foundation", "DataKeyArn"),
            ["BackupKeyArn"] = From("foundation", "BackupKeyArn"),
            ["LogBucket"] = From("foundation", "LogBucket"),
            ["LogBucketDomain"] = From("foundation", "LogBucketDomain"),
            ["TopicArn"] = From("foundation", "TopicArn"),
            ["DataSubnetIds"] = From("network", "DataSubnetIds"),
            ["DataGroup"] = From("security", "DataGroup"),
            ["LoadBalancerArn"] = From("balancer", "LoadBalancerArn"),
            ["WebAclArn"] = From("firewall", "WebAclArn"),
            ["StopAlarmArn"] = From("monitoring", "StopAlarmArn"),
            ["DbArn"] = From("relational", "DbArn"),
        });
        return environment with
        {
            Stacks = [.. environment.Stacks, rest with { TerminationProtection = true, StackPolicy = true }],
            AllowedRegions = new HashSet<string> { "eu-central-1", "eu-west-1" },
        };
    }

    private static ControlledEnvironment Add(ControlledEnvironment environment, string module, ResolvedTemplate template) => environment.Stacks.Any(stack => stack.Name == Stack(module))
        ? environment
        : environment with { Stacks = [.. environment.Stacks, new ControlledStack(Stack(module), "eu-central-1", template.Root, template.Parameters)] };

    private static ResolvedTemplate Resolve(string module, params (string Parameter, string Stack)[] wires)
    {
        var parameters = wires.ToDictionary(wire => wire.Parameter, wire => From(wire.Stack, wire.Parameter));
        parameters["Environment"] = "storefront/shop";
        parameters["Stage"] = "production";
        if (module == "monitoring")
        {
            parameters["Drills"] = "true";
        }

        return TemplateResolver.Resolve(TemplateCatalogue.Module(module), parameters, new StackScope { Region = "eu-central-1", AccountId = "111122223333", StackName = Stack(module) });
    }

    private static TemplateValue From(string module, string output) => TemplateValue.FromStack(Stack(module), output);

    private static TemplateNode Edited(TemplateNode node, ReadOnlySpan<string> path, TemplateNode? value)
    {
        if (node is TemplateList list)
        {
            var index = int.Parse(path[0], CultureInfo.InvariantCulture);
            return new TemplateList(path.Length > 1 ? list.Items.SetItem(index, Edited(list.Items[index], path[1..], value))
                : value is null ? list.Items.RemoveAt(index) : index == list.Items.Length ? list.Items.Add(value) : list.Items.SetItem(index, value));
        }

        var (map, key) = (Assert.IsType<TemplateMap>(node), path[0]);
        if (path.Length > 1)
        {
            return map.With(key, Edited(map[key] ?? TemplateMap.Empty, path[1..], value));
        }

        Assert.True(value is not null || map[key] is not null, $"There is no {key} to remove");
        return value is null ? map.Without(key) : map.With(key, value);
    }
}
