using Portal.Data.Requests;
using Portal.Domain;
using Portal.Domain.Exporting;
using Portal.Domain.Identity;
using Portal.Domain.Planning.Document;
using Portal.Domain.Planning.Places;
using Portal.Domain.Requests;
using Portal.Web.Controls;
using Portal.Web.Identity;

namespace Portal.Web.Requests;

/// <summary>Requests as pages and API handle them. Every method checks what the actor may see and do.</summary>
public sealed class RequestService(RequestStore requests, SheetPlanner planner, StandingPlans plans, TimeProvider clock)
{
    /// <summary>Reads, plans and stores a sheet with the addresses its plan needs; an infeasible one is stored, too.</summary>
    public async Task<Answer<RequestView>> CreateAsync(Actor actor, string sheetText, CancellationToken cancellationToken)
    {
        var read = ReadFor(actor, sheetText);
        if (read is not { IsOk: true, Value: var sheet })
        {
            return read.AsNo();
        }

        var created = await requests.CreateAsync(sheet, sheetText, actor, addresses => planner.Plan(sheet, addresses), cancellationToken);
        return created switch
        {
            { IsOk: true, Value: var request } => request,
            _ when created.Problems.Any(p => p.Path == RequestStore.NamePath) => Answer.Conflict(created.Problems[0]),
            _ => Answer.Invalid(created.Problems),
        };
    }

    /// <summary>A new revision in place of <paramref name="expected"/>; it keeps its name and its first address range.</summary>
    public async Task<Answer<RequestView>> ReviseAsync(Actor actor, RequestId id, Digest expected, string sheetText, CancellationToken cancellationToken)
    {
        var found = await OwnAsync(actor, id, cancellationToken);
        if (found is not { IsOk: true, Value: var request })
        {
            return found;
        }

        var read = ReadFor(actor, sheetText);
        if (read is not { IsOk: true, Value: var sheet })
        {
            return read.AsNo();
        }

        if (request.Digest != expected)
        {
            return Answer.Conflict(new Problem("", $"The plan changed since you looked: it is {request.Digest.Abbreviated} now."));
        }

        if (await requests.AddressOfAsync(id, cancellationToken) is not { } address || !IsOpen(request))
        {
            return Answer.Conflict(new Problem("", $"A request that is {Wire.Name(request.State)} cannot change."));
        }

        var moved = RevisionRule.Faults(request, sheet, address);
        return moved.Count > 0
            ? Answer.Invalid(moved)
            : await requests.ReviseAsync(id, expected, sheet, sheetText, addresses => planner.Plan(sheet, addresses), actor, cancellationToken) is { } revised
                ? revised
                : Answer.Conflict(new Problem("", "Somebody changed the request at the same moment; look again."));
    }

    /// <summary>Asks for approval; not where the plan is refused, nor where a control fails that nobody answers for.</summary>
    public async Task<Answer<RequestView>> SubmitAsync(Actor actor, RequestId id, CancellationToken cancellationToken)
    {
        var found = await OwnAsync(actor, id, cancellationToken);
        if (found is not { IsOk: true, Value: var request })
        {
            return found;
        }

        if (!request.Feasible)
        {
            return Answer.Conflict(new Problem("", "The plan is not feasible; change the sheet as its refusals propose."));
        }

        if (await plans.OfAsync(request, cancellationToken) is { } plan && FailedControls.Of(plan.Controls) is { Count: > 0 } failed)
        {
            return Answer.Conflict(failed);
        }

        return await requests.SubmitAsync(id, cancellationToken)
            ? await FindAsync(actor, id, cancellationToken)
            : Answer.Conflict(new Problem("", $"A request that is {Wire.Name(request.State)} cannot be submitted."));
    }

    public async Task<Answer<RequestView>> FindAsync(Actor actor, RequestId id, CancellationToken cancellationToken) =>
        await requests.FindAsync(id, cancellationToken) is { } request && actor.Sees(request.Team) ? request : Answer.NotFound;

