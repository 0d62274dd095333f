namespace Portal.Domain.Resilience;

/// <summary>Building an environment in a region where only its backups lie.</summary>
public static class RegionRebuild
{
    /// <summary>
    /// All stacks without the restore of data, one after the other: keys and network, load balancer, servers that install themselves. The longest path by the typical times of
    /// <c>provisioning-times.csv</c> is about 20 minutes; half as much again for a person who starts it under pressure. A planning estimate.
    /// </summary>
    public const int DeploymentSeconds = 1800;
}
