using Microsoft.AspNetCore.Components;
using Portal.Data.Environments;
using Portal.Domain;
using Portal.Domain.Environments;
using Portal.Domain.Planning.Document;
using Portal.Domain.Requests;
using Portal.Web.Drawing;
using Portal.Web.Environments;
using Portal.Web.Requests;
using Radzen;

namespace Portal.Web.Components.Environments;

/// <summary>One environment, live: a snapshot first, then every change until the reader leaves.</summary>
public sealed partial class EnvironmentPage
{
    private const int EventsShown = 500;
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);

    private readonly List<EventRow> events = [];
    private LiveUpdate? live;
    private DeploymentTimeline? timeline;
    private Plan? plan;
    private IReadOnlyDictionary<string, IReadOnlyList<string>> dependsOn = new Dictionary<string, IReadOnlyList<string>>();
    private IReadOnlyList<Problem> refusals = [];
    private RequestId? asked;
    private bool destroying;
    private bool acting;
    private bool following;

    [Inject]
    private EnvironmentService Environments { get; set; } = default!;

    [Inject]
    private LiveEnvironments Live { get; set; } = default!;

    [Inject]
    private RequestService Requests { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [Inject]
    private NotificationService Notifications { get; set; } = default!;

    [Inject]
    private TimeProvider Clock { get; set; } = default!;

    [Parameter]
    public string EnvironmentKey { get; set; } = "";

    private string? Address => live is { Environment.State: EnvironmentState.Running, Deployment: { } deployment } ? Endpoint.Of(deployment.Stacks, plan) : null;

    protected override async Task LoadAsync()
    {
        if (!EnvironmentId.TryParse(EnvironmentKey, out var id) || await Environments.FindAsync(Actor, id, Gone) is not { IsOk: true, Value: var environment })
        {
            live = null;
            return;
        }

        plan = (await Requests.FolderAsync(Actor, environment.RequestId, Gone)).Value?.Plan;
        dependsOn = plan?.Stacks.ToDictionary(s => s.Name, s => s.DependsOn, StringComparer.Ordinal) ?? dependsOn;
        var deployment = (await Environments.DeploymentAsync(Actor, id, Gone)).Value;
        events.Clear();
        var happened = (await Environments.EventsAsync(Actor, id, afterSeq: 0, EventsShown, Gone)).Value ?? [];
        Take(new LiveUpdate(environment, deployment, happened, happened.Count > 0 ? happened[^1].Seq : 0));
    }

    /// <summary>Only a circuit follows; the first, static rendering shows the snapshot.</summary>
    protected override void OnAfterRender(bool firstRender)
    {
        if (live is not null && !following)
        {
            following = true;
            _ = InvokeAsync(FollowAsync);
            _ = InvokeAsync(BeatAsync);
        }
    }

    private async Task FollowAsync()
    {
        try
        {
            await foreach (var update in Live.Subscribe(Actor, live!.Environment.Id, live.LastSeq, Gone))
            {
                Take(update);
                StateHasChanged();
            }
        }
        catch (OperationCanceledException)
        {
            // The reader has left.
        }
        catch (Exception exception)
        {
            await DispatchExceptionAsync(exception);
        }
    }

    /// <summary>Bars grow and times pass while nothing new arrives.</summary>
    private async Task BeatAsync()
    {
        using var timer = new PeriodicTimer(Beat, Clock);
        try
        {
            while (await timer.WaitForNextTickAsync(Gone))
            {
                if (live is { Deployment.EndedAt: null })
                {
                    Redraw();
                    StateHasChanged();
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The reader has left.
        }
    }

    private void Take(LiveUpdate update)
    {
        live = update;
        foreach (var row in update.Events)
        {
            events.Insert(0, row);
        }

        if (events.Count > EventsShown)
        {
            events.RemoveRange(EventsShown, events.Count - EventsShown);
        }

        Redraw();
    }

    private void Redraw() => timeline = live?.Deployment is { } deployment ? DeploymentTimeline.Of(deployment, dependsOn, Clock.GetUtcNow()) : null;

    private Task ChooseAsync(EnvironmentAction action)
    {
        if (action != EnvironmentAction.Destroy)
        {
            return ActAsync(action);
        }

        destroying = true;
        return Task.CompletedTask;
    }

    private async Task ActAsync(EnvironmentAction action)
    {
        destroying = false;
        acting = true;
        var answer = await Environments.ActAsync(await AskActorAsync(), live!.Environment.Id, action, Gone);
        acting = false;
        refusals = answer.Problems;
        asked = answer.Value?.RequestId;
        if (answer.IsOk && asked is null)
        {
            Notifications.Notify(NotificationSeverity.Info, "On its way", $"{action} of {live.Environment.Name} has been set going.");
        }
    }
}
