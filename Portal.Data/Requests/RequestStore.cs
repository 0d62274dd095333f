using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Data.Environments;
using Portal.Data.Storage;
using Portal.Domain;
using Portal.Domain.Identity;
using Portal.Domain.Planning.Document;
using Portal.Domain.Planning.Places;
using Portal.Domain.Requests;

namespace Portal.Data.Requests;

/// <summary>Requests and their revisions. Every write is one transaction; what a race could break is a unique index.</summary>
public sealed class RequestStore(Func<PortalDb> open, TimeProvider clock)
{
    /// <summary>Where the problem stands when the team already uses the name.</summary>
    public const string NamePath = "metadata.name";

    private const int AddressAttempts = 20;

    /// <summary>
    /// Stores a new creation request with its first revision and reserves the address ranges that its plan uses. <paramref name="plan"/> is asked with the ranges
    /// it may use; again with others where a concurrent request took one of them.
    /// </summary>
    public async Task<Result<RequestView>> CreateAsync(RequestSheet sheet, string sheetText, Actor actor, Func<VpcAddresses, PlanFolder> plan, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < AddressAttempts; attempt++)
        {
            await using var db = open();
            var taken = $"{sheet.Metadata.Team}/{sheet.Metadata.Name}";
            if (await db.Set<RequestRow>().AnyAsync(r => r.TakenName == taken, cancellationToken))
            {
                return Result<RequestView>.No(new Problem(NamePath, $"Team {sheet.Metadata.Team} already has an environment or an open request named {sheet.Metadata.Name}; choose another name."));
            }

            var now = clock.GetUtcNow();
            var request = NewRequest(sheet.Metadata.Team, sheet.Metadata.Name, RequestKind.Create, actor, now);
            if (await Reservation.OfAsync(db, request.Id, sheet.Network, cancellationToken) is not { } reservation)
            {
                return Result<RequestView>.No(new Problem("network.cidrPool", $"No /20 is left in {sheet.Network.CidrPool}; give a larger pool or destroy what is not needed."));
            }

            request.TakenName = taken;
            var folder = plan(reservation.Offer);
            var revision = AddRevision(db, request, folder, sheet.Budget.MonthlyUsd, sheetText, actor, now);
            db.Add(request);
            reservation.Settle(db, request.Id, folder.Plan);
            try
            {
                await db.SaveChangesAsync(cancellationToken);
                return Result<RequestView>.Ok(RequestView.Of(request, revision));
            }
            catch (DbUpdateException exception) when (UniqueViolation.Is(exception))
            {
                // Somebody took the name or one of the ranges meanwhile: look again.
            }
        }

