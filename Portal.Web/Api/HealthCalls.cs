using Portal.Data.Storage;

namespace Portal.Web.Api;

/// <summary><c>/healthz</c>: the process answers. <c>/readyz</c>: its database does, too, and is up to date.</summary>
internal static class HealthCalls
{
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/healthz", () => Results.Ok(new { status = "healthy" })).AllowAnonymous();
        routes.MapGet("/readyz", ReadyAsync).AllowAnonymous();
    }

    private static async Task<IResult> ReadyAsync(Migrator migrator, CancellationToken cancellationToken) =>
        await migrator.IsCurrentAsync(cancellationToken)
            ? Results.Ok(new { status = "ready" })
            : Results.Problem(statusCode: StatusCodes.Status503ServiceUnavailable, title: "The database does not answer or is not up to date.");
}
