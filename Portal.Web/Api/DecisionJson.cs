using Portal.Domain.Approvals;

namespace Portal.Web.Api;

/// <summary>A decision as the API writes it.</summary>
internal sealed record DecisionJson(string UserName, ApprovalDecision Decision, string Digest, string? Comment, DateTimeOffset At)
{
    public static DecisionJson Of(Approval approval) => new(approval.UserName, approval.Decision, approval.Digest.ToString(), approval.Comment, approval.At);
}
