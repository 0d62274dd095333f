using Microsoft.EntityFrameworkCore;
using Portal.Data.Environments;
using Portal.Data.Requests;
using Portal.Data.Storage;
using Portal.Domain.Controls;
using Portal.Domain.Environments;
using Portal.Domain.Identity;
using Portal.Domain.Requests;

namespace Portal.Data.Controls;

/// <summary>Waivers of a request's failed controls. They stay with the request through its revisions; rights and terms are the caller's to check first (<see cref="WaiverRule"/>).</summary>
public sealed class WaiverStore(Func<PortalDb> open, TimeProvider clock)
{
    /// <summary>A waiver in place of one that has expired. Null where another holds today, given at the same moment included.</summary>
    public async Task<Waiver?> GiveAsync(RequestId id, string control, string reason, DateOnly until, Actor actor, CancellationToken cancellationToken)
    {
        await using var db = open();
        var now = clock.GetUtcNow();
        if (await NewestAsync(db, id, control, cancellationToken) is { } before)
        {
            if (WaiverView.Of(before).Waiver.Holds(DateOnly.FromDateTime(now.UtcDateTime)))
            {
                return null;
            }

            before.Newest = null;
        }

        var row = new WaiverRow { Id = Guid.CreateVersion7(now), RequestId = id, Control = control, Newest = control, Reason = reason, Until = until, GivenBy = actor.UserName, GivenAt = now };
        db.Add(row);
        return await db.TrySaveAsync(cancellationToken) ? WaiverView.Of(row).Waiver : null;
    }

    /// <summary>Takes the control's waiver back. False where it has none, or where somebody was quicker.</summary>
    public async Task<bool> WithdrawAsync(RequestId id, string control, Actor actor, CancellationToken cancellationToken)
    {
        await using var db = open();
        if (await NewestAsync(db, id, control, cancellationToken) is not { } row)
        {
            return false;
        }

        row.Newest = null;
        row.WithdrawnBy = actor.UserName;
        row.WithdrawnAt = clock.GetUtcNow();
        return await db.TrySaveAsync(cancellationToken);
    }

    /// <summary>Every waiver that was ever given for the design that the request is about, oldest first.</summary>
    public async Task<IReadOnlyList<WaiverView>> HistoryAsync(RequestView request, CancellationToken cancellationToken)
    {
        await using var db = open();
        return await HistoryAsync(db, request.Kind, request.Id, request.EnvironmentId, cancellationToken);
    }

    internal static async Task<IReadOnlyList<Waiver>> GivenAsync(PortalDb db, RequestRow request, CancellationToken cancellationToken) =>
        [.. (await HistoryAsync(db, request.Kind, request.Id, request.EnvironmentId, cancellationToken)).Where(w => !w.IsWithdrawn).Select(w => w.Waiver)];

    /// <summary>A destroy or retry is about the design of the creation that stands, so it goes by that one's waivers.</summary>
    private static async Task<IReadOnlyList<WaiverView>> HistoryAsync(PortalDb db, RequestKind kind, RequestId request, EnvironmentId? environment, CancellationToken cancellationToken)
    {
        var creation = kind == RequestKind.Create ? request : (await db.Set<EnvironmentRow>().SingleAsync(e => e.Id == environment, cancellationToken)).RequestId;
        var rows = await db.Set<WaiverRow>().Where(w => w.RequestId == creation).OrderBy(w => w.GivenAt).ThenBy(w => w.Id).ToListAsync(cancellationToken);
        return [.. rows.Select(WaiverView.Of)];
    }

    private static Task<WaiverRow?> NewestAsync(PortalDb db, RequestId id, string control, CancellationToken cancellationToken) =>
        db.Set<WaiverRow>().SingleOrDefaultAsync(w => w.RequestId == id && w.Newest == control, cancellationToken);
}
