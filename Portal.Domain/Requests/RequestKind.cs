namespace Portal.Domain.Requests;

/// <summary>What a signature on the request sets going.</summary>
public enum RequestKind
{
    /// <summary>Build a new environment from a sheet.</summary>
    Create,

    /// <summary>Take a staging or production environment down.</summary>
    Destroy,

    /// <summary>Clear away a failed first creation of a staging or production environment and build it again.</summary>
    Retry,
}
