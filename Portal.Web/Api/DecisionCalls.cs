using Portal.Domain;
using Portal.Domain.Approvals;
using Portal.Domain.Planning.Document;
using Portal.Domain.Requests;
using Portal.Web.Approvals;
using Portal.Web.Identity;
using Portal.Web.Requests;

namespace Portal.Web.Api;

/// <summary>Decisions about a request.</summary>
internal static class DecisionCalls
{
    private const int LongestComment = 4_000;

    public static void MapDecisions(this IEndpointRouteBuilder calls)
    {
        calls.MapPost("/requests/{id:guid}/decisions", DecideAsync);
        calls.MapGet("/requests/{id:guid}/decisions", ListAsync);
    }

    private static async Task<IResult> DecideAsync(HttpContext context, RequestService requests, ApprovalService approvals, RequestId id, CancellationToken cancellationToken)
    {
        var found = await requests.FindAsync(context.Actor(), id, cancellationToken);
        if (!found.IsOk)
        {
            return found.AsNo().ToResult();
        }

        var body = await Body.JsonAsync<DecisionBody>(context.Request, cancellationToken);
        if (body is not { IsOk: true, Value: var sent })
        {
            return body.AsNo().ToResult();
        }

        if (!Wire.TryParse<ApprovalDecision>(sent.Decision ?? "", out var decision))
        {
            return Answers.Faults(new Problem("decision", $"It may be {string.Join(", ", Wire.All<ApprovalDecision>())}."));
        }

        if (sent.Comment is { Length: > LongestComment })
        {
            return Answers.Faults(new Problem("comment", $"At most {LongestComment} characters."));
        }

        var decided = await approvals.DecideAsync(context.Actor(), id, decision, new Digest(sent.Digest ?? ""), sent.Comment, sent.Waivers, cancellationToken);
        return decided.ToResult(r => Results.Ok(RequestJson.Of(r)));
    }

    private static async Task<IResult> ListAsync(HttpContext context, ApprovalService approvals, RequestId id, CancellationToken cancellationToken) =>
        (await approvals.OfAsync(context.Actor(), id, cancellationToken)).ToResult(all =>
            Results.Ok(new Page<DecisionJson>([.. all.Select(DecisionJson.Of)], Next: null)));

    private sealed record DecisionBody(string? Decision, string? Digest, string? Comment, IReadOnlyList<AcceptedWaiver>? Waivers);
}
