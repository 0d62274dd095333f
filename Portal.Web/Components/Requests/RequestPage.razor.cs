using Microsoft.AspNetCore.Components;
using Portal.Data.Requests;
using Portal.Domain;
using Portal.Domain.Approvals;
using Portal.Domain.Controls;
using Portal.Domain.Identity;
using Portal.Domain.Planning.Document;
using Portal.Domain.Requests;
using Portal.Web.Approvals;
using Portal.Web.Components.Controls;
using Portal.Web.Components.Kit;
using Portal.Web.Controls;
using Portal.Web.Requests;
using Radzen;

namespace Portal.Web.Components.Requests;

/// <summary>One request with its plan, and what its people may do next.</summary>
public sealed partial class RequestPage
{
    private RequestView? request;
    private PlanFolder? folder;
    private string sheet = "";
    private AskedRecovery asked = new(null, null, null);
    private IReadOnlyList<Approval> decisions = [];
    private IReadOnlyList<Problem> refusals = [];
    private StandingPlan? standing;
    private IReadOnlyList<Problem> waiverFaults = [];
    private string? whyNotWaive;
    private bool submitting;
    private bool waiving;

    [Inject]
    private RequestService Requests { get; set; } = default!;

    [Inject]
    private ApprovalService Approvals { get; set; } = default!;

    [Inject]
    private WaiverService Waivers { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [Inject]
    private NotificationService Notifications { get; set; } = default!;

    [Parameter]
    public string RequestKey { get; set; } = "";

    /// <summary>Which part of the plan is open; stands in the address.</summary>
    [SupplyParameterFromQuery(Name = "part")]
    private string? Part { get; set; }

    private string Open => PlanTabs.Any(t => t.Key == Part) ? Part! : "overview";

    private IReadOnlyList<TabItem> PlanTabs => folder is { Plan.Feasible: true }
        ? [new("overview", "Overview"), new("cost", "Cost"), new("decisions", "Decisions"), .. ControlTab, new("stacks", $"Stacks ({folder.Plan.Stacks.Count})"), new("sheet", "Sheet")]
        : [new("overview", "Overview"), new("sheet", "Sheet")];

    private IEnumerable<TabItem> ControlTab => standing is not { Controls: { Count: > 0 } controls } ? [] : [new("controls", "Controls", controls.Count(c => c.Finding.Status == FindingStatus.Failed))];

    protected override async Task LoadAsync()
    {
        request = RequestId.TryParse(RequestKey, out var id) ? (await Requests.FindAsync(Actor, id, Gone)).Value : null;
        standing = request is null ? null : (await Waivers.PlanAsync(Actor, id, Gone)).Value;
        folder = standing?.Shown;
        if (request is not null)
        {
            whyNotWaive = (await Waivers.MayAsync(Actor, id, Gone)).Problems is [var why, ..] ? why.Message : null;
            sheet = (await Requests.SheetAsync(Actor, id, Gone)).Value ?? "";
            asked = AskedRecovery.Of(new SheetDraft(sheet));
            decisions = (await Approvals.OfAsync(Actor, id, Gone)).Value ?? [];
        }
    }

    private void Show(string part) =>
        Navigation.NavigateTo(Navigation.GetUriWithQueryParameter("part", part == "overview" ? null : part), replace: true);

    private Task WaiveAsync(WaiverAsked asked) =>
        ChangeAsync(async actor => (await Waivers.GiveAsync(actor, request!.Id, asked.Control, asked.Reason, asked.Until, Gone)).Problems);

    private Task WithdrawAsync(string control) =>
        ChangeAsync(async actor => (await Waivers.WithdrawAsync(actor, request!.Id, control, Gone)).Problems);

    private async Task ChangeAsync(Func<Actor, Task<IReadOnlyList<Problem>>> change)
    {
        waiving = true;
        waiverFaults = await change(await AskActorAsync());
        waiving = false;
        if (waiverFaults.Count == 0)
        {
            await ReloadAsync();
        }
    }

    private async Task SubmitAsync()
    {
        submitting = true;
        var answer = await Requests.SubmitAsync(await AskActorAsync(), request!.Id, Gone);
        submitting = false;
        refusals = answer.Problems;
        if (answer.IsOk)
        {
            Notifications.Notify(NotificationSeverity.Success, "Approval asked for", "An approver decides about exactly this plan.");
            await ReloadAsync();
        }
    }
}
