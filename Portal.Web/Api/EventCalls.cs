using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Mvc;
using Portal.Data.Environments;
using Portal.Domain;
using Portal.Domain.Environments;
using Portal.Domain.Identity;
using Portal.Web.Environments;
using Portal.Web.Identity;

namespace Portal.Web.Api;

/// <summary>What happens to an environment: as pages of JSON, or as a stream that a client picks up where it broke off.</summary>
internal static class EventCalls
{
    private const string Stream = "text/event-stream";

    public static void MapEvents(this IEndpointRouteBuilder calls) => calls.MapGet("/environments/{id:guid}/events", EventsAsync);

    private static async Task<IResult> EventsAsync(
        HttpContext context,
        EnvironmentService environments,
        LiveEnvironments live,
        EnvironmentId id,
        long? cursor,
        int? take,
        [FromHeader(Name = "Last-Event-ID")] string? lastEventId,
        CancellationToken cancellationToken)
    {
        if (context.Request.Headers.Accept.ToString().Contains(Stream, StringComparison.OrdinalIgnoreCase))
        {
            var position = await environments.PositionAsync(context.Actor(), id, lastEventId, cancellationToken);
            return position.ToResult(p => TypedResults.ServerSentEvents(ItemsAsync(live, context.Actor(), id, p.Seq, cancellationToken)));
        }

        var size = Page.Size(take);
        var page = await environments.EventsAsync(context.Actor(), id, cursor ?? 0, size + 1, cancellationToken);
        return page.ToResult(rows => Results.Ok(Page.Of(rows, size, e => $"{e.Seq}", EventJson.Of)));
    }

    private static async IAsyncEnumerable<SseItem<EventJson>> ItemsAsync(LiveEnvironments live, Actor actor, EnvironmentId id, long afterSeq, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var update in live.Subscribe(actor, id, afterSeq, cancellationToken))
        {
            foreach (var row in update.Events)
            {
                yield return new SseItem<EventJson>(EventJson.Of(row), Wire.Name(row.Kind)) { EventId = row.EventId };
            }
        }
    }
}
