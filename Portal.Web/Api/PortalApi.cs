using Microsoft.AspNetCore.Mvc;
using Portal.Domain;
using Portal.Domain.Planning.Document;

namespace Portal.Web.Api;

/// <summary>The HTTP API of the contract, section 5: each noun maps its own calls.</summary>
internal static class PortalApi
{
    public const string Root = "/api/v1";
    public const int BodyLimit = 256 * 1024;

    public static void AddApi(this WebApplicationBuilder builder)
    {
        builder.Services.AddProblemDetails();
        builder.Services.ConfigureHttpJsonOptions(o =>
        {
            o.SerializerOptions.Encoder = PlanJson.Options.Encoder;
            o.SerializerOptions.Converters.Add(new WireEnumConverter());
            o.SerializerOptions.Converters.Add(new InstantConverter());
        });
    }

    public static void MapApi(this WebApplication app)
    {
        var calls = app.MapGroup(Root)
            .RequireAuthorization()
            .DisableAntiforgery()
            .WithMetadata(new RequestSizeLimitAttribute(BodyLimit))
            .AddEndpointFilter(BrowserGuard.CheckAsync);
        calls.MapRequests();
        calls.MapDecisions();
        calls.MapWaivers();
        calls.MapEnvironments();
        calls.MapEvents();
        app.MapOpenApi();
    }
}
