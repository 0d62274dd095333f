using Microsoft.EntityFrameworkCore;
using Portal.Data.Controls;
using Portal.Data.Deployments;
using Portal.Data.Environments;
using Portal.Data.Requests;
using Portal.Data.Storage;
using Portal.Domain.Approvals;
using Portal.Domain.Controls;
using Portal.Domain.Deployments;
using Portal.Domain.Environments;
using Portal.Domain.Identity;
using Portal.Domain.Planning.Document;
using Portal.Domain.Requests;

namespace Portal.Data.Approvals;

/// <summary>Signatures. The check of what is signed and the write are one transaction, so of two approvers one wins.</summary>
public sealed class ApprovalStore(Func<PortalDb> open, TimeProvider clock)
{
    public async Task<IReadOnlyList<Approval>> OfAsync(RequestId id, int revision, CancellationToken cancellationToken)
    {
        await using var db = open();
        var rows = await db.Set<DecisionRow>().Where(d => d.RequestId == id && d.Revision == revision).OrderBy(d => d.At).ToListAsync(cancellationToken);
        return [.. rows.Select(Of)];
    }

    /// <summary>
    /// Records the decision about exactly <paramref name="digest"/>. An approval is the last needed signature and sets the deployment going in the
    /// same transaction. Rights are the caller's to check first (<see cref="FourEyes"/>).
    /// </summary>
    /// <param name="design">The plan that is signed; what a creation turns into an environment.</param>
    /// <param name="accepted">The waivers that the approver read; null where they do not say.</param>
    public async Task<DecisionOutcome> DecideAsync(RequestId id, Actor actor, ApprovalDecision decision, Digest digest, BaseState baseState, string? comment, PlanFolder? design, IReadOnlyCollection<AcceptedWaiver>? accepted, Stage stage, string costCenter, DateOnly? expiresOn, CancellationToken cancellationToken)
    {
        await using var db = open();
        var request = await db.Set<RequestRow>().SingleAsync(r => r.Id == id, cancellationToken);
        var revision = await db.Set<RevisionRow>().SingleAsync(r => r.RequestId == id && r.Number == request.Revision, cancellationToken);
        if (revision.Digest != digest)
        {
            return DecisionOutcome.DigestMoved;
        }

        if (request.State != RequestState.Submitted)
        {
            return request.State is RequestState.Draft or RequestState.SentBack ? DecisionOutcome.NotSubmitted : DecisionOutcome.AlreadyDecided;
        }

        var now = clock.GetUtcNow();
        var controls = decision == ApprovalDecision.Approve ? await SignedControlsAsync(db, request, design, now, cancellationToken) : [];
        if (controls.Any(c => c.Finding.Status == FindingStatus.Failed))
        {
            return DecisionOutcome.ControlFails;
        }

        var waivers = controls.Select(c => c.Waiver).OfType<Waiver>().ToList();
        if (accepted is not null && decision == ApprovalDecision.Approve && !accepted.ToHashSet().SetEquals(waivers.Select(AcceptedWaiver.Of)))
        {
            return DecisionOutcome.WaiversMoved;
        }

        db.Add(new DecisionRow
        {
            RequestId = id,
            Revision = request.Revision,
            UserName = actor.UserName,
            Decision = decision,
            Digest = digest,
            BaseState = Json.Of(baseState),
            Comment = comment,
            Waivers = waivers.Count == 0 ? null : Json.Of(waivers),
            At = now,
        });
        request.State = Next(decision);
        request.UpdatedAt = now;
        if (request.Kind != RequestKind.Create && decision != ApprovalDecision.SendBack)
        {
            request.TakenName = null;
        }

        if (decision == ApprovalDecision.Reject)
        {
            await ReleaseAsync(db, request, cancellationToken);
        }
        else if (decision == ApprovalDecision.Approve)
        {
            await SetGoingAsync(db, request, revision, baseState, design, stage, costCenter, expiresOn, now, cancellationToken);
        }

        return await db.TrySaveAsync(cancellationToken) ? DecisionOutcome.Recorded : DecisionOutcome.AlreadyDecided;
    }

