namespace Portal.Data.Approvals;

/// <summary>What became of a decision.</summary>
public enum DecisionOutcome
{
    Recorded,

    /// <summary>The content changed since the approver looked.</summary>
    DigestMoved,
    NotSubmitted,
    AlreadyDecided,

    /// <summary>A control of the plan fails, and nobody answers for it today.</summary>
    ControlFails,

    /// <summary>Other waivers hold than those that the approver read.</summary>
    WaiversMoved,
}
