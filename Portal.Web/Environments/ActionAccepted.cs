using Portal.Domain.Deployments;
using Portal.Domain.Requests;

namespace Portal.Web.Environments;

/// <summary>What became of an action: a request that has to be signed first, or a deployment that is on its way.</summary>
public sealed record ActionAccepted(RequestId? RequestId, DeploymentId? DeploymentId);
