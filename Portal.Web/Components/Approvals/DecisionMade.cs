using Portal.Domain.Approvals;

namespace Portal.Web.Components.Approvals;

/// <summary>What an approver decided, in their words.</summary>
public sealed record DecisionMade(ApprovalDecision Decision, string? Comment);
