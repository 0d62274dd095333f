using Portal.Data.Deployments;
using Portal.Data.Environments;

namespace Portal.Web.Environments;

/// <summary>How an environment stands now, and what happened since the update before.</summary>
/// <param name="Deployment">The newest deployment with its stacks; null before the first.</param>
/// <param name="Events">Oldest first, each once.</param>
/// <param name="LastSeq">Where to go on after a break.</param>
public sealed record LiveUpdate(EnvironmentView Environment, DeploymentView? Deployment, IReadOnlyList<EventRow> Events, long LastSeq);
