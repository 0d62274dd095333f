using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Portal.Data.Environments;
using Portal.Domain.Environments;
using Portal.Domain.Identity;

namespace Portal.Web.Environments;

/// <summary>
/// Live views of environments for every circuit and event stream of this process. Whatever the number of viewers, each watched environment is
/// read once an interval; a slow viewer skips states, never events.
/// </summary>
public sealed class LiveEnvironments(EnvironmentStore environments, EventStore events, TimeProvider clock, IHostApplicationLifetime host, ILogger<LiveEnvironments> logger)
{
    private readonly ConcurrentDictionary<EnvironmentId, LiveWatch> watches = new();

    /// <summary>
    /// How the environment stands with the events after <paramref name="afterSeq"/>, then an update for every change until cancelled or the
    /// process stops. Ends at once for what the actor may not see.
    /// </summary>
    public async IAsyncEnumerable<LiveUpdate> Subscribe(Actor actor, EnvironmentId id, long afterSeq, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (await environments.FindAsync(id, cancellationToken) is not { } environment || !actor.Sees(environment.Team))
        {
            yield break;
        }

        using var seat = SeatAt(id);
        var seq = afterSeq;
        while (await seat.NextAsync(seq, cancellationToken) is { } update)
        {
            seq = update.LastSeq;
            yield return update;
        }
    }

    private LiveSeat SeatAt(EnvironmentId id)
    {
        while (true)
        {
            var watch = watches.GetOrAdd(id, key => new LiveWatch(key, environments, events, clock, logger));
            if (watch.TryJoin(last => watches.TryRemove(KeyValuePair.Create(id, last)), host.ApplicationStopping) is { } seat)
            {
                return seat;
            }
        }
    }
}
