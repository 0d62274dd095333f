using Portal.Domain.Approvals;
using Portal.Domain.Planning.Document;

namespace Portal.Web.Components.Approvals;

/// <summary>What an approver decided, in their words.</summary>
public sealed record DecisionMade(ApprovalDecision Decision, string? Comment);
