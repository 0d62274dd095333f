using Portal.Domain.Planning.Document;

namespace Portal.Tests.Domain.Planning.Fields;

/// <summary>What may be seen of a changed field.</summary>
internal static class Seen
{
    public static bool Dearer(Plan before, Plan after) => after.Cost?.MonthlyUsd > before.Cost!.MonthlyUsd;

    public static bool Cheaper(Plan before, Plan after) => after.Cost?.MonthlyUsd < before.Cost!.MonthlyUsd;

    /// <summary>A larger fleet at peak, and a dearer month there.</summary>
    public static bool LargerAtPeak(Plan before, Plan after) => Capacity(after) > Capacity(before) && after.Cost!.AtPeakUsd > before.Cost!.AtPeakUsd;

    public static bool SmallerAtPeak(Plan before, Plan after) => LargerAtPeak(after, before);

    public static Func<Plan, Plan, bool> Refused(RefusalKind kind, params string[] paths) => (_, after) => after.Refusals.Any(refusal => refusal.Kind == kind && refusal.Requirements.SequenceEqual(paths));

    public static Func<Plan, Plan, bool> Warned(string path, string text) => (before, after) => !Says(before, path, text) && Says(after, path, text);

    /// <summary>A value in a template.</summary>
    public static Func<Plan, Plan, bool> Value(string module, string parameter, string value) => (before, after) => Text(before, module, parameter) != value && Text(after, module, parameter) == value;

    /// <summary>Two values of a template that differ.</summary>
    public static Func<Plan, Plan, bool> Changed(string module, string parameter) => (before, after) => Text(after, module, parameter) is { } value && Text(before, module, parameter) is { } old && value != old;

    public static Func<Plan, Plan, bool> Stack(string module) => (before, after) => !Has(before, module) && Has(after, module);

    public static Func<Plan, Plan, bool> NoStack(string module) => (before, after) => Has(before, module) && !Has(after, module);

    public static Func<Plan, Plan, bool> Both(Func<Plan, Plan, bool> one, Func<Plan, Plan, bool> other) => (before, after) => one(before, after) && other(before, after);

    public static bool Says(Plan plan, string path, string text) => plan.Warnings.Any(warning => warning.Requirement == path && warning.Text.Contains(text, StringComparison.Ordinal));

    private static decimal Capacity(Plan plan) => plan.Compute.Sum(servers => servers.Max * servers.Vcpu);

    private static bool Has(Plan plan, string module) => plan.Stacks.Any(stack => stack.Module == module);

    private static string? Text(Plan plan, string module, string parameter) =>
        plan.Stacks.Single(stack => stack.Module == module).Parameters.GetValueOrDefault(parameter) is StackParameter.Text text ? text.Value : null;
}
