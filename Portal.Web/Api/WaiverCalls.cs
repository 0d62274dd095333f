using Portal.Domain.Requests;
using Portal.Web.Controls;
using Portal.Web.Identity;

namespace Portal.Web.Api;

/// <summary>Waivers of a request's failed controls. A control's id holds slashes, so it stands in the query and not in the path.</summary>
internal static class WaiverCalls
{
    public static void MapWaivers(this IEndpointRouteBuilder calls)
    {
        calls.MapPost("/requests/{id:guid}/waivers", GiveAsync);
        calls.MapGet("/requests/{id:guid}/waivers", ListAsync);
        calls.MapDelete("/requests/{id:guid}/waivers", WithdrawAsync);
    }

    private static async Task<IResult> GiveAsync(HttpContext context, WaiverService waivers, RequestId id, CancellationToken cancellationToken)
    {
        var may = await waivers.MayAsync(context.Actor(), id, cancellationToken);
        if (!may.IsOk)
        {
            return may.AsNo().ToResult();
        }

        var body = await Body.JsonAsync<WaiverBody>(context.Request, cancellationToken);
        if (body is not { IsOk: true, Value: var sent })
        {
            return body.AsNo().ToResult();
        }

        var given = await waivers.GiveAsync(context.Actor(), id, sent.Control ?? "", sent.Reason ?? "", sent.Until, cancellationToken);
        return given.ToResult(waiver => Results.Created($"{PortalApi.Root}/requests/{id}/waivers", WaiverJson.Of(waiver)));
    }

    private static async Task<IResult> ListAsync(HttpContext context, WaiverService waivers, StandingPlans plans, RequestId id, CancellationToken cancellationToken) =>
        (await waivers.HistoryAsync(context.Actor(), id, cancellationToken)).ToResult(all =>
            Results.Ok(new Page<WaiverJson>([.. all.Select(view => WaiverJson.Of(view, plans.Today))], Next: null)));

    private static async Task<IResult> WithdrawAsync(HttpContext context, WaiverService waivers, RequestId id, string? control, CancellationToken cancellationToken) =>
        (await waivers.WithdrawAsync(context.Actor(), id, control ?? "", cancellationToken)).ToResult(_ => Results.NoContent());

    private sealed record WaiverBody(string? Control, string? Reason, DateOnly? Until);
}
