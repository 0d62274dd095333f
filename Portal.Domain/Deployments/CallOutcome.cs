namespace Portal.Domain.Deployments;

/// <summary>How a call to AWS ended, as far as the next step depends on it.</summary>
public enum CallOutcome
{
    Accepted,

    /// <summary>It may have been done: look before anything else.</summary>
    Ambiguous,

    /// <summary>Not done; the same call may succeed later (throttling, no connection).</summary>
    Later,

    /// <summary>Not done, because the world is not as the engine thought (exists already, busy, gone): look again.</summary>
    Surprised,

    /// <summary>Not done: no permission or no valid credentials. A person has to help.</summary>
    Denied,

    /// <summary>Not done, and never will be in this form.</summary>
    Wrong,
}
