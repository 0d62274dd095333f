using Portal.Data.Approvals;
using Portal.Data.Requests;
using Portal.Domain;
using Portal.Domain.Approvals;
using Portal.Domain.Identity;
using Portal.Domain.Planning.Document;
using Portal.Domain.Requests;
using Portal.Web.Controls;
using Portal.Web.Identity;
using Portal.Web.Requests;

namespace Portal.Web.Approvals;

/// <summary>Signatures as pages and API handle them.</summary>
public sealed class ApprovalService(RequestStore requests, ApprovalStore approvals, SigningBase signing, SheetPlanner planner, StandingPlans plans)
{
    private const int QueueLength = 200;

    /// <summary>
    /// Decides about exactly <paramref name="digest"/>, in the contract's order: unknown, own request or no right, content moved, decided already, then
    /// a control that fails, and other waivers than those <paramref name="accepted"/>.
    /// An approval of a creation makes the environment and its deployment.
    /// </summary>
    /// <param name="accepted">The waivers that the approver read and accepts; null where they do not say.</param>
    public async Task<Answer<RequestView>> DecideAsync(Actor actor, RequestId id, ApprovalDecision decision, Digest digest, string? comment, IReadOnlyCollection<AcceptedWaiver>? accepted, CancellationToken cancellationToken)
    {
        if (await requests.FindAsync(id, cancellationToken) is not { } request || !actor.Sees(request.Team))
        {
            return Answer.NotFound;
        }

        if (FourEyes.MayDecide(actor, request.RequestedBy) is { } why)
        {
            return Answer.Forbidden(why);
        }

        return await RecordAsync(actor, request, decision, digest, comment, accepted, cancellationToken) switch
        {
            DecisionOutcome.Recorded => (await requests.FindAsync(id, cancellationToken))!,
            DecisionOutcome.DigestMoved => Answer.Conflict(new Problem("digest", "The content changed since you looked; read it again before you decide.")),
            DecisionOutcome.NotSubmitted => Answer.Conflict(new Problem("", "The request is not submitted for approval.")),
            DecisionOutcome.ControlFails => Answer.Conflict(FailedControls.Of((await plans.OfAsync(request, cancellationToken))!.Controls)),
            DecisionOutcome.WaiversMoved => Answer.Conflict(new Problem("waivers", "The waivers changed since you looked; read them again before you decide.")),
            _ => Answer.Conflict(new Problem("", "Somebody has decided about this request already.")),
        };
    }

    /// <summary>The submitted requests that the actor may decide about, newest first.</summary>
    public async Task<IReadOnlyList<RequestView>> WaitingForAsync(Actor actor, CancellationToken cancellationToken)
    {
        var submitted = actor.Is(Role.Approver) ? await requests.ListAsync(actor.TeamFilter(), RequestState.Submitted, before: null, QueueLength, cancellationToken) : [];
        return [.. submitted.Where(r => FourEyes.MayDecide(actor, r.RequestedBy) is null)];
    }

    /// <summary>The decisions about the current revision, oldest first.</summary>
    public async Task<Answer<IReadOnlyList<Approval>>> OfAsync(Actor actor, RequestId id, CancellationToken cancellationToken) =>
        await requests.FindAsync(id, cancellationToken) is { } request && actor.Sees(request.Team)
            ? Answer.Ok(await approvals.OfAsync(id, request.Revision, cancellationToken))
            : Answer.NotFound;

    private async Task<DecisionOutcome> RecordAsync(Actor actor, RequestView request, ApprovalDecision decision, Digest digest, string? comment, IReadOnlyCollection<AcceptedWaiver>? accepted, CancellationToken cancellationToken)
    {
        if (request.Digest != digest)
        {
            return DecisionOutcome.DigestMoved;
        }

        var sheet = planner.Read((await requests.SheetAsync(request.Id, request.Revision, cancellationToken))!).Expect();
        var design = await requests.DesignAsync(request, cancellationToken);
        var standing = await signing.StateAsync(request, design, cancellationToken);
        return await approvals.DecideAsync(request.Id, actor, decision, digest, standing, comment, design, accepted, sheet.Metadata.Stage, sheet.Metadata.CostCenter, sheet.Lifetime.ExpiresOn, cancellationToken);
    }
}
