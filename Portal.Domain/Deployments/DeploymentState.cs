namespace Portal.Domain.Deployments;

/// <summary>Where a deployment stands; the last three are final.</summary>
public enum DeploymentState
{
    Queued,
    Running,

    /// <summary>Parked until something outside changes; resumes by itself or by a decision.</summary>
    Waiting,
    Succeeded,
    Failed,
    Cancelled,
}
