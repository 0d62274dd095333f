using Portal.Domain.Planning.Document;

namespace Portal.Domain.Deployments;

/// <summary>An image named by a public parameter: <c>{{resolve:ssm:PATH}}</c>. What it names moves, so the id is pinned when the plan is signed.</summary>
public static class ImageParameter
{
    private const string Start = "{{resolve:ssm:";
    private const string End = "}}";

    /// <summary>The parameter's path with its leading slash, or null where the text is no such reference.</summary>
    public static string? Of(string text) =>
        text.StartsWith(Start, StringComparison.Ordinal) && text.EndsWith(End, StringComparison.Ordinal) ? text[Start.Length..^End.Length] : null;

    /// <summary><c>eu-central-1/aws/service/…</c>: how a pinned image is found.</summary>
    public static string Key(string region, string path) => region + path;

    /// <summary>Every image that the plan's stacks ask for.</summary>
    public static IEnumerable<(string Account, string Region, string Path)> In(Plan plan) =>
        (from stack in plan.Stacks
         from text in stack.Parameters.Values.OfType<StackParameter.Text>()
         let path = Of(text.Value)
         where path is not null
         select (stack.Account, stack.Region, path)).Distinct();
}
