using Portal.Data.Deployments;
using Portal.Domain;
using Portal.Domain.Environments;
using Portal.Web.Environments;
using Portal.Web.Identity;

namespace Portal.Web.Api;

/// <summary>Environments: what runs, its stacks, and what one may ask of it.</summary>
internal static class EnvironmentCalls
{
    public static void MapEnvironments(this IEndpointRouteBuilder calls)
    {
        calls.MapGet("/environments", ListAsync);
        calls.MapGet("/environments/{id:guid}", FindAsync);
        calls.MapGet("/environments/{id:guid}/health", HealthAsync);
        calls.MapGet("/environments/{id:guid}/stacks", StacksAsync);
        calls.MapPost("/environments/{id:guid}/actions", ActAsync);
    }

    private static async Task<IResult> ListAsync(HttpContext context, EnvironmentService environments, EnvironmentId? cursor, int? take, CancellationToken cancellationToken)
    {
        var size = Page.Size(take);
        var rows = await environments.ListAsync(context.Actor(), cursor, size + 1, cancellationToken);
        return Results.Ok(Page.Of(rows, size, e => e.Id.ToString(), e => EnvironmentJson.Of(e)));
    }

    private static async Task<IResult> FindAsync(HttpContext context, EnvironmentService environments, EnvironmentId id, CancellationToken cancellationToken)
    {
        var found = await environments.FindAsync(context.Actor(), id, cancellationToken);
        if (found is not { IsOk: true, Value: var environment })
        {
            return found.AsNo().ToResult();
        }

        var deployment = await environments.DeploymentAsync(context.Actor(), id, cancellationToken);
        return Results.Ok(EnvironmentJson.Of(environment, deployment.Value));
    }

    /// <summary>Nothing measures health yet, and a running stack is no proof of it.</summary>
    private static async Task<IResult> HealthAsync(HttpContext context, EnvironmentService environments, TimeProvider clock, EnvironmentId id, CancellationToken cancellationToken) =>
        (await environments.FindAsync(context.Actor(), id, cancellationToken)).ToResult(_ => Results.Ok(new { Status = "unknown", Reasons = new[] { "Health is not measured yet." }, At = clock.GetUtcNow() }));

    private static async Task<IResult> StacksAsync(HttpContext context, EnvironmentService environments, EnvironmentId id, CancellationToken cancellationToken) =>
        (await environments.DeploymentAsync(context.Actor(), id, cancellationToken)).ToResult(d => Results.Ok(new Page<StackDeploymentView>(d.Stacks, Next: null)));

    private static async Task<IResult> ActAsync(HttpContext context, EnvironmentService environments, EnvironmentId id, CancellationToken cancellationToken)
    {
        var found = await environments.FindAsync(context.Actor(), id, cancellationToken);
        if (!found.IsOk)
        {
            return found.AsNo().ToResult();
        }

        var body = await Body.JsonAsync<ActionBody>(context.Request, cancellationToken);
        if (body is not { IsOk: true, Value: var sent })
        {
            return body.AsNo().ToResult();
        }

        if (!Wire.TryParse<EnvironmentAction>(sent.Action ?? "", out var action))
        {
            return Answers.Faults(new Problem("action", $"It may be {string.Join(", ", Wire.All<EnvironmentAction>())}."));
        }

        var acted = await environments.ActAsync(context.Actor(), id, action, cancellationToken);
        return acted.ToResult(a => Results.Accepted(value: ActionJson.Of(a)));
    }

    private sealed record ActionBody(string? Action);
}
