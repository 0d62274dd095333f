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
        TemplateCatalogue.Load().Select(module => module.Name).Except(OfNoPlan).Except(AlternativePlanTests.OfAlternativesOnly).Order(StringComparer.Ordinal),
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
    public void Parameters_AreExactlyThoseOfTheTemplate_AndKeepItsRules() => Assert.All(PlannedStack.All, WholePlan.AssertParametersKeepTheRules);

    [Fact]
    public void Wires_LeadToEarlierStacksThatPutThemOut() => Assert.All(HundredPlans.All, plan => WholePlan.AssertWiresLeadToEarlierStacks(PlannedStack.In(plan)));

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
    public void CostLines_NameResourcesThatExist() => Assert.All(HundredPlans.All, plan => WholePlan.AssertLinesNameResources(PlannedStack.In(plan)));
}