        return Result<RequestView>.No(new Problem("network.cidrPool", "Too many requests reserve addresses at this moment; try again."));
    }

    /// <summary>
    /// A new revision in place of the one with <paramref name="expected"/>; earlier signatures no longer count. The first address range stays, further ones are
    /// taken or given back as the new plan needs them; <paramref name="plan"/> is asked again where a concurrent request took one of them.
    /// </summary>
    /// <returns>Null where the digest is not the current one or the request can no longer change.</returns>
    public async Task<RequestView?> ReviseAsync(RequestId id, Digest expected, RequestSheet sheet, string sheetText, Func<VpcAddresses, PlanFolder> plan, Actor actor, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < AddressAttempts; attempt++)
        {
            await using var db = open();
            var request = await db.Set<RequestRow>().SingleAsync(r => r.Id == id, cancellationToken);
            var current = await db.Set<RevisionRow>().SingleAsync(r => r.RequestId == id && r.Number == request.Revision, cancellationToken);
            if (current.Digest != expected || request.State is RequestState.Approved or RequestState.Rejected or RequestState.Superseded || request.Kind != RequestKind.Create
                || await Reservation.OfAsync(db, id, sheet.Network, cancellationToken) is not { Held.Count: > 0 } reservation)
            {
                return null;
            }

            var now = clock.GetUtcNow();
            request.Revision++;
            request.State = RequestState.Draft;
            request.UpdatedAt = now;
            var folder = plan(reservation.Offer);
            var revision = AddRevision(db, request, folder, sheet.Budget.MonthlyUsd, sheetText, actor, now);
            reservation.Settle(db, id, folder.Plan);
            try
            {
                return await SavedAsync(db, cancellationToken) ? RequestView.Of(request, revision) : null;
            }
            catch (DbUpdateException exception) when (UniqueViolation.Is(exception))
            {
                // Somebody took one of the ranges meanwhile: look again.
            }
        }

        return null;
    }

    /// <summary>Asks for approval. False where it is not a feasible draft (or was sent back unchanged).</summary>
    public async Task<bool> SubmitAsync(RequestId id, CancellationToken cancellationToken)
    {
        await using var db = open();
        var request = await db.Set<RequestRow>().SingleAsync(r => r.Id == id, cancellationToken);
        var feasible = await db.Set<RevisionRow>().AnyAsync(r => r.RequestId == id && r.Number == request.Revision && r.Feasible, cancellationToken);
        if (!feasible || request.State is not (RequestState.Draft or RequestState.SentBack))
        {
            return false;
        }

        request.State = RequestState.Submitted;
        request.UpdatedAt = clock.GetUtcNow();
        return await SavedAsync(db, cancellationToken);
    }

    public async Task<RequestView?> FindAsync(RequestId id, CancellationToken cancellationToken)
    {
        await using var db = open();
        return await Views(db).Where(v => v.Request.Id == id).Select(v => RequestView.Of(v.Request, v.Revision)).SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>Newest first, a page at a time. <paramref name="teams"/> null: all teams.</summary>
    public async Task<IReadOnlyList<RequestView>> ListAsync(IReadOnlyCollection<string>? teams, RequestState? state, RequestId? before, int take, CancellationToken cancellationToken)
    {
        await using var db = open();
        var rows = Views(db).Where(v => (teams == null || teams.Contains(v.Request.Team)) && (state == null || v.Request.State == state));
        if (before is { } cursor)
        {
            rows = rows.Where(v => v.Request.Id < cursor);
        }

        return await rows.OrderByDescending(v => v.Request.Id).Take(take)
            .Select(v => RequestView.Of(v.Request, v.Revision)).ToListAsync(cancellationToken);
    }

    public async Task<int> CountAsync(IReadOnlyCollection<string>? teams, RequestState state, CancellationToken cancellationToken)
    {
        await using var db = open();
        return await db.Set<RequestRow>().CountAsync(r => r.State == state && (teams == null || teams.Contains(r.Team)), cancellationToken);
    }

    /// <summary>The first /20 that belongs to the request, or null once it is given back.</summary>
    public async Task<IPNetwork?> AddressOfAsync(RequestId id, CancellationToken cancellationToken)
    {
        await using var db = open();
        var cidr = await db.Set<AddressRow>().Where(a => a.RequestId == id && a.Ordinal == 0).Select(a => a.Cidr).SingleOrDefaultAsync(cancellationToken);
        return cidr is null ? null : IPNetwork.Parse(cidr);
    }

    /// <summary>The sheet of a revision as it was handed in.</summary>
    public async Task<string?> SheetAsync(RequestId id, int revision, CancellationToken cancellationToken)
    {
        await using var db = open();
        return await db.Set<RevisionRow>().Where(r => r.RequestId == id && r.Number == revision).Select(r => r.Sheet).SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>One file of a revision's plan folder, or null.</summary>
    public async Task<string?> FileAsync(RequestId id, int revision, string path, CancellationToken cancellationToken)
    {
        await using var db = open();
        return await db.Set<RevisionFileRow>().Where(f => f.RequestId == id && f.Number == revision && f.Path == path).Select(f => f.Content).SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>The whole plan folder of a revision, as it is signed and deployed.</summary>
    public async Task<PlanFolder?> FolderAsync(RequestId id, int revision, CancellationToken cancellationToken)
    {
        await using var db = open();
        var files = await db.Set<RevisionFileRow>().Where(f => f.RequestId == id && f.Number == revision).ToDictionaryAsync(f => f.Path, f => f.Content, StringComparer.Ordinal, cancellationToken);
        return files.TryGetValue(PlanFolder.PlanPath, out var json) ? new PlanFolder(PlanJson.Read(json), new SortedDictionary<string, string>(files, StringComparer.Ordinal)) : null;
    }

    /// <summary>The plan that a signature on the request is about: its own, or for a destroy or retry the one that stands.</summary>
    public async Task<PlanFolder?> DesignAsync(RequestView request, CancellationToken cancellationToken)
    {
        if (request.Kind == RequestKind.Create)
        {
            return await FolderAsync(request.Id, request.Revision, cancellationToken);
        }

        await using var db = open();
        var standing = await db.Set<EnvironmentRow>().SingleAsync(e => e.Id == request.EnvironmentId, cancellationToken);
        return await FolderAsync(standing.RequestId, standing.Revision, cancellationToken);
    }

    internal static RequestRow NewRequest(string team, string name, RequestKind kind, Actor actor, DateTimeOffset now) => new()
    {
        Id = RequestId.New(now),
        Kind = kind,
        State = RequestState.Draft,
        Team = team,
        Name = name,
        RequestedBy = actor.UserName,
        CreatedAt = now,
        UpdatedAt = now,
        Revision = 1,
    };

    private static RevisionRow AddRevision(PortalDb db, RequestRow request, PlanFolder folder, Domain.Costs.Money budget, string sheetText, Actor actor, DateTimeOffset now)
    {
        var revision = new RevisionRow
        {
            RequestId = request.Id,
            Number = request.Revision,
            Sheet = sheetText,
            Digest = folder.Plan.Digest,
            Feasible = folder.Plan.Feasible,
            MonthlyUsd = folder.Plan.Cost?.MonthlyUsd ?? default,
            BudgetUsd = budget,
            CreatedBy = actor.UserName,
            CreatedAt = now,
        };
        db.Add(revision);
        db.AddRange(folder.Files.Select(f => new RevisionFileRow { RequestId = request.Id, Number = request.Revision, Path = f.Key, Content = f.Value }));
        return revision;
    }

    private static IQueryable<RequestWithRevision> Views(PortalDb db) =>
        from request in db.Set<RequestRow>()
        join revision in db.Set<RevisionRow>() on new { request.Id, Number = request.Revision } equals new { Id = revision.RequestId, revision.Number }
        select new RequestWithRevision { Request = request, Revision = revision };

    private static async Task<bool> SavedAsync(PortalDb db, CancellationToken cancellationToken)
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
    }

    private sealed class RequestWithRevision
    {
        public required RequestRow Request { get; init; }

        public required RevisionRow Revision { get; init; }
    }
}
