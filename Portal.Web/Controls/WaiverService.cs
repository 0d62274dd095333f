using Portal.Data.Controls;
using Portal.Data.Requests;
using Portal.Domain;
using Portal.Domain.Controls;
using Portal.Domain.Identity;
using Portal.Domain.Requests;

namespace Portal.Web.Controls;

/// <summary>Waivers as pages and API handle them: unknown, no right, wrong state and faults are said in this order.</summary>
public sealed class WaiverService(RequestStore requests, WaiverStore waivers, StandingPlans plans)
{
    /// <summary>The plan that a signature on the request is about, with its controls as they stand today.</summary>
    public async Task<Answer<StandingPlan>> PlanAsync(Actor actor, RequestId id, CancellationToken cancellationToken) =>
        await SeenAsync(actor, id, cancellationToken) is { } request && await plans.OfAsync(request, cancellationToken) is { } plan ? plan : Answer.NotFound;

    /// <summary>Every waiver that was given, expired and withdrawn ones too, oldest first.</summary>
    public async Task<Answer<IReadOnlyList<WaiverView>>> HistoryAsync(Actor actor, RequestId id, CancellationToken cancellationToken) =>
        await SeenAsync(actor, id, cancellationToken) is { } request ? Answer.Ok(await waivers.HistoryAsync(request, cancellationToken)) : Answer.NotFound;

    /// <summary>The request, where the actor may waive its controls or take a waiver back.</summary>
    public async Task<Answer<RequestView>> MayAsync(Actor actor, RequestId id, CancellationToken cancellationToken)
    {
        if (await SeenAsync(actor, id, cancellationToken) is not { } request)
        {
            return Answer.NotFound;
        }

        if (WaiverRule.MayWaive(actor, request.RequestedBy) is { } why)
        {
            return Answer.Forbidden(why);
        }

        return request switch
        {
            { Kind: not RequestKind.Create } => Answer.Conflict(new Problem("", "Waivers belong to the request that created the environment.")),
            { State: RequestState.Rejected or RequestState.Superseded } => Answer.Conflict(new Problem("", $"Nothing comes of a request that is {Wire.Name(request.State)}.")),
            _ => request,
        };
    }

    public async Task<Answer<Waiver>> GiveAsync(Actor actor, RequestId id, string control, string reason, DateOnly? until, CancellationToken cancellationToken)
    {
        var may = await MayAsync(actor, id, cancellationToken);
        if (may is not { IsOk: true, Value: var request })
        {
            return may.AsNo();
        }

        var controls = (await plans.OfAsync(request, cancellationToken))?.Controls ?? [];
        if (WaiverRule.NothingToWaive(controls, control) is { } conflict)
        {
            return Answer.Conflict(conflict);
        }

        var faults = WaiverRule.Faults(controls, control, reason, until, plans.Today);
        if (faults.Count > 0)
        {
            return Answer.Invalid(faults);
        }

        return await waivers.GiveAsync(id, control, reason.Trim(), until.GetValueOrDefault(), actor, cancellationToken) is { } given
            ? given
            : Answer.Conflict(new Problem("control", "Somebody waived it at the same moment; look again."));
    }

    /// <summary>Takes a waiver back: from now on the control fails again. It stays in the history.</summary>
    public async Task<Answer<RequestView>> WithdrawAsync(Actor actor, RequestId id, string control, CancellationToken cancellationToken)
    {
        var may = await MayAsync(actor, id, cancellationToken);
        return !may.IsOk || await waivers.WithdrawAsync(id, control, actor, cancellationToken) ? may : Answer.NotFound;
    }

    private async Task<RequestView?> SeenAsync(Actor actor, RequestId id, CancellationToken cancellationToken) =>
        await requests.FindAsync(id, cancellationToken) is { } request && actor.Sees(request.Team) ? request : null;
}
