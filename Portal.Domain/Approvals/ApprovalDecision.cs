namespace Portal.Domain.Approvals;

/// <summary>What an approver says.</summary>
public enum ApprovalDecision
{
    Approve,
    Reject,
    SendBack,
}
