using System.Net;
using Microsoft.AspNetCore.Diagnostics;
using Portal.Web.Identity;

namespace Portal.Web.Hosting;

/// <summary>What holds for every answer and every connection, whoever asks.</summary>
internal static class Security
{
    // Styles may be inline: Radzen sets style attributes. Scripts may not. Blazor needs its base element.
    private const string ContentPolicy =
        "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; " +
        "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    public static void UseSecurity(this WebApplication app)
    {
        app.Use(AddHeaders);
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = ExplainAsync, StatusCodeSelector = Status });
        // At the top of the pipeline: in a branch of it the second run would find no route. The API answers for itself below.
        app.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
        app.Use(OnlyWhatIsMissing);
        app.UseWhen(context => context.Request.Path.StartsWithSegments("/api"), api => api.UseStatusCodePages());
        app.Use(RefuseForeignSockets);
        if (SignInSettings.From(app.Configuration).LoopbackOnly)
        {
            app.Use(RefuseOtherMachines);
        }

        if (!app.Environment.IsDevelopment())
        {
            app.UseHsts();
        }
    }

    private static Task AddHeaders(HttpContext context, RequestDelegate next)
    {
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            headers.ContentSecurityPolicy = ContentPolicy;
            headers.XContentTypeOptions = "nosniff";
            headers.XFrameOptions = "DENY";
            headers["Referrer-Policy"] = "same-origin";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
            return Task.CompletedTask;
        });
        return next(context);
    }

    /// <summary>A WebSocket is not bound by the same-origin rule, so a circuit asks where its page came from.</summary>
    private static Task RefuseForeignSockets(HttpContext context, RequestDelegate next)
    {
        var origin = context.Request.Headers.Origin.ToString();
        var foreign = origin.Length > 0 && !string.Equals(origin, $"{context.Request.Scheme}://{context.Request.Host}", StringComparison.OrdinalIgnoreCase);
        if (foreign && (context.Request.Path.StartsWithSegments("/_blazor") || context.WebSockets.IsWebSocketRequest))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        }

        return next(context);
    }

    /// <summary>Sign-in without passwords is for the people at this machine.</summary>
    private static Task RefuseOtherMachines(HttpContext context, RequestDelegate next)
    {
        if (context.Connection.RemoteIpAddress is { } client && !IPAddress.IsLoopback(client) && !context.Request.Path.StartsWithSegments("/healthz") && !context.Request.Path.StartsWithSegments("/readyz"))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        }

        return next(context);
    }

    /// <summary>The page "not found" stands for nothing else: a refusal stays a refusal.</summary>
    private static async Task OnlyWhatIsMissing(HttpContext context, RequestDelegate next)
    {
        await next(context);
        if (context.Response.StatusCode != StatusCodes.Status404NotFound && context.Features.Get<IStatusCodePagesFeature>() is { } pages)
        {
            pages.Enabled = false;
        }
    }

    /// <summary>What a caller sent wrong is said so; the rest is ours.</summary>
    private static int Status(Exception exception) => exception is BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status500InternalServerError;

    private static Task ExplainAsync(HttpContext context) => Results.Problem(
        statusCode: context.Response.StatusCode,
        title: context.Response.StatusCode == StatusCodes.Status500InternalServerError ? "Something went wrong here; it is logged." : null).ExecuteAsync(context);
}
