using Portal.Domain.Planning.Document;
using Portal.Domain.Templates;

namespace Portal.Tests.Domain.Planning;

/// <summary>What makes a composed plan whole: each stack has exactly its values, each wire an end, each line of the bill a resource, and each alarm a line.</summary>
internal static class WholePlan
{
    /// <summary>Alarms that scaling keeps for itself; they stand in no template.</summary>
    private static readonly string[] OfScaling = ["Alarms of the auto scaling", "Scaling of the servers, alarms"];

    public static void AssertParametersKeepTheRules(PlannedStack stack)
    {
        Assert.Equal(stack.Template.Parameters.Select(parameter => parameter.Name).Order(StringComparer.Ordinal), stack.Plan.Parameters.Keys.Order(StringComparer.Ordinal));
        var declared = stack.Template.Root.Section("Parameters");
        Assert.All(stack.Plan.Parameters.Where(parameter => parameter.Value is StackParameter.Text), parameter =>
            Assert.True(Keeps(declared.Section(parameter.Key), ((StackParameter.Text)parameter.Value).Value), $"{stack}: {parameter.Key} may not be \"{((StackParameter.Text)parameter.Value).Value}\""));
    }

    /// <param name="stacks">Those of one plan, in its order.</param>
    public static void AssertWiresLeadToEarlierStacks(IEnumerable<PlannedStack> stacks)
    {
        var outputs = new Dictionary<string, HashSet<string>>();
        foreach (var stack in stacks)
        {
            foreach (var wire in stack.Plan.Parameters.Values.OfType<StackParameter.FromStack>())
                Assert.True(outputs.GetValueOrDefault(wire.Stack)?.Contains(wire.Output) is true, $"{stack} waits for {wire.Stack}.{wire.Output}");
            outputs[stack.Plan.Name] = [.. stack.Template.Outputs.Select(output => output.Name)];
        }
    }

    /// <param name="stacks">Those of one plan.</param>
    public static void AssertLinesNameResources(IEnumerable<PlannedStack> stacks)
    {
        var all = stacks.ToList();
        var resources = all.SelectMany(stack => stack.Template.Resources.Select(resource => $"{stack.Plan.Name}/{resource.LogicalId}")).ToHashSet();

        Assert.All(all[0].Of.Plan.Cost!.Lines, line => Assert.True(resources.Contains($"{line.Stack}/{line.Resource}"), $"{all[0].Of}: {line.Item} is billed for {line.Stack}/{line.Resource}, which is not there"));
    }

    /// <summary>Alarms are billed by the metric: https://aws.amazon.com/cloudwatch/pricing/</summary>
    public static IEnumerable<string> AlarmsNotBilled(IEnumerable<PlannedStack> stacks) =>
        from stack in stacks
        let made = stack.Resources.Where(resource => resource.Type == "AWS::CloudWatch::Alarm").Sum(alarm => Watch.Metrics(alarm).Count())
        let billed = stack.Of.Plan.Cost!.Lines.Where(line => line.Stack == stack.Plan.Name && line.Unit == "alarm-month" && !OfScaling.Contains(line.Item)).Sum(line => line.Quantity)
        where made != billed
        select $"{stack} has alarms over {made} metrics and pays for {billed}";

    private static bool Keeps(TemplateMap parameter, string value) =>
        (parameter["AllowedValues"] is not TemplateList allowed || allowed.Items.Any(item => ((TemplateScalar)item).Text == value))
        && (parameter.Text("AllowedPattern") is not { } pattern || System.Text.RegularExpressions.Regex.IsMatch(value, $"^(?:{pattern})$"))
        && (parameter.Text("MinValue") is not { } least || Number(value) >= Number(least))
        && (parameter.Text("MaxValue") is not { } most || Number(value) <= Number(most))
        && (parameter.Text("MinLength") is not { } shortest || value.Length >= Number(shortest));

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
