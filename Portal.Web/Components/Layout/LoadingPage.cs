using Microsoft.AspNetCore.Components;
using Portal.Domain.Identity;
using Portal.Web.Identity;

namespace Portal.Web.Components.Layout;

/// <summary>
/// The shape that every data page has: loading, failed, then empty or content. The page says what to load and what it shows. What is rendered
/// before there is a circuit stays at loading: a button that looks alive and is not would swallow the first click.
/// </summary>
public abstract partial class LoadingPage : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource gone = new();

    [Inject]
    private ActorAccessor Actors { get; set; } = default!;

    [Inject]
    private ILoggerFactory Loggers { get; set; } = default!;

    protected bool Loading { get; private set; } = true;

    protected bool Failed { get; private set; }

    /// <summary>Cancelled when the reader leaves the page.</summary>
    protected CancellationToken Gone => gone.Token;

    protected Actor Actor { get; private set; } = default!;

    protected override Task OnParametersSetAsync() => ReloadAsync();

    protected async Task ReloadAsync()
    {
        Failed = false;
        if (!RendererInfo.IsInteractive)
        {
            return;
        }

        try
        {
            Actor = await AskActorAsync();
            await LoadAsync();
        }
        catch (Exception exception) when (!gone.IsCancellationRequested)
        {
            CannotLoad(Loggers.CreateLogger(GetType()), exception);
            Failed = true;
        }

        Loading = false;
    }

    /// <summary>Asked anew before every command: rights may have changed since the page opened.</summary>
    protected async Task<Actor> AskActorAsync() =>
        Actor = await Actors.CurrentAsync(Gone) ?? throw new UnauthorizedAccessException("Nobody is signed in.");

    protected abstract Task LoadAsync();

    protected virtual void Dispose(bool disposing)
    {
        if (disposing && !gone.IsCancellationRequested)
        {
            gone.Cancel();
            gone.Dispose();
        }
    }

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A page could not load its data")]
    private static partial void CannotLoad(ILogger logger, Exception exception);
}
