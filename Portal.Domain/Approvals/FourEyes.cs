using Portal.Domain.Identity;
using Portal.Domain.Planning.Document;

namespace Portal.Domain.Approvals;

/// <summary>
/// The two-person rule. Asked twice with the same words: when somebody signs, and by the worker before it touches an account.
/// </summary>
public static class FourEyes
{
    /// <summary>Null when <paramref name="actor"/> may decide about what <paramref name="requester"/> asked for; else why not.</summary>
    public static Problem? MayDecide(Actor actor, string requester) => actor switch
    {
        _ when actor.UserName == requester => new Problem("", "You asked for this yourself; somebody else has to decide."),
        _ when !actor.Is(Role.Approver) => new Problem("", "Only an approver may decide about a request."),
        _ => null,
    };

    /// <summary>Null when the signatures cover exactly these bytes and come from somebody else who still may sign; else why not.</summary>
    public static Problem? Covers(IEnumerable<Approval> signatures, Digest digest, string requester, Func<string, Actor?> find)
    {
        var approvals = signatures.Where(s => s.Decision == ApprovalDecision.Approve && s.Digest == digest).ToList();
        if (approvals.Count == 0)
        {
            return new Problem("digest", "Nobody has approved exactly this content.");
        }

        var refusals = approvals.Select(a => find(a.UserName) is { } signer ? MayDecide(signer, requester) : new Problem("", $"{a.UserName} is no longer known here.")).ToList();
        return refusals.Contains(null) ? null : refusals[0];
    }
}
