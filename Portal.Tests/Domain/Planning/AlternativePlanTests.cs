using Portal.Tests.Domain.Planning.Sheets;
using Portal.Tests.Domain.Templates;

namespace Portal.Tests.Domain.Planning;

/// <summary>Every alternative that a plan shows could be built: its whole design composes, is billed as it is composed, and lints clean.</summary>
public sealed class AlternativePlanTests
{
    /// <summary>Between them every topic that has alternatives, each way to users, each kind of second region and each kind of data.</summary>
    private static readonly string[] Sheets = ["everything in two regions", "a programme, static content", "accelerator", "application through the cdn", "internal in two active regions", "memcached", "spot"];

    /// <summary>Modules of what nothing asks for and what is never cheapest, so that no plan chooses it.</summary>
    public static readonly IReadOnlyList<string> OfAlternativesOnly = ["fallback"];

    private static readonly Lazy<IReadOnlyList<PlannedStack>> Made = new(() => [.. Sheets.AsParallel().AsOrdered().WithDegreeOfParallelism(2).SelectMany(Alternatives).SelectMany(PlannedStack.ReadFrom)]);

    private static IReadOnlyList<PlannedStack> Stacks => Made.Value;

    private static IEnumerable<IGrouping<string, PlannedStack>> Plans => Stacks.GroupBy(stack => stack.Of.Name);

    [Fact]
    public void Parameters_AreAllGiven_AndKeepTheirRules() => Assert.All(Stacks, WholePlan.AssertParametersKeepTheRules);

    [Fact]
    public void Wires_LeadToEarlierStacksThatPutThemOut() => Assert.All(Plans, WholePlan.AssertWiresLeadToEarlierStacks);

    [Fact]
    public void CostLines_NameResourcesThatExist() => Assert.All(Plans, WholePlan.AssertLinesNameResources);

    [Fact]
    public void Alarms_AreBilled_StackByStack() => Assert.Empty(WholePlan.AlarmsNotBilled(Stacks));

    /// <summary>So many that each property of each resource that an alternative makes is in one: what is left differs in values, whose rules are checked above.</summary>
    [Fact]
    public async Task Stacks_AreLintedClean()
    {
        var seen = new HashSet<string>();
        var linted = Stacks.Where(stack => Parts(stack).Where(seen.Add).ToList() is { Count: > 0 }).ToList();

        Assert.Superset(OfAlternativesOnly.ToHashSet(), linted.Select(stack => stack.Plan.Module).ToHashSet());
        await CfnLint.AssertCleanAsync(linted.Select((stack, index) => (Name: $"{stack.Plan.Module}-{index}", stack.Body)).ToDictionary(stack => stack.Name, stack => stack.Body));
    }

    private static IEnumerable<string> Parts(PlannedStack stack) =>
        stack.Resources.SelectMany(resource => resource.Properties.Entries.Select(property => $"{stack.Plan.Module} {resource.LogicalId} {property.Key}"));

    private static IEnumerable<VariedPlan> Alternatives(string name) => Designs.Alternatives(ChosenSheets.All[name]).Select(each => new VariedPlan($"{name}, {each}", ChosenSheets.All[name], each.Folder));
}
