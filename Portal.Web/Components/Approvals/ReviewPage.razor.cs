using Microsoft.AspNetCore.Components;
using Portal.Data.Requests;
using Portal.Domain;
using Portal.Domain.Approvals;
using Portal.Domain.Planning.Document;
using Portal.Domain.Requests;
using Portal.Web.Approvals;
using Portal.Web.Controls;
using Portal.Web.Requests;
using Radzen;

namespace Portal.Web.Components.Approvals;

/// <summary>What an approver sees, in the order of what cannot be taken back; the decision is about exactly the content shown.</summary>
public sealed partial class ReviewPage
{
    private RequestView? request;
    private StandingPlan? standing;
    private PlanFolder? folder;
    private string sheet = "";
    private string? whyNot;
    private IReadOnlyList<ReviewPoint> points = [];
    private IReadOnlyList<string> risks = [];
    private IReadOnlyList<Approval> decisions = [];
    private IReadOnlyList<Problem> refusals = [];
    private bool deciding;

    [Inject]
    private RequestService Requests { get; set; } = default!;

    [Inject]
    private ApprovalService Approvals { get; set; } = default!;

    [Inject]
    private WaiverService Waivers { get; set; } = default!;

    [Inject]
    private NotificationService Notifications { get; set; } = default!;

    [Parameter]
    public string RequestKey { get; set; } = "";

    private string Title => request is null ? "Review" : request.Kind == RequestKind.Create ? $"Create {request.Name}" : $"{request.Kind} {request.Name}";

    protected override async Task LoadAsync()
    {
        request = RequestId.TryParse(RequestKey, out var id) ? (await Requests.FindAsync(Actor, id, Gone)).Value : null;
        standing = request is null ? null : (await Waivers.PlanAsync(Actor, id, Gone)).Value;
        folder = standing?.Shown;
        if (request is null || folder is null)
        {
            return;
        }

        sheet = (await Requests.SheetAsync(Actor, id, Gone)).Value ?? "";
        decisions = (await Approvals.OfAsync(Actor, id, Gone)).Value ?? [];
        whyNot = FourEyes.MayDecide(Actor, request.RequestedBy)?.Message;
        var read = RequestReader.Read(sheet).Value;
        points = ReviewPoints.Of(request.Kind, folder.Plan, read);
        risks = ReviewPoints.Risks(request.Kind, folder.Plan, read);
    }

    private async Task DecideAsync(DecisionMade made)
    {
        deciding = true;
        var answer = await Approvals.DecideAsync(await AskActorAsync(), request!.Id, made.Decision, request.Digest, made.Comment, [.. standing!.Waivers.Select(AcceptedWaiver.Of)], Gone);
        deciding = false;
        if (answer.IsOk)
        {
            Notifications.Notify(NotificationSeverity.Success, "Decided", $"{answer.Value.Name} is {Wire.Name(answer.Value.State)}.");
            refusals = [];
        }
        else
        {
            refusals = answer.Problems.Count > 0 ? answer.Problems : [new Problem("", "There is no such request any more.")];
        }

        await ReloadAsync();
    }
}
