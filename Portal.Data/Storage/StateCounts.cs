using Microsoft.EntityFrameworkCore;
using Portal.Data.Deployments;
using Portal.Data.Environments;
using Portal.Data.Requests;
using Portal.Domain.Deployments;
using Portal.Domain.Environments;
using Portal.Domain.Requests;

namespace Portal.Data.Storage;

/// <summary>How many there are in each state, over all teams: for monitoring, which sees no names.</summary>
public sealed class StateCounts(Func<PortalDb> open)
{
    public async Task<IReadOnlyDictionary<RequestState, int>> RequestsAsync(CancellationToken cancellationToken)
    {
        await using var db = open();
        return await db.Set<RequestRow>().GroupBy(r => r.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
    }

    public async Task<IReadOnlyDictionary<EnvironmentState, int>> EnvironmentsAsync(CancellationToken cancellationToken)
    {
        await using var db = open();
        return await db.Set<EnvironmentRow>().GroupBy(e => e.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
    }

    public async Task<IReadOnlyDictionary<DeploymentState, int>> DeploymentsAsync(CancellationToken cancellationToken)
    {
        await using var db = open();
        return await db.Set<DeploymentRow>().GroupBy(d => d.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
    }
}
