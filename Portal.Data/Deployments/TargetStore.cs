using Microsoft.EntityFrameworkCore;
using Portal.Data.Environments;
using Portal.Data.Storage;
using Portal.Domain.Deployments;
using Portal.Domain.Environments;

namespace Portal.Data.Deployments;

/// <summary>Who works on which account and region. An epoch only grows, and every write of a shift checks that its own is the newest.</summary>
public sealed class TargetStore(Func<PortalDb> open, TimeProvider clock)
{
    /// <summary>Targets where something is to be done.</summary>
    public async Task<IReadOnlyList<string>> DueAsync(CancellationToken cancellationToken)
    {
        await using var db = open();
        var due = await Active(db).Select(d => new { d.Account, d.Region }).Distinct().ToListAsync(cancellationToken);
        return [.. due.Select(d => $"{d.Account}/{d.Region}").Order(StringComparer.Ordinal)];
    }

    /// <summary>Where environments are that are not gone.</summary>
    public async Task<IReadOnlyList<(string Account, string Region)>> UsedAsync(CancellationToken cancellationToken)
    {
        await using var db = open();
        var used = await db.Set<EnvironmentRow>().Where(e => e.State != EnvironmentState.Destroyed).Select(e => new { e.Account, e.Region }).Distinct().ToListAsync(cancellationToken);
        return [.. used.Select(u => (u.Account, u.Region))];
    }

    /// <summary>Deployments of the target that are not over, oldest first.</summary>
    public async Task<IReadOnlyList<DeploymentId>> DeploymentsAsync(string target, CancellationToken cancellationToken)
    {
        await using var db = open();
        var (account, region) = (target.Split('/')[0], target.Split('/')[1]);
        return await Active(db).Where(d => d.Account == account && d.Region == region).OrderBy(d => d.CreatedAt).Select(d => d.Id).ToListAsync(cancellationToken);
    }

    /// <summary>Takes the next epoch: whoever held the last one writes nothing any more.</summary>
    public async Task<Lease> TakeAsync(string target, string holder, CancellationToken cancellationToken)
    {
        while (true)
        {
            await using var db = open();
            var row = await db.Set<TargetRow>().AsNoTracking().SingleOrDefaultAsync(t => t.Id == target, cancellationToken);
            if (await (row is null ? AddAsync(db, target, holder, cancellationToken) : NextAsync(db, row, holder, cancellationToken)))
            {
                return new Lease(target, (row?.Epoch ?? 0) + 1);
            }
        }
    }

    /// <summary>Holds the target for the rest of the transaction, or throws.</summary>
    internal async Task FenceAsync(PortalDb db, Lease lease, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var held = await db.Set<TargetRow>().Where(t => t.Id == lease.Target && t.Epoch == lease.Epoch).ExecuteUpdateAsync(s => s.SetProperty(t => t.ShiftAt, now), cancellationToken);
        if (held == 0)
        {
            throw new StaleEpochException(lease);
        }
    }

    private async Task<bool> NextAsync(PortalDb db, TargetRow row, string holder, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return await db.Set<TargetRow>().Where(t => t.Id == row.Id && t.Epoch == row.Epoch)
            .ExecuteUpdateAsync(s => s.SetProperty(t => t.Epoch, t => t.Epoch + 1).SetProperty(t => t.Holder, holder).SetProperty(t => t.ShiftAt, now), cancellationToken) == 1;
    }

    private async Task<bool> AddAsync(PortalDb db, string target, string holder, CancellationToken cancellationToken)
    {
        db.Add(new TargetRow { Id = target, Epoch = 1, Holder = holder, ShiftAt = clock.GetUtcNow() });
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException exception) when (UniqueViolation.Is(exception))
        {
            return false;
        }
    }

    private static IQueryable<ActiveDeployment> Active(PortalDb db) =>
        from deployment in db.Set<DeploymentRow>()
        where deployment.State == DeploymentState.Queued || deployment.State == DeploymentState.Running || deployment.State == DeploymentState.Waiting
        join environment in db.Set<EnvironmentRow>() on deployment.EnvironmentId equals environment.Id
        select new ActiveDeployment { Id = deployment.Id, CreatedAt = deployment.CreatedAt, Account = environment.Account, Region = environment.Region };

    private sealed class ActiveDeployment
    {
        public required DeploymentId Id { get; init; }

        public required DateTimeOffset CreatedAt { get; init; }

        public required string Account { get; init; }

        public required string Region { get; init; }
    }
}
