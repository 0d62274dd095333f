namespace Portal.Domain.Deployments;

/// <summary>Which way a deployment walks the graph.</summary>
public enum DeploymentKind
{
    Create,
    Destroy,
}
