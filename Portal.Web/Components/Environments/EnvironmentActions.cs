using Portal.Data.Deployments;
using Portal.Data.Environments;
using Portal.Domain.Deployments;
using Portal.Domain.Environments;
using Portal.Domain.Identity;

namespace Portal.Web.Components.Environments;

/// <summary>One entry of the action menu; with a reason it is shown, but cannot be chosen.</summary>
public sealed record ActionItem(EnvironmentAction Action, string Word, string Icon, string? WhyNot);

/// <summary>What the page offers; the service decides.</summary>
public static class EnvironmentActions
{
    /// <summary>The one next step where something has failed; the menu holds the rest.</summary>
    public static ActionItem? Next(Actor actor, EnvironmentView environment, DeploymentView? deployment) =>
        environment.State == EnvironmentState.Failed && actor.MayRequestFor(environment.Team)
            ? new(EnvironmentAction.Retry, deployment?.Kind == DeploymentKind.Destroy ? "Try to destroy again" : "Try again", "retry", WhyNot: null)
            : null;

    public static IReadOnlyList<ActionItem> Of(Actor actor, EnvironmentView environment, DeploymentView? deployment)
    {
        var notYours = actor.MayRequestFor(environment.Team) ? null : $"only requesters of team {environment.Team}";
        var building = deployment is { Kind: DeploymentKind.Create, State: DeploymentState.Queued or DeploymentState.Running or DeploymentState.Waiting };
        var destroyable = environment.State is EnvironmentState.Running or EnvironmentState.Failed or EnvironmentState.Waiting;
        return
        [
            new(EnvironmentAction.Cancel, "Cancel deployment", "stop", notYours ?? (building ? null : "nothing is being built")),
            new(EnvironmentAction.Destroy, "Destroy environment…", "destroy", notYours ?? (destroyable ? null : "not in this state")),
        ];
    }
}
