using System.Net.Mime;

namespace Portal.Web.Api;

/// <summary><c>/openapi/v1.json</c>: written by hand in <c>openapi.json</c>; a test holds it against the routes and their answers.</summary>
internal static class OpenApiCall
{
    private const string Resource = "openapi.json";

    public static void MapOpenApi(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/openapi/v1.json", () => Results.Stream(typeof(OpenApiCall).Assembly.GetManifestResourceStream(Resource)!, MediaTypeNames.Application.Json)).AllowAnonymous();
}
