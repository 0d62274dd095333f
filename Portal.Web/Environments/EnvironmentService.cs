using Portal.Data.Deployments;
using Portal.Data.Environments;
using Portal.Domain;
using Portal.Domain.Deployments;
using Portal.Domain.Environments;
using Portal.Domain.Identity;
using Portal.Domain.Requests;
using Portal.Web.Identity;

namespace Portal.Web.Environments;

/// <summary>Environments as pages and API handle them: what runs, what happens to it, and what one may ask of it.</summary>
public sealed class EnvironmentService(EnvironmentStore environments, EventStore events)
{
    /// <summary>Newest first, of the teams the actor sees.</summary>
    public Task<IReadOnlyList<EnvironmentView>> ListAsync(Actor actor, EnvironmentId? cursor, int take, CancellationToken cancellationToken) =>
        environments.ListAsync(actor.TeamFilter(), cursor, take, cancellationToken);

    public async Task<Answer<EnvironmentView>> FindAsync(Actor actor, EnvironmentId id, CancellationToken cancellationToken) =>
        await environments.FindAsync(id, cancellationToken) is { } environment && actor.Sees(environment.Team) ? environment : Answer.NotFound;

    /// <summary>The newest deployment with its stacks.</summary>
    public async Task<Answer<DeploymentView>> DeploymentAsync(Actor actor, EnvironmentId id, CancellationToken cancellationToken)
    {
        var found = await FindAsync(actor, id, cancellationToken);
        return !found.IsOk ? found.AsNo() : await environments.DeploymentAsync(id, cancellationToken) is { } deployment ? deployment : Answer.NotFound;
    }

    /// <summary>Events after <paramref name="afterSeq"/> (0: from the start), oldest first.</summary>
    public async Task<Answer<IReadOnlyList<EventRow>>> EventsAsync(Actor actor, EnvironmentId id, long afterSeq, int take, CancellationToken cancellationToken)
    {
        var found = await FindAsync(actor, id, cancellationToken);
        return found.IsOk ? Answer.Ok(await events.AfterAsync(id, afterSeq, take, cancellationToken)) : found.AsNo();
    }

    /// <summary>Where in the order that event stands, to go on from there; the start where it is not known.</summary>
    public async Task<Answer<EventPosition>> PositionAsync(Actor actor, EnvironmentId id, string? eventId, CancellationToken cancellationToken)
    {
        var found = await FindAsync(actor, id, cancellationToken);
        return found.IsOk ? new EventPosition(eventId is null ? 0 : await events.SeqOfAsync(id, eventId, cancellationToken)) : found.AsNo();
    }

    /// <summary>
    /// Asks something of the environment. Staging and production are destroyed and rebuilt by a signed request; development by any requester
    /// of its team at once.
    /// </summary>
    public async Task<Answer<ActionAccepted>> ActAsync(Actor actor, EnvironmentId id, EnvironmentAction action, CancellationToken cancellationToken)
    {
        var found = await FindAsync(actor, id, cancellationToken);
        if (found is not { IsOk: true, Value: var environment })
        {
            return found.AsNo();
        }

        if (!actor.MayRequestFor(environment.Team))
        {
            return Answer.Forbidden(new Problem("", $"Only requesters of team {environment.Team} may do this."));
        }

        return action switch
        {
            EnvironmentAction.Destroy => await ChangeAsync(actor, environment, DeploymentKind.Destroy, RequestKind.Destroy, cancellationToken),
            EnvironmentAction.Retry => await RetryAsync(actor, environment, cancellationToken),
            EnvironmentAction.Cancel => Accepted(await environments.CancelAsync(id, cancellationToken), "Nothing is being built here that could be cancelled."),
            _ => Answer.Invalid(new Problem("action", $"{Wire.Name(action)} is not in this version of the portal.")),
        };
    }

    /// <summary>What failed is tried again: the creation, or the destruction.</summary>
    private async Task<Answer<ActionAccepted>> RetryAsync(Actor actor, EnvironmentView environment, CancellationToken cancellationToken)
    {
        if (environment.State != EnvironmentState.Failed)
        {
            return Answer.Conflict(new Problem("action", $"An environment that is {Wire.Name(environment.State)} has nothing to retry."));
        }

        return await environments.DeploymentAsync(environment.Id, cancellationToken) is { Kind: DeploymentKind.Destroy }
            ? await ChangeAsync(actor, environment, DeploymentKind.Destroy, RequestKind.Destroy, cancellationToken)
            : await ChangeAsync(actor, environment, DeploymentKind.Create, RequestKind.Retry, cancellationToken);
    }

    private async Task<Answer<ActionAccepted>> ChangeAsync(Actor actor, EnvironmentView environment, DeploymentKind deployment, RequestKind request, CancellationToken cancellationToken)
    {
        var refusal = $"An environment that is {Wire.Name(environment.State)} does not allow this, or a request for it is open already.";
        if (environment.Stage == Stage.Development)
        {
            return Accepted(await environments.StartAsync(environment.Id, deployment, actor, cancellationToken), refusal);
        }

        return await environments.AskAsync(environment.Id, request, actor, cancellationToken) is { } asked
            ? new ActionAccepted(asked, null)
            : Answer.Conflict(new Problem("action", refusal));
    }

    private static Answer<ActionAccepted> Accepted(DeploymentId? deployment, string refusal) =>
        deployment is null ? Answer.Conflict(new Problem("action", refusal)) : new ActionAccepted(null, deployment);
}

/// <summary>A place in an environment's events; 0 is before the first.</summary>
public sealed record EventPosition(long Seq);
