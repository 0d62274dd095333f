namespace Portal.Data.Approvals;

/// <summary>What became of a decision.</summary>
public enum DecisionOutcome
{
    Recorded,

    /// <summary>The content changed since the approver looked.</summary>
    DigestMoved,
    NotSubmitted,
    AlreadyDecided,
}
