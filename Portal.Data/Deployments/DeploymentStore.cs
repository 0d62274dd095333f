using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Portal.Data.Approvals;
using Portal.Data.Environments;
using Portal.Data.Requests;
using Portal.Data.Storage;
using Portal.Domain.Approvals;
using Portal.Domain.Deployments;
using Portal.Domain.Planning.Document;
using Portal.Domain.Requests;

namespace Portal.Data.Deployments;

/// <summary>Deployments as the engine reads them.</summary>
public sealed class DeploymentStore(Func<PortalDb> open, RequestStore requests, ApprovalStore approvals)
{
    public async Task<DeploymentOrder> OrderAsync(DeploymentId id, CancellationToken cancellationToken)
    {
        await using var db = open();
        var row = await db.Set<DeploymentRow>().AsNoTracking().SingleAsync(d => d.Id == id, cancellationToken);
        var environment = await db.Set<EnvironmentRow>().AsNoTracking().SingleAsync(e => e.Id == row.EnvironmentId, cancellationToken);
        var content = await SignedAsync(db, row.RequestId, row.Revision, cancellationToken);
        return new DeploymentOrder
        {
            Id = id,
            EnvironmentId = environment.Id,
            Kind = row.Kind,
            State = row.State,
            Attempt = row.Attempt,
            Team = environment.Team,
            Stage = environment.Stage,
            Sheet = await requests.SheetAsync(row.RequestId, row.Revision, cancellationToken) ?? "",
            Folder = await requests.FolderAsync(row.RequestId, row.Revision, cancellationToken) ?? throw new InvalidOperationException($"Deployment {id} has no plan folder."),
            Images = Json.Read<Dictionary<string, string>>(row.Images),
            Content = content,
            AllowedBy = row.AllowedBy is not { } allowed ? null : allowed == row.RequestId ? content : await SignedAsync(db, allowed, null, cancellationToken),
        };
    }

    /// <summary>The step function's state as it was last saved. A call without a known outcome leaves its stack in doubt.</summary>
    public async Task<DeploymentModel> ModelAsync(DeploymentOrder order, TimeSpan pollEvery, CancellationToken cancellationToken)
    {
        await using var db = open();
        var row = await db.Set<DeploymentRow>().AsNoTracking().SingleAsync(d => d.Id == order.Id, cancellationToken);
        var rows = await db.Set<StackDeploymentRow>().AsNoTracking().Where(s => s.DeploymentId == order.Id).ToListAsync(cancellationToken);
        var undecided = await db.Set<IntentRow>().AsNoTracking().Where(i => i.DeploymentId == order.Id && (i.Outcome == null || i.Outcome == IntentOutcome.Unknown)).OrderBy(i => i.Seq).ToListAsync(cancellationToken);
        var siblings = await db.Set<DeploymentRow>().Where(d => d.EnvironmentId == order.EnvironmentId).Select(d => new { d.Id, d.Attempt }).ToListAsync(cancellationToken);
        var plans = order.Folder.Plan.Stacks.ToDictionary(s => s.Name, StringComparer.Ordinal);
        return new DeploymentModel
        {
            Id = order.Id,
            Kind = order.Kind,
            Attempt = order.Attempt,
            Graph = StackGraph.Of(order.Folder.Plan.Stacks).Expect(),
            Stacks = rows.ToImmutableSortedDictionary(s => s.Position, s => StackRows.ToModel(s, plans[s.Stack], undecided.LastOrDefault(i => i.Stack == s.Stack))),
            OwnChangeSets = siblings.Select(d => DeploymentNames.ChangeSet(d.Id, d.Attempt)).ToHashSet(StringComparer.Ordinal),
            Images = Json.Read<Dictionary<string, string>>(row.Images),
            PollEvery = pollEvery,
            State = row.State,
            CancelAsked = row.CancelAsked,
            Waiting = row.State == DeploymentState.Waiting ? new("credentials", row.NextAction ?? "") : null,
        };
    }

    public async Task<bool> CancelAskedAsync(DeploymentId id, CancellationToken cancellationToken)
    {
        await using var db = open();
        return await db.Set<DeploymentRow>().Where(d => d.Id == id).Select(d => d.CancelAsked).SingleAsync(cancellationToken);
    }

    /// <summary>The first resource of the stack that failed in this deployment, from the stored events.</summary>
    public async Task<FailedResource?> FirstFailureAsync(DeploymentId id, string stack, CancellationToken cancellationToken)
    {
        await using var db = open();
        var deployment = await db.Set<DeploymentRow>().Where(d => d.Id == id).Select(d => new { d.EnvironmentId, d.CreatedAt }).SingleAsync(cancellationToken);
        var failed = await db.Set<EventRow>()
            .Where(e => e.EnvironmentId == deployment.EnvironmentId && e.Stack == stack && e.Kind == EventKind.Resource && e.At >= deployment.CreatedAt && e.Status.EndsWith("_FAILED"))
            .OrderBy(e => e.At).ThenBy(e => e.Seq).FirstOrDefaultAsync(cancellationToken);
        return failed is null ? null : new FailedResource(failed.LogicalId, failed.ResourceType, failed.Status, failed.Reason ?? "no reason given");
    }

    private async Task<SignedContent> SignedAsync(PortalDb db, RequestId id, int? revision, CancellationToken cancellationToken)
    {
        var request = await db.Set<RequestRow>().AsNoTracking().SingleAsync(r => r.Id == id, cancellationToken);
        var number = revision ?? request.Revision;
        var digest = await db.Set<RevisionRow>().Where(r => r.RequestId == id && r.Number == number).Select(r => r.Digest).SingleAsync(cancellationToken);
        return new SignedContent(request.Kind, request.RequestedBy, digest, await approvals.OfAsync(id, number, cancellationToken));
    }
}
