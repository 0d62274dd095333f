using Portal.Data.Deployments;

namespace Portal.Web.Components.Environments;

/// <summary>Where users reach the environment, out of the stacks' outputs.</summary>
public static class Endpoint
{
    private static readonly string[] Names = ["EndpointUrl", "Url", "Endpoint"];

    /// <summary>Null where no stack says so; only web addresses become links.</summary>
    public static string? Of(IEnumerable<StackDeploymentView> stacks) => stacks
        .SelectMany(s => s.Outputs)
        .Where(o => Names.Contains(o.Key, StringComparer.Ordinal) && IsWeb(o.Value))
        .OrderBy(o => Array.IndexOf(Names, o.Key))
        .Select(o => o.Value)
        .FirstOrDefault();

    public static bool IsWeb(string value) => Uri.TryCreate(value, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https";
}