    /// <summary>Newest first, of the teams the actor sees.</summary>
    public Task<IReadOnlyList<RequestView>> ListAsync(Actor actor, RequestState? state, RequestId? cursor, int take, CancellationToken cancellationToken) =>
        requests.ListAsync(actor.TeamFilter(), state, cursor, take, cancellationToken);

    /// <summary>What the signature covers: the request's plan; for a destroy or retry the plan of what stands.</summary>
    public async Task<Answer<PlanFolder>> FolderAsync(Actor actor, RequestId id, CancellationToken cancellationToken)
    {
        var found = await FindAsync(actor, id, cancellationToken);
        if (found is not { IsOk: true, Value: var request })
        {
            return found.AsNo();
        }

        return await requests.DesignAsync(request, cancellationToken) is { } folder ? folder : Answer.NotFound;
    }

    /// <summary>The same plan, to be deployed without the portal. With the sheet beside it where it makes that plan's digest.</summary>
    public async Task<Answer<ExportFolder>> ExportAsync(Actor actor, RequestId id, CancellationToken cancellationToken)
    {
        var found = await FolderAsync(actor, id, cancellationToken);
        if (found is not { IsOk: true, Value: var folder })
        {
            return found.AsNo();
        }

        var sheet = await SheetAsync(actor, id, cancellationToken);
        return ExportFolder.Of(folder, sheet is { IsOk: true, Value: var text } ? planner.Read(text).Value : null);
    }

    /// <summary>The current revision's sheet as it was handed in.</summary>
    public async Task<Answer<string>> SheetAsync(Actor actor, RequestId id, CancellationToken cancellationToken)
    {
        var found = await FindAsync(actor, id, cancellationToken);
        if (found is not { IsOk: true, Value: var request })
        {
            return found.AsNo();
        }

        return await requests.SheetAsync(id, request.Revision, cancellationToken) is { } sheet ? sheet : Answer.NotFound;
    }

    /// <summary>The design of a sheet that is being typed, without stacks: nothing is stored and no address reserved.</summary>
    public Result<Plan> Preview(Actor actor, string sheetText)
    {
        var read = ReadFor(actor, sheetText);
        if (read is not { IsOk: true, Value: var sheet })
        {
            return Result<Plan>.No(read.Problems);
        }

        return VpcAddresses.Free(sheet.Network, [], new HashSet<System.Net.IPNetwork>()) is { } addresses
            ? Result<Plan>.Ok(planner.Design(sheet, addresses))
            : Result<Plan>.No(new Problem("network.cidrPool", $"No /20 is free in {sheet.Network.CidrPool}."));
    }

    private static bool IsOpen(RequestView request) =>
        request is { Kind: RequestKind.Create, State: RequestState.Draft or RequestState.Submitted or RequestState.SentBack };

    private Answer<RequestSheet> ReadFor(Actor actor, string sheetText) => planner.Read(sheetText) switch
    {
        { IsOk: false, Problems: var problems } => Answer.Invalid(problems),
        { Value: { } sheet } when !actor.MayRequestFor(sheet.Metadata.Team) => Answer.Forbidden(new Problem("metadata.team", $"You may not ask for team {sheet.Metadata.Team}.")),
        { Value: { } sheet } when sheet.Lifetime.HasPassed(DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime)) => Answer.Invalid(new Problem("lifetime.expiresOn", "This day has passed.")),
        { Value: var sheet } => sheet!,
    };

    /// <summary>The request, where the actor may change it.</summary>
    private async Task<Answer<RequestView>> OwnAsync(Actor actor, RequestId id, CancellationToken cancellationToken)
    {
        var found = await FindAsync(actor, id, cancellationToken);
        return found is { IsOk: true, Value: var request } && !actor.MayRequestFor(request.Team)
            ? Answer.Forbidden(new Problem("", $"Only requesters of team {request.Team} may change this request."))
            : found;
    }
}
