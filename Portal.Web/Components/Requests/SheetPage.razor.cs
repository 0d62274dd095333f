using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using Portal.Data.Requests;
using Portal.Domain;
using Portal.Domain.Planning.Document;
using Portal.Domain.Requests;
using Portal.Web.Requests;
using Radzen;

namespace Portal.Web.Components.Requests;

/// <summary>A new request, or a new revision of one: the sheet on the left, what it means on the right.</summary>
public sealed partial class SheetPage
{
    private SheetForm? form;
    private LivePlanning? planning;
    private KeptDraft? kept;
    private RequestView? request;
    private SheetSection section = SheetSection.Basics;
    private IReadOnlyList<Problem> refusals = [];
    private IReadOnlyList<string> teams = [];
    private string? refusedText;
    private string nothing = "";
    private string? started = Preset.All[0].Key;
    private string? focus;
    private bool saving;
    private bool restored;

    [Inject]
    private RequestService Requests { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [Inject]
    private NotificationService Notifications { get; set; } = default!;

    [Inject]
    private TimeProvider Clock { get; set; } = default!;

    [Inject]
    private IJSRuntime Js { get; set; } = default!;

    /// <summary>Null for a new request.</summary>
    [Parameter]
    public string? RequestKey { get; set; }

    private bool IsNew => RequestKey is null;

    /// <summary>Why it was not saved, as far as the sheet has not changed since: only the store knows that a name is taken.</summary>
    private IReadOnlyList<Problem> Remaining => [.. refusals.Where(p => form!.Draft.Text == refusedText || planning!.Problems.Contains(p))];

    protected override async Task LoadAsync()
    {
        teams = [.. Actor.Teams.Where(Actor.MayRequestFor).Order(StringComparer.Ordinal)];
        if (await StartTextAsync() is { } text)
        {
            var actor = Actor;
            form = new SheetForm(text);
            planning = new LivePlanning(sheet => Requests.Preview(actor, sheet), Clock);
            kept = new KeptDraft(Js, $"portal-draft-{Actor.UserName}-{(request is null ? "new" : $"{request.Id}-{request.Digest.Abbreviated}")}");
            form.Changed += OnChanged;
        }
    }

    /// <summary>The text one starts from; null where there is nothing to write here.</summary>
    private async Task<string?> StartTextAsync()
    {
        if (IsNew)
        {
            nothing = "You cannot ask for an environment";
            return teams.Count == 0 ? null : SheetStart.From(Preset.All[0], written: null, teams, Clock.GetUtcNow());
        }

        nothing = "There is no such request that you could change";
        if (!RequestId.TryParse(RequestKey, out var id) || await Requests.FindAsync(Actor, id, Gone) is not { IsOk: true, Value: var found } || !RequestRights.MayChange(Actor, found))
        {
            return null;
        }

        request = found;
        return (await Requests.SheetAsync(Actor, id, Gone)).Value;
    }

    /// <summary>The form is there at once; the browser's draft and the first design follow once there is a browser.</summary>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (form is not null && !restored)
        {
            restored = true;
            if (await kept!.ReadAsync(Gone) is { Length: > 0 } text && text != form.Draft.Text)
            {
                started = null;
                form.Draft.Replace(text);
            }

            OnChanged();
        }

        if (focus is not null)
        {
            var selector = focus;
            focus = null;
            await Js.InvokeVoidAsync("portal.focus", Gone, selector);
        }
    }

    private void OnChanged() => _ = InvokeAsync(FollowAsync);

    /// <summary>After every change: keep the text, plan it, show what it means. A failure here is the page's, not the process's.</summary>
    private async Task FollowAsync()
    {
        try
        {
            StateHasChanged();
            await kept!.KeepAsync(form!.Draft.Text, Gone);
            if (await planning!.RunAsync(form.Draft))
            {
                form.Problems = [.. planning.Problems.Union(Remaining)];
                StateHasChanged();
            }
        }
        catch (Exception exception) when (exception is JSDisconnectedException or OperationCanceledException)
        {
            // The reader has left.
        }
        catch (Exception exception)
        {
            await DispatchExceptionAsync(exception);
        }
    }

    private void StartFrom(Preset preset)
    {
        started = preset.Key;
        form!.ShowsAll = false;
        refusals = [];
        form.Replace(SheetStart.From(preset, form.Draft, teams, Clock.GetUtcNow()));
    }

    private void Relax(Relaxation relaxation)
    {
        foreach (var (path, value) in relaxation.Change)
        {
            switch (value)
            {
                case JsonArray list:
                    form!.SetList(path, list.Select(item => item?.ToString() ?? ""));
                    break;
                default:
                    form!.Set(path, value is JsonValue scalar && scalar.TryGetValue<bool>(out var on) ? on ? "true" : "false" : value?.ToString());
                    break;
            }
        }
    }

    private Task GoToAsync(string path)
    {
        section = SheetSection.Of(path);
        focus = section == SheetSection.Yaml ? "#sheet-yaml" : $"#{FieldId.Of(path.Split('[')[0])}";
        return Task.CompletedTask;
    }

    private async Task SaveAsync()
    {
        saving = true;
        var actor = await AskActorAsync();
        var text = form!.Draft.Text;
        var answer = request is null
            ? await Requests.CreateAsync(actor, text, Gone)
            : await Requests.ReviseAsync(actor, request.Id, request.Digest, text, Gone);
        saving = false;
        if (answer.IsOk)
        {
            await kept!.ForgetAsync(Gone);
            Notifications.Notify(NotificationSeverity.Success, "Saved", $"{answer.Value.Name} is planned; ask for approval when you are content.");
            Navigation.NavigateTo($"/requests/{answer.Value.Id}");
            return;
        }

        (refusals, refusedText) = (answer.Problems, text);
        form.ShowsAll = true;
        form.Problems = [.. planning!.Problems.Union(answer.Problems)];
        section = SheetSection.Of(answer.Problems[0].Path);
    }

    protected override void Dispose(bool disposing)
    {
        planning?.Dispose();
        base.Dispose(disposing);
    }
}
