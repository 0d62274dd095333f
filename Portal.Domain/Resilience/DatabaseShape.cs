namespace Portal.Domain.Resilience;

/// <summary>How the relational database of a <see cref="ModelledDesign"/> stands.</summary>
public enum DatabaseShape
{
    None,

    /// <summary>One RDS instance in one zone.</summary>
    OneInstance,

    /// <summary>RDS with a synchronous standby in another zone.</summary>
    Standby,

    /// <summary>Aurora; with two instances or more a reader takes over.</summary>
    Aurora,
}
