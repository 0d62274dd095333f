using System.Text.RegularExpressions;
using Portal.Sandbox.CloudFormation.Templates;

namespace Portal.Sandbox.CloudFormation.Stacks;

/// <summary>A stack policy guards resources against updates: without one all is allowed, with one what no statement allows is not.</summary>
public static class StackPolicy
{
    /// <summary>Why the policy forbids it; null where it does not.</summary>
    public static string? Denial(StackState stack, ApplyDecision decision)
    {
        var action = decision.Action switch { StepAction.Update => "Update:Modify", StepAction.Replace => "Update:Replace", _ => null };
        return action is null ? null : Denial(stack.Policy, action, decision.Wanted);
    }

    public static string? Denial(string? policy, string action, ResourceState resource)
    {
        if (policy is null) return null;
        var statements = Node.FromJson(policy)["Statement"] is { } s ? s is ListNode list ? list.Items : [s] : [];
        var applying = statements.Select((statement, i) => (Statement: statement, Number: i + 1)).Where(x => Applies(x.Statement, action, resource)).ToList();
        if (applying.FirstOrDefault(x => x.Statement["Effect"]?.AsText == "Deny") is { Number: > 0 } deny)
            return $"Action denied by stack policy: Statement [#{deny.Number}] does not allow [{action}] for resource [LogicalResourceId/{resource.LogicalId}]";
        return applying.Count > 0 ? null : $"Action not allowed by stack policy: No statement allows [{action}] for resource [LogicalResourceId/{resource.LogicalId}]";
    }

    private static bool Applies(Node statement, string action, ResourceState resource) =>
        Matches(statement["Action"], action) is { } byAction ? byAction && OnResource(statement, resource) : !(Matches(statement["NotAction"], action) ?? true) && OnResource(statement, resource);

    private static bool OnResource(Node statement, ResourceState resource)
    {
        var named = Matches(statement["Resource"], $"LogicalResourceId/{resource.LogicalId}") ?? !(Matches(statement["NotResource"], $"LogicalResourceId/{resource.LogicalId}") ?? true);
        var condition = statement["Condition"] is { } c ? (c["StringEquals"] ?? c["StringLike"])?["ResourceType"] : null;
        return named && (Matches(condition, resource.Type) ?? true);
    }

    /// <summary>Null where nothing is said.</summary>
    private static bool? Matches(Node? patterns, string text) => patterns is null
        ? null
        : (patterns.AsText is { } one ? [one] : patterns.AsItems.Select(i => i.AsText ?? "")).Any(p => Regex.IsMatch(text, "^" + Regex.Escape(p).Replace("\\*", ".*") + "$", RegexOptions.NonBacktracking));
}
