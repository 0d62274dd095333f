namespace Portal.Worker.Aws;

/// <summary>What a failed call means for the one who made it. Only <see cref="Ambiguous"/> may have been done.</summary>
public enum AwsFault
{
    /// <summary>The request itself is wrong; sending it again changes nothing.</summary>
    ClientFault,

    /// <summary>AWS asked for patience; nothing was done.</summary>
    Throttled,

    /// <summary>The stack, change set or parameter does not exist.</summary>
    NotFound,

    /// <summary>Something of that name or token exists already: look, then adopt or give way.</summary>
    AlreadyExists,

    /// <summary>The stack or change set is in a state that does not allow this: busy, finished, obsolete. Look at it.</summary>
    WrongState,

    /// <summary>No permission, no trust, no such key, or the region is not enabled for the account.</summary>
    Refused,

    /// <summary>The session has ended; a new one was tried once already.</summary>
    Expired,

    /// <summary>The clocks differ and the correction did not help.</summary>
    Skewed,

    /// <summary>A limit of the account is reached.</summary>
    Quota,

    /// <summary>The call never left: no connection, no name, no credentials.</summary>
    Unreachable,

    /// <summary>It may have been done: timeout, cut connection, server error or unreadable answer. Read back before going on.</summary>
    Ambiguous,
}
