using Portal.Domain.Approvals;
using Portal.Domain.Controls;
using Portal.Domain.Planning.Document;

namespace Portal.Web.Api;

/// <summary>A decision as the API writes it.</summary>
internal sealed record DecisionJson(string UserName, ApprovalDecision Decision, string Digest, string? Comment, DateTimeOffset At, IReadOnlyList<Waiver> Waivers)
{
    public static DecisionJson Of(Approval approval) => new(approval.UserName, approval.Decision, approval.Digest.ToString(), approval.Comment, approval.At, approval.Waivers);
}
