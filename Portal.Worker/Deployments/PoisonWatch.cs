using System.Collections.Concurrent;
using System.Data.Common;
using Portal.Data.Deployments;
using Portal.Domain.Deployments;

namespace Portal.Worker.Deployments;

/// <summary>A deployment that meets a fault of the portal again and again is set aside with its reason, so that it neither spins for ever nor hides.</summary>
internal sealed class PoisonWatch(ShiftStore writes)
{
    private const int MostTries = 5;

    private readonly ConcurrentDictionary<DeploymentId, int> tries = new();

    public void Well(DeploymentId id) => tries.TryRemove(id, out _);

    public async Task TroubledAsync(Lease lease, DeploymentId id, Exception failure, CancellationToken cancellationToken)
    {
        // A database that is away is nobody's fault here; everything waits for it.
        if ((failure as DbException ?? failure.InnerException as DbException)?.IsTransient == true || tries.AddOrUpdate(id, 1, (_, count) => count + 1) < MostTries)
        {
            return;
        }

        tries.TryRemove(id, out _);
        await writes.RefuseAsync(
            lease,
            id,
            $"The portal itself failed {MostTries} times on it ({failure.GetType().Name}: {failure.Message}).",
            "Every stack is as CloudFormation left it. Tell the portal's operators; once that is repaired, retry.",
            cancellationToken);
    }
}
