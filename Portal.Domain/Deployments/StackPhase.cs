namespace Portal.Domain.Deployments;

/// <summary>Where the engine stands with one stack.</summary>
public enum StackPhase
{
    /// <summary>Something it depends on (or that depends on it, on the way down) is not through yet.</summary>
    Pending,

    /// <summary>The remains of an earlier attempt are being deleted.</summary>
    Clearing,

    /// <summary>A change set is being made.</summary>
    Preparing,

    /// <summary>CloudFormation is executing or deleting.</summary>
    Working,

    /// <summary>It stands; protection is being put on.</summary>
    Protecting,

    /// <summary>On the way down: protection is being taken off.</summary>
    Unprotecting,

    /// <summary>A call's outcome is not known; a reader looks before anything else happens.</summary>
    Unknown,
    Done,
    Failed,
}
