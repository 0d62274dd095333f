using Microsoft.EntityFrameworkCore;
using Portal.Domain.Environments;

namespace Portal.Data.Environments;

/// <summary>The events of an environment in arrival order: what live views and the event stream read.</summary>
public sealed class EventStore(Func<PortalDb> open)
{
    /// <summary>Events after <paramref name="afterSeq"/>, oldest first, at most <paramref name="take"/>.</summary>
    public async Task<IReadOnlyList<EventRow>> AfterAsync(EnvironmentId id, long afterSeq, int take, CancellationToken cancellationToken)
    {
        await using var db = open();
        return await db.Set<EventRow>().AsNoTracking().Where(e => e.EnvironmentId == id && e.Seq > afterSeq).OrderBy(e => e.Seq).Take(take).ToListAsync(cancellationToken);
    }

    /// <summary>The newest events, newest first.</summary>
    public async Task<IReadOnlyList<EventRow>> NewestAsync(EnvironmentId id, int take, CancellationToken cancellationToken)
    {
        await using var db = open();
        return await db.Set<EventRow>().AsNoTracking().Where(e => e.EnvironmentId == id).OrderByDescending(e => e.Seq).Take(take).ToListAsync(cancellationToken);
    }

    /// <summary>Where in the order that event stands; 0 where it is not one of the environment's.</summary>
    public async Task<long> SeqOfAsync(EnvironmentId id, string eventId, CancellationToken cancellationToken)
    {
        await using var db = open();
        return await db.Set<EventRow>().Where(e => e.EnvironmentId == id && e.EventId == eventId).OrderBy(e => e.Seq).Select(e => e.Seq).FirstOrDefaultAsync(cancellationToken);
    }
}
