using Microsoft.EntityFrameworkCore;
using Portal.Data.Deployments;
using Portal.Data.Requests;
using Portal.Data.Storage;
using Portal.Domain.Deployments;
using Portal.Domain.Environments;
using Portal.Domain.Identity;
using Portal.Domain.Planning.Document;
using Portal.Domain.Requests;

namespace Portal.Data.Environments;

/// <summary>Environments: what stands, what is being built or taken down, and what people ask of it.</summary>
public sealed class EnvironmentStore(Func<PortalDb> open, TimeProvider clock)
{
    public async Task<EnvironmentView?> FindAsync(EnvironmentId id, CancellationToken cancellationToken)
    {
        await using var db = open();
        return await db.Set<EnvironmentRow>().Where(e => e.Id == id).Select(e => EnvironmentView.Of(e)).SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>Newest first, a page at a time. <paramref name="teams"/> null: all teams.</summary>
    public async Task<IReadOnlyList<EnvironmentView>> ListAsync(IReadOnlyCollection<string>? teams, EnvironmentId? before, int take, CancellationToken cancellationToken)
    {
        await using var db = open();
        var rows = db.Set<EnvironmentRow>().Where(e => teams == null || teams.Contains(e.Team));
        if (before is { } cursor)
        {
            rows = rows.Where(e => e.Id < cursor);
        }

        return await rows.OrderByDescending(e => e.Id).Take(take).Select(e => EnvironmentView.Of(e)).ToListAsync(cancellationToken);
    }

    /// <summary>The newest deployment of the environment with its stacks, or null where there is none yet.</summary>
    public async Task<DeploymentView?> DeploymentAsync(EnvironmentId id, CancellationToken cancellationToken)
    {
        await using var db = open();
        var deployment = await db.Set<DeploymentRow>().Where(d => d.EnvironmentId == id).OrderByDescending(d => d.Id).FirstOrDefaultAsync(cancellationToken);
        if (deployment is null)
        {
            return null;
        }

        var stacks = await db.Set<StackDeploymentRow>().Where(s => s.DeploymentId == deployment.Id).OrderBy(s => s.Position).ToListAsync(cancellationToken);
        return DeploymentView.Of(deployment, stacks);
    }

    /// <summary>Sets a deployment going that needs no signature. Null where one is under way or the state does not allow it.</summary>
    public async Task<DeploymentId?> StartAsync(EnvironmentId id, DeploymentKind kind, Actor actor, CancellationToken cancellationToken)
    {
        await using var db = open();
        var environment = await db.Set<EnvironmentRow>().SingleAsync(e => e.Id == id, cancellationToken);
        var last = await db.Set<DeploymentRow>().SingleAsync(d => d.Id == environment.DeploymentId, cancellationToken);
        if (!Allows(environment.State, kind))
        {
            return null;
        }

        db.AddRange(Begin(environment, kind, allowedBy: last.Kind == kind ? last.AllowedBy : kind == DeploymentKind.Create ? environment.RequestId : null, actor.UserName, last.Attempt + 1, Json.Read<Dictionary<string, string>>(last.Images), clock.GetUtcNow()));
        return await db.TrySaveAsync(cancellationToken) ? environment.DeploymentId : null;
    }

    /// <summary>Asks the running deployment to stop. False where none runs.</summary>
    public async Task<DeploymentId?> CancelAsync(EnvironmentId id, CancellationToken cancellationToken)
    {
        await using var db = open();
        var deployment = await db.Set<DeploymentRow>()
            .Where(d => d.EnvironmentId == id && d.Kind == DeploymentKind.Create && (d.State == DeploymentState.Queued || d.State == DeploymentState.Running || d.State == DeploymentState.Waiting))
            .SingleOrDefaultAsync(cancellationToken);
        if (deployment is null)
        {
            return null;
        }

        deployment.CancelAsked = true;
        return await db.TrySaveAsync(cancellationToken) ? deployment.Id : null;
    }

    /// <summary>Stores a request that has to be signed before the environment changes; submitted at once.</summary>
    /// <returns>Null where the state does not allow it or such a request is open already.</returns>
    public async Task<RequestId?> AskAsync(EnvironmentId id, RequestKind kind, Actor actor, CancellationToken cancellationToken)
    {
        await using var db = open();
        var environment = await db.Set<EnvironmentRow>().SingleAsync(e => e.Id == id, cancellationToken);
        var taken = $"{environment.Team}/{environment.Name}#{Domain.Wire.Name(kind)}";
        if (!Allows(environment.State, kind == RequestKind.Destroy ? DeploymentKind.Destroy : DeploymentKind.Create) || await db.Set<RequestRow>().AnyAsync(r => r.TakenName == taken, cancellationToken))
        {
            return null;
        }

        var now = clock.GetUtcNow();
        var standing = await db.Set<RevisionRow>().SingleAsync(r => r.RequestId == environment.RequestId && r.Number == environment.Revision, cancellationToken);
        var request = RequestStore.NewRequest(environment.Team, environment.Name, kind, actor, now);
        request.State = RequestState.Submitted;
        request.TakenName = taken;
        request.EnvironmentId = id;
        db.AddRange(request, ActionRevision(request, kind, environment, standing));
        return await db.TrySaveAsync(cancellationToken) ? request.Id : null;
    }

    /// <summary>A deployment row for the environment and the state that follows from it; both are the caller's to save.</summary>
    internal static IEnumerable<object> Begin(EnvironmentRow environment, DeploymentKind kind, RequestId? allowedBy, string requestedBy, int attempt, IReadOnlyDictionary<string, string> images, DateTimeOffset now)
    {
        var deployment = new DeploymentRow
        {
            Id = DeploymentId.New(now),
            EnvironmentId = environment.Id,
            Kind = kind,
            State = DeploymentState.Queued,
            RequestId = environment.RequestId,
            Revision = environment.Revision,
            AllowedBy = allowedBy,
            RequestedBy = requestedBy,
            Attempt = attempt,
            Images = Json.Of(images),
            CreatedAt = now,
        };
        environment.DeploymentId = deployment.Id;
        environment.State = kind == DeploymentKind.Create ? EnvironmentState.Deploying : EnvironmentState.Destroying;
        environment.WaitingKind = environment.WaitingTodo = null;
        environment.UpdatedAt = now;
        yield return deployment;
        yield return EventRow.OfState(environment, deployment.Id.ToString(), reason: null, now);
    }

    private static bool Allows(EnvironmentState state, DeploymentKind kind) => kind == DeploymentKind.Destroy
        ? state is EnvironmentState.Running or EnvironmentState.Failed or EnvironmentState.Waiting
        : state is EnvironmentState.Failed;

    /// <summary>What is signed: the action, the environment, and the content that stands there.</summary>
    private static RevisionRow ActionRevision(RequestRow request, RequestKind kind, EnvironmentRow environment, RevisionRow standing) => new()
    {
        RequestId = request.Id,
        Number = 1,
        Sheet = standing.Sheet,
        Digest = Digest.Of(
        [
            new("action", Domain.Wire.Name(kind)),
            new("environment", environment.Id.ToString()),
            new("deployment", environment.DeploymentId?.ToString() ?? ""),
            new("plan", standing.Digest.ToString()),
        ]),
        Feasible = true,
        MonthlyUsd = standing.MonthlyUsd,
        BudgetUsd = standing.BudgetUsd,
        CreatedBy = request.RequestedBy,
        CreatedAt = request.CreatedAt,
    };
}
