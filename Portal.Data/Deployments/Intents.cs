using Microsoft.EntityFrameworkCore;
using Portal.Domain.Deployments;
using Portal.Domain.Planning.Document;

namespace Portal.Data.Deployments;

/// <summary>The rows of calls: made before, ended after, resolved by a later look where the answer was lost.</summary>
internal static class Intents
{
    public static async Task<IReadOnlyList<long>> AddAsync(PortalDb db, Lease lease, DeploymentId id, IReadOnlyList<NewIntent> intents, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var rows = intents.Select(i => new IntentRow { DeploymentId = id, Stack = i.Stack, Operation = i.Operation.ToString(), Token = i.Token, Digest = i.Digest, Epoch = lease.Epoch, At = now }).ToList();
        db.AddRange(rows);
        await db.SaveChangesAsync(cancellationToken);
        return [.. rows.Select(r => r.Seq)];
    }

    public static async Task ResolveAsync(PortalDb db, DeploymentId id, StackModel stack, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (operation, happened) = stack.Resolved!.Value;
        var name = operation.ToString();
        var open = await db.Set<IntentRow>().Where(i => i.DeploymentId == id && i.Stack == stack.Name && i.Operation == name && (i.Outcome == null || i.Outcome == IntentOutcome.Unknown)).ToListAsync(cancellationToken);
        foreach (var intent in open)
        {
            (intent.Outcome, intent.OutcomeAt) = (happened ? IntentOutcome.Accepted : IntentOutcome.Refused, now);
            intent.Error = "The answer was lost; this is what a look at the stack showed.";
        }
    }
}
