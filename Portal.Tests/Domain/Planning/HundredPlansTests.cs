using System.Text;
using Portal.Domain.Planning;
using Portal.Domain.Planning.Document;
using Portal.Domain.Templates;
using Portal.Tests.Domain.Planning.Sheets;

namespace Portal.Tests.Domain.Planning;

/// <summary>Plans of a hundred sheets over everything that can be asked are whole: each choice has its modules, each module its values.</summary>
public sealed class HundredPlansTests
{
    /// <summary>Modules that are made by hand or when an account is onboarded, and not by plans.</summary>
    private static readonly string[] OfNoPlan = ["baseline", "deployer-role", "endpoints", "proxy", "spending"];

    [Fact]
    public void Sheets_AreAHundred_AndCanBeBuilt()
    {
        Assert.Equal(100, HundredPlans.All.Count);
        Assert.All(HundredPlans.All, plan => Assert.True(plan.Plan.Feasible, $"{plan}: {string.Join("; ", plan.Plan.Refusals.Select(refusal => refusal.Why))}"));
    }

    [Fact]
    public void Plans_MakeEveryChoice()
    {
        var made = HundredPlans.All.SelectMany(plan => PlanChoices.Of(plan.Sheet, plan.Plan)).Distinct();

        Assert.Equal(PlanChoices.Expected.Order(StringComparer.Ordinal), made.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Plans_UseEveryModule() => Assert.Equal(
        TemplateCatalogue.Load().Select(module => module.Name).Except(OfNoPlan).Order(StringComparer.Ordinal),
        HundredPlans.All.SelectMany(plan => plan.Plan.Stacks).Select(stack => stack.Module).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void Scenario_ThatCannotBe_IsRefused()
    {
        var plan = VariedPlan.Of(ScenarioSheets.Impossible, ScenarioSheets.Of(ScenarioSheets.Impossible)).Plan;

        Assert.False(plan.Feasible);
        Assert.All(plan.Refusals, refusal => Assert.Equal(RefusalKind.Infeasible, refusal.Kind));
        Assert.Contains(plan.Refusals, refusal => refusal.RelaxTo.Count > 0);
    }

    [Fact]
    public void Stacks_HaveNamesOfTheirOwn_AndAnOrder() => Assert.All(HundredPlans.All, plan =>
    {
        Assert.Distinct(plan.Plan.Stacks.Select(stack => stack.Name));
        Assert.Equal(plan.Plan.Stacks.Select(stack => stack.Name), StackGraph.Of(plan.Plan.Stacks).Expect().InOrder.Select(stack => stack.Name));
        Assert.All(plan.Plan.Stacks, stack => Assert.InRange(stack.Name.Length, 1, 128));
    });

    [Fact]
    public void Templates_ArePlain_AndFitIntoACall() => Assert.All(PlannedStack.All, stack =>
    {
        Assert.InRange(Encoding.UTF8.GetByteCount(stack.Body), 1, ResolvedTemplate.InlineLimitBytes);
        Assert.All(new[] { "Conditions", "Mappings", "Rules", "Metadata", "Transform" }, key => Assert.Null(stack.Template.Root[key]));
        Assert.DoesNotMatch(@"(?m)Fn::(If|Equals|FindInMap|ImportValue)|!(If|Equals|FindInMap|ImportValue|Condition) |^\s+Condition: \w+$", stack.Body);
    });

    [Fact]
    public void Parameters_AreExactlyThoseOfTheTemplate_AndKeepItsRules() => Assert.All(PlannedStack.All, stack =>
    {
        Assert.Equal(stack.Template.Parameters.Select(parameter => parameter.Name).Order(StringComparer.Ordinal), stack.Plan.Parameters.Keys.Order(StringComparer.Ordinal));
        var declared = stack.Template.Root.Section("Parameters");
        Assert.All(stack.Plan.Parameters.Where(parameter => parameter.Value is StackParameter.Text), parameter =>
            Assert.True(Keeps(declared.Section(parameter.Key), ((StackParameter.Text)parameter.Value).Value), $"{stack}: {parameter.Key} may not be \"{((StackParameter.Text)parameter.Value).Value}\""));
    });

    [Fact]
    public void Wires_LeadToEarlierStacksThatPutThemOut() => Assert.All(HundredPlans.All, plan =>
    {
        var outputs = new Dictionary<string, HashSet<string>>();
        foreach (var stack in plan.Plan.Stacks)
        {
            foreach (var wire in stack.Parameters.Values.OfType<StackParameter.FromStack>())
                Assert.True(outputs.GetValueOrDefault(wire.Stack)?.Contains(wire.Output) is true, $"{plan}: {stack.Name} waits for {wire.Stack}.{wire.Output}");
            outputs[stack.Name] = [.. TemplateReader.Read(plan.Folder.Template(stack)).Section("Outputs").Entries.Select(entry => entry.Key)];
        }
    });

    /// <summary>Plans wire an output, or a parameter of another module goes by its name, or it is for people to look up and the module says so.</summary>
    [Fact]
    public void Outputs_AreWaitedFor_OrForPeople()
    {
        var modules = TemplateCatalogue.Load();
        var wired = HundredPlans.All.SelectMany(plan => plan.Plan.Stacks.SelectMany(stack => stack.Parameters.Values.OfType<StackParameter.FromStack>())
            .Select(wire => $"{plan.Plan.Stacks.Single(source => source.Name == wire.Stack).Module}.{wire.Output}"));
        var named = modules.SelectMany(module => module.Outputs.Where(output => modules.Any(other => other != module && other.Parameters.Any(parameter => parameter.Name == output.Name))).Select(output => $"{module.Name}.{output.Name}"));
        var waited = wired.Concat(named).ToHashSet();
        var forPeople = modules.SelectMany(module => module.ForPeople.Select(output => $"{module.Name}.{output}")).ToList();

        Assert.Empty(modules.SelectMany(module => module.Outputs.Select(output => $"{module.Name}.{output.Name}")).Except(waited).Except(forPeople));
        Assert.Empty(forPeople.Intersect(waited));
    }

    [Fact]
    public void CostLines_NameResourcesThatExist() => Assert.All(HundredPlans.All, plan =>
    {
        var resources = plan.Plan.Stacks.SelectMany(stack => TemplateReader.Read(plan.Folder.Template(stack)).Section("Resources").Entries.Select(entry => $"{stack.Name}/{entry.Key}")).ToHashSet();

        Assert.All(plan.Plan.Cost!.Lines, line => Assert.True(resources.Contains($"{line.Stack}/{line.Resource}"), $"{plan}: {line.Item} is billed for {line.Stack}/{line.Resource}, which is not there"));
    });

    private static bool Keeps(TemplateMap parameter, string value) =>
        (parameter["AllowedValues"] is not TemplateList allowed || allowed.Items.Any(item => ((TemplateScalar)item).Text == value))
        && (parameter.Text("AllowedPattern") is not { } pattern || System.Text.RegularExpressions.Regex.IsMatch(value, $"^(?:{pattern})$"))
        && (parameter.Text("MinValue") is not { } least || Number(value) >= Number(least))
        && (parameter.Text("MaxValue") is not { } most || Number(value) <= Number(most))
        && (parameter.Text("MinLength") is not { } shortest || value.Length >= Number(shortest));

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
