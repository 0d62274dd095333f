using Microsoft.EntityFrameworkCore;
using Portal.Data.Environments;
using Portal.Data.Storage;
using Portal.Domain.Deployments;
using Portal.Domain.Environments;

namespace Portal.Data.Deployments;

/// <summary>What a shift writes. Each write is one transaction that first proves the shift's epoch; a stale worker writes nothing.</summary>
public sealed class ShiftStore(Func<PortalDb> open, TargetStore targets, TimeProvider clock)
{
    private const int Tries = 5;

    /// <summary>Claims the plan's stacks, remembers which of them earlier deployments made, and sets the deployment running. False where another deployment still holds one.</summary>
    public async Task<bool> BeginAsync(Lease lease, DeploymentOrder order, IReadOnlyDictionary<string, string> images, CancellationToken cancellationToken)
    {
        try
        {
            return await WriteAsync(lease, async db =>
            {
                var deployment = await db.Set<DeploymentRow>().SingleAsync(d => d.Id == order.Id, cancellationToken);
                if (deployment.State != DeploymentState.Queued)
                {
                    return false;
                }

                deployment.State = DeploymentState.Running;
                deployment.StartedAt = clock.GetUtcNow();
                deployment.Images = Json.Of(images);
                db.AddRange(await StackClaims.OfAsync(db, order, cancellationToken));
                return true;
            }, cancellationToken);
        }
        catch (DbUpdateException exception) when (UniqueViolation.Is(exception))
        {
            return false;
        }
    }

    /// <summary>Saves what the step changed, and the intents of the calls it wants. Their numbers come back in the same order.</summary>
    public Task<IReadOnlyList<long>> SaveAsync(Lease lease, DeploymentModel before, DeploymentModel after, IReadOnlyList<NewIntent> intents, CancellationToken cancellationToken)
    {
        var changed = after.Stacks.Values.Where(s => StackRows.Stored(s) != StackRows.Stored(before.Stacks[s.Position])).ToList();
        var resolved = after.Stacks.Values.Where(s => s.Resolved is not null).ToList();
        var moved = before.State != after.State || before.Waiting != after.Waiting;
        return changed.Count == 0 && resolved.Count == 0 && !moved && intents.Count == 0
            ? Task.FromResult<IReadOnlyList<long>>([])
            : WriteAsync(lease, db => ApplyAsync(db, lease, after, changed, resolved, moved, intents, cancellationToken), cancellationToken);
    }

    public Task EndAsync(Lease lease, IntentEnd end, CancellationToken cancellationToken) => WriteAsync(lease, async db =>
    {
        var intent = await db.Set<IntentRow>().SingleAsync(i => i.Seq == end.Seq, cancellationToken);
        (intent.Outcome, intent.OutcomeAt, intent.AwsRequestId, intent.Error) = (end.Outcome, clock.GetUtcNow(), end.AwsRequestId, end.Error);
        return true;
    }, cancellationToken);

    /// <summary>Stores those that are not stored yet, in the order given (oldest first).</summary>
    public Task AppendAsync(Lease lease, EnvironmentId environment, string stack, IReadOnlyList<EventRow> events, CancellationToken cancellationToken) => WriteAsync(lease, async db =>
    {
        var ids = events.Select(e => e.EventId).ToList();
        var known = await db.Set<EventRow>().Where(e => e.EnvironmentId == environment && e.Stack == stack && ids.Contains(e.EventId)).Select(e => e.EventId).ToListAsync(cancellationToken);
        db.AddRange(events.ExceptBy(known, e => e.EventId));
        return true;
    }, cancellationToken);

    /// <summary>Ends a deployment that may not begin.</summary>
    public Task RefuseAsync(Lease lease, DeploymentId id, string cause, string nextAction, CancellationToken cancellationToken) => WriteAsync(lease, async db =>
    {
        var deployment = await db.Set<DeploymentRow>().SingleAsync(d => d.Id == id, cancellationToken);
        await Transition.ApplyAsync(db, deployment, DeploymentState.Failed, waiting: null, cause, nextAction, clock.GetUtcNow(), cancellationToken);
        return true;
    }, cancellationToken);

    private async Task<IReadOnlyList<long>> ApplyAsync(PortalDb db, Lease lease, DeploymentModel model, List<StackModel> changed, List<StackModel> resolved, bool moved, IReadOnlyList<NewIntent> intents, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var rows = await db.Set<StackDeploymentRow>().Where(s => s.DeploymentId == model.Id).ToDictionaryAsync(s => s.Position, cancellationToken);
        foreach (var stack in changed)
        {
            StackRows.Write(stack, rows[stack.Position]);
        }

        foreach (var stack in resolved)
        {
            await Intents.ResolveAsync(db, model.Id, stack, now, cancellationToken);
        }

        if (moved)
        {
            var deployment = await db.Set<DeploymentRow>().SingleAsync(d => d.Id == model.Id, cancellationToken);
            await Transition.ApplyAsync(db, deployment, model.State, model.Waiting, model.FirstCause, model.NextAction, now, cancellationToken);
        }

        return await Intents.AddAsync(db, lease, model.Id, intents, now, cancellationToken);
    }

    /// <summary>People may change the same rows (a cancellation, an extension): the second one looks again.</summary>
    private async Task<T> WriteAsync<T>(Lease lease, Func<PortalDb, Task<T>> write, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            await using var db = open();
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            try
            {
                await targets.FenceAsync(db, lease, cancellationToken);
                var result = await write(db);
                await db.SaveChangesAsync(cancellationToken);
                await transaction.CommitAsync(cancellationToken);
                return result;
            }
            catch (DbUpdateConcurrencyException) when (attempt < Tries)
            {
                // Another try reads the rows again.
            }
        }
    }
}
