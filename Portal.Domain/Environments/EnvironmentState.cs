namespace Portal.Domain.Environments;

/// <summary>Where an environment stands (contract, section 5).</summary>
public enum EnvironmentState
{
    Planned,
    AwaitingApproval,
    Deploying,

    /// <summary>The portal waits for something outside and says for what.</summary>
    Waiting,
    Running,
    Updating,
    Failed,
    Destroying,
    Destroyed,
}
