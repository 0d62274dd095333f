using Portal.Data.Storage;

namespace Portal.Web.Api;

/// <summary><c>/healthz</c>: the process answers. <c>/readyz</c>: its database does, too, and is up to date. <c>/metrics</c>: how many there are of what.</summary>
internal static class HealthCalls
{
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/healthz", () => Results.Ok(new { status = "healthy" })).AllowAnonymous();
        routes.MapGet("/readyz", ReadyAsync).AllowAnonymous();
        routes.MapGet("/metrics", MetricsAsync).AllowAnonymous();
    }

    private static async Task<IResult> ReadyAsync(Migrator migrator, CancellationToken cancellationToken) =>
        await migrator.IsCurrentAsync(cancellationToken)
            ? Results.Ok(new { status = "ready" })
            : Results.Problem(statusCode: StatusCodes.Status503ServiceUnavailable, title: "The database does not answer or is not up to date.");

    private static async Task<IResult> MetricsAsync(StateCounts counts, CancellationToken cancellationToken) => Results.Text(
        PrometheusText.Gauge("portal_requests", "Requests by state.", await counts.RequestsAsync(cancellationToken)) +
        PrometheusText.Gauge("portal_environments", "Environments by state.", await counts.EnvironmentsAsync(cancellationToken)) +
        PrometheusText.Gauge("portal_deployments", "Deployments by state.", await counts.DeploymentsAsync(cancellationToken)),
        PrometheusText.ContentType);
}
