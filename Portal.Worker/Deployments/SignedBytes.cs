using Portal.Data.Deployments;
using Portal.Domain.Planning;

namespace Portal.Worker.Deployments;

/// <summary>The digest of the bytes that are about to be deployed.</summary>
internal static class SignedBytes
{
    public static Digest DigestOf(DeploymentOrder order) => order.Folder.Plan.Digest;
}
