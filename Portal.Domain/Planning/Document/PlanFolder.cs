namespace Portal.Domain.Planning.Document;

/// <summary>
/// A plan with every file that belongs to it: <c>plan.json</c>, <c>stacks/*.yaml</c>, <c>parameters.json</c>, <c>controls.json</c>, <c>summary.md</c>.
/// What a revision stores, what the command line writes, and what is signed.
/// </summary>
/// <param name="Plan">The document.</param>
/// <param name="Files">Content by path with forward slashes, in ordinal order of the paths.</param>
public sealed record PlanFolder(Plan Plan, IReadOnlyDictionary<string, string> Files)
{
    public const string PlanPath = "plan.json";
    public const string ParametersPath = "parameters.json";
    public const string ControlsPath = "controls.json";
    public const string SummaryPath = "summary.md";

    /// <summary>The template of that stack; the bytes that are deployed.</summary>
    public string Template(StackPlan stack) => Files[stack.Template];
}
