namespace Portal.Domain.Identity;

/// <summary>What a person may do; each right is checked in the services, never only on a page.</summary>
public enum Role
{
    Requester,
    Approver,
    Finance,
    Operator,
    Auditor,
}
