using Portal.Web.Identity;

namespace Portal.Web.Api;

/// <summary>
/// A cookie that a browser adds by itself may read the API from our own pages (downloads, event streams), never change anything: that needs a
/// token, which no foreign page can make the browser send.
/// </summary>
internal static class BrowserGuard
{
    public static async ValueTask<object?> CheckAsync(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        var request = invocation.HttpContext.Request;
        var byCookie = invocation.HttpContext.User.Identity?.AuthenticationType != TokenHandler.Scheme;
        var safe = HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);
        if (byCookie && (!safe || request.Headers["Sec-Fetch-Site"] is ["cross-site"]))
        {
            return Results.Problem(statusCode: StatusCodes.Status403Forbidden, title: "Changes need a bearer token.", detail: "Make one with the token command.");
        }

        return await next(invocation);
    }
}
