using System.Text.RegularExpressions;
using Portal.Domain.Planning.Document;
using Portal.Tests.Domain.Planning;
using Portal.Tests.Domain.Planning.Sheets;

namespace Portal.Tests.Domain.Templates.Judges;

/// <summary>cfn-lint finds neither an error nor a warning in the stacks of varied plans, and no error in what they are once linked.</summary>
public sealed partial class HundredLintTests
{
    /// <summary>Linked documents are large, and each takes seconds: every third plan.</summary>
    private const int EveryLinked = 3;

    [Fact]
    public async Task Stacks_AreLintedClean()
    {
        var stacks = HundredPlans.All.SelectMany(plan => plan.Plan.Stacks.Select(stack => (stack.Module, Body: plan.Folder.Template(stack)))).Distinct().ToList();

        await CfnLint.AssertCleanAsync(stacks.Select((stack, index) => (Name: $"{stack.Module}-{index}", stack.Body)).ToDictionary(stack => stack.Name, stack => stack.Body));
    }

    [Fact]
    public async Task LinkedPlans_AreValidTemplates()
    {
        var linked = HundredPlans.All.Where((_, index) => index % EveryLinked == 0).ToDictionary(plan => plan.Name.Replace(' ', '-').Replace(",", "", StringComparison.Ordinal), plan => TemplateJson.Write(LinkedEnvironment.Of(plan.Folder)));
        Assert.True(linked.Count > 30, $"only {linked.Count} plans were linked");

        var (_, report) = await CfnLint.RunAsync(linked);

        var errors = report.Split('\n').Where(line => Error().IsMatch(line)).ToList();
        Assert.True(errors.Count == 0, string.Join('\n', errors));
    }

    [GeneratedRegex(@":E\d{4}:")]
    private static partial Regex Error();
}
