using Portal.Tests.Domain.Planning;
using Portal.Tests.Domain.Planning.Sheets;

namespace Portal.Tests.Domain.Templates.Judges;

/// <summary>The plans that judges are asked about, once for all tests: those with a name of their own and some generated ones, or all hundred with JUDGE_ALL=1.</summary>
internal static class JudgedPlans
{
    /// <summary>Each hundred plans cost the judges some hundred seconds; these are enough for every module, every choice and every accepted finding.</summary>
    private static readonly HashSet<string> Generated = ["number 10", "number 13", "number 22", "number 24", "number 33", "number 39", "number 40", "number 46", "number 49", "number 59", "number 67", "number 70"];

    private static readonly Lazy<Task<IReadOnlyList<JudgedPlan>>> Judged = new(async () =>
    {
        var plans = Chosen();
        var judgements = await TemplateJudges.AskAsync([.. plans.Select(plan => TemplateJson.Write(LinkedEnvironment.Of(plan.Folder)))]);
        return [.. plans.Zip(judgements, JudgedPlan.Of)];
    });

    public static Task<IReadOnlyList<JudgedPlan>> All => Judged.Value;

    private static List<VariedPlan> Chosen()
    {
        var plans = HundredPlans.All.Where(IsJudged).ToList();
        var made = plans.SelectMany(Choices).ToHashSet(StringComparer.Ordinal);

        // A choice that only other generated plans make brings the first of them along.
        plans.AddRange(HundredPlans.All.Except(plans).Where(plan => Choices(plan).Where(made.Add).ToList() is { Count: > 0 }));
        return plans;
    }

    private static IEnumerable<string> Choices(VariedPlan plan) => PlanChoices.Of(plan.Sheet, plan.Plan);

    private static bool IsJudged(VariedPlan plan) =>
        Environment.GetEnvironmentVariable("JUDGE_ALL") == "1" || Generated.Contains(plan.Name) || !plan.Name.StartsWith("number ", StringComparison.Ordinal);
}
