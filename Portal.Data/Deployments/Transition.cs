using Microsoft.EntityFrameworkCore;
using Portal.Data.Environments;
using Portal.Data.Requests;
using Portal.Domain.Deployments;
using Portal.Domain.Environments;

namespace Portal.Data.Deployments;

/// <summary>A deployment's change of state and what it means for its environment, in one transaction.</summary>
internal static class Transition
{
    public static async Task ApplyAsync(PortalDb db, DeploymentRow deployment, DeploymentState state, WaitingFor? waiting, string? cause, string? nextAction, DateTimeOffset now, CancellationToken cancellationToken)
    {
        deployment.State = state;
        deployment.FirstCause = cause;
        deployment.NextAction = waiting?.Todo ?? nextAction;
        deployment.EndedAt = IsOver(state) ? now : null;

        var environment = await db.Set<EnvironmentRow>().SingleAsync(e => e.Id == deployment.EnvironmentId, cancellationToken);
        if (environment.DeploymentId == deployment.Id)
        {
            Follow(db, environment, deployment, waiting, now);
        }

        if (IsOver(state))
        {
            await db.Set<StackDeploymentRow>().Where(s => s.DeploymentId == deployment.Id).ForEachAsync(s => s.Claim = null, cancellationToken);
        }

        if (environment.State == EnvironmentState.Destroyed)
        {
            await ReleaseAsync(db, environment, cancellationToken);
        }
    }

    private static void Follow(PortalDb db, EnvironmentRow environment, DeploymentRow deployment, WaitingFor? waiting, DateTimeOffset now)
    {
        var before = environment.State;
        environment.State = Of(deployment);
        (environment.WaitingKind, environment.WaitingTodo) = (waiting?.Kind, waiting?.Todo);
        environment.UpdatedAt = now;
        if (environment.State != before)
        {
            db.Add(EventRow.OfState(environment, $"{deployment.Id}-{now.UtcTicks}", deployment.FirstCause ?? waiting?.Todo, now));
        }
    }

    private static EnvironmentState Of(DeploymentRow deployment) => (deployment.State, deployment.Kind) switch
    {
        (DeploymentState.Waiting, _) => EnvironmentState.Waiting,
        (DeploymentState.Succeeded, DeploymentKind.Create) => EnvironmentState.Running,
        (DeploymentState.Succeeded, _) => EnvironmentState.Destroyed,
        (DeploymentState.Failed or DeploymentState.Cancelled, _) => EnvironmentState.Failed,
        (_, DeploymentKind.Create) => EnvironmentState.Deploying,
        _ => EnvironmentState.Destroying,
    };

    /// <summary>What is gone no longer holds its name and its addresses.</summary>
    private static async Task ReleaseAsync(PortalDb db, EnvironmentRow environment, CancellationToken cancellationToken)
    {
        var request = await db.Set<RequestRow>().SingleAsync(r => r.Id == environment.RequestId, cancellationToken);
        request.TakenName = null;
        db.RemoveRange(await db.Set<AddressRow>().Where(a => a.RequestId == request.Id).ToListAsync(cancellationToken));
    }

    private static bool IsOver(DeploymentState state) => state is DeploymentState.Succeeded or DeploymentState.Failed or DeploymentState.Cancelled;
}
