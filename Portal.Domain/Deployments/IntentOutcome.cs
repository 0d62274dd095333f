namespace Portal.Domain.Deployments;

/// <summary>What came of a call that changes something.</summary>
public enum IntentOutcome
{
    Accepted,
    Refused,

    /// <summary>The answer was lost; the call may have been done.</summary>
    Unknown,
}