    /// <summary>How the controls stand that a signature answers for: none where something is taken down.</summary>
    private static async Task<IReadOnlyList<ControlStanding>> SignedControlsAsync(PortalDb db, RequestRow request, PlanFolder? design, DateTimeOffset now, CancellationToken cancellationToken) =>
        request.Kind == RequestKind.Destroy || design is null
            ? []
            : ControlStanding.On(design.Plan.Controls, await WaiverStore.GivenAsync(db, request, cancellationToken), DateOnly.FromDateTime(now.UtcDateTime));

    private static RequestState Next(ApprovalDecision decision) => decision switch
    {
        ApprovalDecision.Approve => RequestState.Approved,
        ApprovalDecision.Reject => RequestState.Rejected,
        _ => RequestState.SentBack,
    };

    /// <summary>A rejected creation gives its name and address back.</summary>
    private static async Task ReleaseAsync(PortalDb db, RequestRow request, CancellationToken cancellationToken)
    {
        if (request.Kind == RequestKind.Create)
        {
            request.TakenName = null;
            db.RemoveRange(await db.Set<AddressRow>().Where(a => a.RequestId == request.Id).ToListAsync(cancellationToken));
        }
    }

    private static async Task SetGoingAsync(PortalDb db, RequestRow request, RevisionRow revision, BaseState baseState, PlanFolder? design, Stage stage, string costCenter, DateOnly? expiresOn, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (request.Kind == RequestKind.Create)
        {
            var plan = design?.Plan ?? throw new ArgumentException("A creation is signed with its plan.", nameof(design));
            var environment = NewEnvironment(request, revision, plan, stage, costCenter, expiresOn, now);
            request.EnvironmentId = environment.Id;
            db.Add(environment);
            db.AddRange(EnvironmentStore.Begin(environment, DeploymentKind.Create, request.Id, request.RequestedBy, attempt: 1, baseState.Images, now));
            return;
        }

        var standing = await db.Set<EnvironmentRow>().SingleAsync(e => e.Id == request.EnvironmentId, cancellationToken);
        var last = await db.Set<DeploymentRow>().SingleAsync(d => d.Id == standing.DeploymentId, cancellationToken);
        var kind = request.Kind == RequestKind.Destroy ? DeploymentKind.Destroy : DeploymentKind.Create;
        db.AddRange(EnvironmentStore.Begin(standing, kind, request.Id, request.RequestedBy, last.Attempt + 1, Json.Read<Dictionary<string, string>>(last.Images), now));
    }

    private static EnvironmentRow NewEnvironment(RequestRow request, RevisionRow revision, Plan plan, Stage stage, string costCenter, DateOnly? expiresOn, DateTimeOffset now) => new()
    {
        Id = EnvironmentId.New(now),
        Team = request.Team,
        Name = request.Name,
        Stage = stage,
        CostCenter = costCenter,
        State = EnvironmentState.Planned,
        Region = plan.Regions[0].Region,
        Account = plan.Regions[0].Account,
        RequestId = request.Id,
        Revision = revision.Number,
        EstimateUsd = revision.MonthlyUsd,
        BudgetUsd = revision.BudgetUsd,
        ExpiresOn = expiresOn,
        CreatedAt = now,
        UpdatedAt = now,
    };

    private static Approval Of(DecisionRow row) => new()
    {
        UserName = row.UserName,
        Decision = row.Decision,
        Digest = row.Digest,
        BaseState = Json.Read<BaseState>(row.BaseState),
        Comment = row.Comment,
        At = row.At,
        Waivers = row.Waivers is null ? [] : Json.Read<IReadOnlyList<Waiver>>(row.Waivers),
    };
}
