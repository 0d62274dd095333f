using System.Net.Mime;
using Microsoft.AspNetCore.Mvc;
using Portal.Domain;
using Portal.Domain.Planning.Document;
using Portal.Domain.Requests;
using Portal.Web.Controls;
using Portal.Web.Identity;
using Portal.Web.Requests;

namespace Portal.Web.Api;

/// <summary>Requests: hand in, look at, revise, submit.</summary>
internal static class RequestCalls
{
    public static void MapRequests(this IEndpointRouteBuilder calls)
    {
        calls.MapPost("/requests", CreateAsync);
        calls.MapGet("/requests", ListAsync);
        calls.MapGet("/requests/{id:guid}", FindAsync);
        calls.MapPut("/requests/{id:guid}", ReviseAsync);
        calls.MapPost("/requests/{id:guid}/submit", SubmitAsync);
        calls.MapGet("/requests/{id:guid}/plan", PlanAsync);
        calls.MapGet("/requests/{id:guid}/templates/{stack}", TemplateAsync);
        calls.MapGet("/requests/{id:guid}/export", ExportAsync);
    }

    private static async Task<IResult> CreateAsync(HttpContext context, RequestService requests, CancellationToken cancellationToken)
    {
        if (!Body.IsSheet(context.Request))
        {
            return Body.NotASheet();
        }

        var text = await Body.TextAsync(context.Request, cancellationToken);
        var created = text.IsOk ? await requests.CreateAsync(context.Actor(), text.Value, cancellationToken) : text.AsNo();
        return created.ToResult(r => Results.Created($"{PortalApi.Root}/requests/{r.Id}", RequestJson.Of(r)));
    }

    private static async Task<IResult> ListAsync(HttpContext context, RequestService requests, string? state, RequestId? cursor, int? take, CancellationToken cancellationToken)
    {
        RequestState? wanted = null;
        if (state is not null)
        {
            if (!Wire.TryParse<RequestState>(state, out var known))
            {
                return Answers.Faults(new Problem("state", $"Not a state; it may be {string.Join(", ", Wire.All<RequestState>())}."));
            }

            wanted = known;
        }

        var size = Page.Size(take);
        var rows = await requests.ListAsync(context.Actor(), wanted, cursor, size + 1, cancellationToken);
        return Results.Ok(Page.Of(rows, size, r => r.Id.ToString(), RequestJson.Of));
    }

    private static async Task<IResult> FindAsync(HttpContext context, RequestService requests, RequestId id, CancellationToken cancellationToken)
    {
        var found = await requests.FindAsync(context.Actor(), id, cancellationToken);
        return found.ToResult(r =>
        {
            context.Response.Headers.ETag = $"\"{r.Digest}\"";
            return Results.Ok(RequestJson.Of(r));
        });
    }

    private static async Task<IResult> ReviseAsync(HttpContext context, RequestService requests, RequestId id, [FromHeader(Name = "If-Match")] string? ifMatch, CancellationToken cancellationToken)
    {
        var found = await requests.FindAsync(context.Actor(), id, cancellationToken);
        if (found is not { IsOk: true, Value: var current })
        {
            return found.AsNo().ToResult();
        }

        if (ifMatch is null || !Body.IsSheet(context.Request))
        {
            return ifMatch is null ? Results.Problem(statusCode: StatusCodes.Status428PreconditionRequired, title: "Say which digest you revise in If-Match.") : Body.NotASheet();
        }

        var expected = new Digest(ifMatch.Trim().Trim('"'));
        if (expected != current.Digest)
        {
            return Results.Problem(statusCode: StatusCodes.Status412PreconditionFailed, title: "The plan changed since you looked.", detail: $"Its digest is {current.Digest} now.");
        }

        var text = await Body.TextAsync(context.Request, cancellationToken);
        var revised = text.IsOk ? await requests.ReviseAsync(context.Actor(), id, expected, text.Value, cancellationToken) : text.AsNo();
        return revised.ToResult(r => Results.Ok(RequestJson.Of(r)));
    }

    private static async Task<IResult> SubmitAsync(HttpContext context, RequestService requests, RequestId id, CancellationToken cancellationToken) =>
        (await requests.SubmitAsync(context.Actor(), id, cancellationToken)).ToResult(r => Results.Ok(RequestJson.Of(r)));

    private static async Task<IResult> PlanAsync(HttpContext context, WaiverService waivers, RequestId id, CancellationToken cancellationToken) =>
        (await waivers.PlanAsync(context.Actor(), id, cancellationToken)).ToResult(plan => Results.Text(plan.Document, MediaTypeNames.Application.Json));

    private static async Task<IResult> TemplateAsync(HttpContext context, RequestService requests, RequestId id, string stack, CancellationToken cancellationToken) =>
        (await requests.FolderAsync(context.Actor(), id, cancellationToken)).ToResult(folder =>
            folder.Plan.Stacks.FirstOrDefault(s => s.Name == stack) is { } planned ? Results.Text(folder.Template(planned), "application/yaml") : Answers.Missing());

    private static async Task<IResult> ExportAsync(HttpContext context, RequestService requests, RequestId id, CancellationToken cancellationToken) =>
        (await requests.ExportAsync(context.Actor(), id, cancellationToken)).ToResult(folder =>
            Results.File(PlanArchive.Of(folder), MediaTypeNames.Application.Zip, $"{folder.Plan.Team}-{folder.Plan.Name}-{folder.Plan.Digest.Abbreviated}.zip"));
}
