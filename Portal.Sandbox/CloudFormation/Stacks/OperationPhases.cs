using Portal.Sandbox.CloudFormation.Templates;

namespace Portal.Sandbox.CloudFormation.Stacks;

/// <summary>Which steps a phase consists of, and what must come before what.</summary>
public static class OperationPhases
{
    public static IEnumerable<Step> Apply(Template template, Evaluator evaluator) =>
        from resource in template.Resources
        where evaluator.IsOn(resource.Value.Condition)
        select new Step { Key = resource.Key, LogicalId = resource.Key, Action = StepAction.Apply, After = [.. References.Dependencies(template, resource.Value)] };

    /// <summary>Deletes in reverse: what others need goes after them.</summary>
    public static IEnumerable<Step> Delete(IEnumerable<ResourceState> resources)
    {
        var all = resources.ToList();
        return all.Select(r => new Step
        {
            Key = r.LogicalId, LogicalId = r.LogicalId, Action = StepAction.Delete,
            After = [.. all.Where(other => other.DependsOn.Contains(r.LogicalId)).Select(other => other.LogicalId)],
        });
    }

    /// <summary>The old halves of replacements; they hang on each other as they did when they were current.</summary>
    public static IEnumerable<Step> DeleteOld(IEnumerable<ResourceState> old)
    {
        var all = old.ToList();
        return all.Select(r => new Step
        {
            Key = OldKey(r.LogicalId), LogicalId = r.LogicalId, Action = StepAction.Delete, Before = r,
            After = [.. all.Where(other => other.DependsOn.Contains(r.LogicalId)).Select(other => OldKey(other.LogicalId))],
        });
    }

    public static IEnumerable<Step> Revert(IEnumerable<Step> applied) =>
        applied.Where(s => s is { Before: not null, Action: StepAction.Update or StepAction.Replace })
            .Select(s => new Step { Key = s.LogicalId, LogicalId = s.LogicalId, Action = StepAction.Revert, Before = s.Before });

    private static string OldKey(string logicalId) => logicalId + "/old";
}
