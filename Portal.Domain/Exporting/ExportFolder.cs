using Portal.Domain.Deployments;
using Portal.Domain.Planning.Document;
using Portal.Domain.Requests;

namespace Portal.Domain.Exporting;

/// <summary>
/// A plan to take away and deploy with nothing but bash and the AWS CLI: the plan folder as it is signed, and beside it
/// <c>deploy.sh</c>, <c>parameters/*.json</c>, <c>stack-policy.json</c>, <c>README.md</c> and what the digest is made of.
/// A refused plan has neither script nor parameters.
/// </summary>
/// <param name="Plan">What is exported.</param>
/// <param name="Files">Content by path with forward slashes, in ordinal order of the paths; equal plans give equal files.</param>
public sealed record ExportFolder(Plan Plan, IReadOnlyDictionary<string, string> Files)
{
    public const string ScriptPath = "deploy.sh";
    public const string ReadmePath = "README.md";
    public const string PolicyPath = "stack-policy.json";

    /// <param name="folder">The plan.</param>
    /// <param name="sheet">What it was made from; null where that is not at hand, and then nobody can compute the digest from the export alone.</param>
    public static ExportFolder Of(PlanFolder folder, RequestSheet? sheet)
    {
        var files = new SortedDictionary<string, string>(folder.Files.ToDictionary(StringComparer.Ordinal), StringComparer.Ordinal);
        var proof = DigestProof.Of(folder, sheet);
        foreach (var (path, text) in proof)
        {
            files[path] = text;
        }

        var order = StackGraph.Of(folder.Plan.Stacks).Expect().InOrder;
        if (order.Count > 0)
        {
            files[ScriptPath] = DeployScript.Of(folder.Plan, order);
            files[PolicyPath] = StackPolicies.KeepData;
            foreach (var stack in order)
            {
                files[ParameterFile.PathOf(stack)] = ParameterFile.Of(stack);
            }
        }

        files[ReadmePath] = ExportReadme.Of(folder.Plan, order, isProven: proof.Count > 0);
        return new ExportFolder(folder.Plan, files);
    }
}
