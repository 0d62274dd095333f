using Portal.Domain.Approvals;
using Portal.Domain.Identity;
using Portal.Domain.Planning.Document;
using Portal.Domain.Requests;

namespace Portal.Domain.Deployments;

/// <summary>
/// A row is a request, not an order: before anything is done at AWS, the worker asks the same rules again whether these bytes may be
/// deployed and whether somebody entitled has signed for it.
/// </summary>
public static class DeploymentPermit
{
    /// <param name="kind">Up or down.</param>
    /// <param name="stage">Only development is taken down without a signature.</param>
    /// <param name="computed">The digest of the bytes at hand, computed just now.</param>
    /// <param name="content">The creation request and its signatures.</param>
    /// <param name="allowedBy">What allows this deployment: the creation itself, or a signed destroy or retry; null: nothing.</param>
    /// <param name="find">People by user name, as they are now.</param>
    /// <returns>Null when it may go on; else why not.</returns>
    public static Problem? Refusal(DeploymentKind kind, Stage stage, Digest computed, SignedContent content, SignedContent? allowedBy, Func<string, Actor?> find)
    {
        if (computed != content.Digest)
            return new Problem("digest", $"The stored content ({computed.Abbreviated}) is not what was signed ({content.Digest.Abbreviated}).");
        if (kind == DeploymentKind.Destroy && stage == Stage.Development)
            return null;
        if (allowedBy is null)
            return new Problem("approval", "Nobody has signed for this.");
        if (!Covers(kind, allowedBy.Kind))
            return new Problem("approval", $"What was signed is a {Wire.Name(allowedBy.Kind)}, not a {Wire.Name(kind)}.");
        var unsigned = FourEyes.Covers(allowedBy.Signatures, allowedBy.Digest, allowedBy.RequestedBy, find);
        return unsigned ?? (kind == DeploymentKind.Create ? FourEyes.Covers(content.Signatures, content.Digest, content.RequestedBy, find) : null);
    }

    private static bool Covers(DeploymentKind kind, RequestKind signed) =>
        kind == DeploymentKind.Destroy ? signed == RequestKind.Destroy : signed is RequestKind.Create or RequestKind.Retry;
}
