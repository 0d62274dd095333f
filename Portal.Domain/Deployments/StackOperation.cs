namespace Portal.Domain.Deployments;

/// <summary>The calls of the engine that change something at AWS.</summary>
public enum StackOperation
{
    CreateChangeSet,
    ExecuteChangeSet,
    DeleteChangeSet,
    SetStackPolicy,
    ProtectStack,
    UnprotectStack,

    /// <summary>An update that changes nothing but the lock on deletion.</summary>
    UnlockStack,
    DeleteStack,
}
