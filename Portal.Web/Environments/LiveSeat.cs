namespace Portal.Web.Environments;

/// <summary>One viewer of a watch. Not for two threads at once.</summary>
internal sealed class LiveSeat(LiveWatch watch, Action<LiveWatch> onEmpty) : IDisposable
{
    private int seen;

    /// <summary>Waits for something new; null when the process stops.</summary>
    public async Task<LiveUpdate?> NextAsync(long seq, CancellationToken cancellationToken)
    {
        while (true)
        {
            var (state, ended, changed) = watch.Look();
            if (state is { Environment: { } environment } && (state.Version != seen || state.LastSeq > seq))
            {
                var events = await watch.EventsAfterAsync(state, seq, cancellationToken);
                seen = state.Version;
                return new LiveUpdate(environment, state.Deployment, events, events.Count > 0 ? events[^1].Seq : seq);
            }

            if (ended)
            {
                return null;
            }

            await changed.WaitAsync(cancellationToken);
        }
    }

    public void Dispose() => watch.Leave(onEmpty);
}
